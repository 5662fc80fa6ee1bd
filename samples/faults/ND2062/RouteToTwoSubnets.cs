using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A route leads to two subnets by one prefix.</summary>
[Topology]
public static partial class RouteToTwoSubnets
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.2.0/25", "a");
        var two = vpc.Subnet("two", "10.0.2.128/25", "a");
        var firewall = vpc.Subnet("edge", "10.0.0.0/24", "a").Instance("firewall").ForwardsTraffic().SourceDestinationCheck(false);
        vpc.Subnet("web", "10.0.1.0/24", "a").RouteTable("web").Route("10.0.2.0/24", firewall); // ND2062 at `"10.0.2.0/24"`: 10.0.2.0/24 lies in VPC 'shop', which routes it locally, and is not the whole prefix of one of its subnets; a route inside the VPC is for one whole subnet.
        foreach (var subnet in new[] { one, two })
        {
            subnet.RouteTable(subnet.Name).Route("10.0.1.0/24", firewall);
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class RouteToTwoSubnetsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.2.0/25", "a");
        var two = vpc.Subnet("two", "10.0.2.128/25", "a");
        var firewall = vpc.Subnet("edge", "10.0.0.0/24", "a").Instance("firewall").ForwardsTraffic().SourceDestinationCheck(false);
        vpc.Subnet("web", "10.0.1.0/24", "a").RouteTable("web").Route("10.0.2.0/25", firewall).Route("10.0.2.128/25", firewall);
        foreach (var subnet in new[] { one, two })
        {
            subnet.RouteTable(subnet.Name).Route("10.0.1.0/24", firewall);
        }
    }
}
