using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A route is more specific than the local route by the rules of 2018.</summary>
[Topology]
public static partial class RouteInsideTheVpcIn2018
{
    static void Define(NetworkBuilder network)
    {
        network.Profile(SemanticsProfile.Talk2018);
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var firewall = vpc.Subnet("firewall", "10.0.2.0/24", "a").Instance("firewall").ForwardsTraffic().SourceDestinationCheck(false);
        web.RouteTable("web").Route("10.0.1.0/24", firewall); // ND1014 at `"10.0.1.0/24"`: Route 10.0.1.0/24 inside VPC 'shop' is not allowed where RoutesMoreSpecificThanLocal is off, as in the profile Talk2018 of this network; leave it out, or set RoutesMoreSpecificThanLocal.
        vpc.Subnet("data", "10.0.1.0/24", "a").Instance("data");
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class RouteInsideTheVpcIn2018Repaired
{
    static void Define(NetworkBuilder network)
    {
        network.Profile(SemanticsProfile.Current);
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var firewall = vpc.Subnet("firewall", "10.0.2.0/24", "a").Instance("firewall").ForwardsTraffic().SourceDestinationCheck(false);
        web.RouteTable("web").Route("10.0.1.0/24", firewall);
        vpc.Subnet("data", "10.0.1.0/24", "a").Instance("data");
    }
}
