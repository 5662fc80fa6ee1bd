using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A route leads to one half of a subnet.</summary>
[Topology]
public static partial class RouteToHalfASubnet
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var inside = vpc.Subnet("inside", "10.0.1.0/24", "a");
        var firewall = vpc.Subnet("edge", "10.0.0.0/24", "a").Instance("firewall").ForwardsTraffic().SourceDestinationCheck(false);
        vpc.Subnet("web", "10.0.2.0/24", "a").RouteTable("web").Route("10.0.1.128/25", firewall); // ND2062 at `"10.0.1.128/25"`: 10.0.1.128/25 lies in VPC 'shop', which routes it locally, and is not the whole prefix of one of its subnets; route 10.0.1.0/24, all of subnet 'inside'.
        inside.RouteTable("inside").Route("10.0.2.0/24", firewall);
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RouteToHalfASubnetRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var inside = vpc.Subnet("inside", "10.0.1.0/24", "a");
        var firewall = vpc.Subnet("edge", "10.0.0.0/24", "a").Instance("firewall").ForwardsTraffic().SourceDestinationCheck(false);
        vpc.Subnet("web", "10.0.2.0/24", "a").RouteTable("web").Route("10.0.1.0/24", firewall);
        inside.RouteTable("inside").Route("10.0.2.0/24", firewall);
    }
}
