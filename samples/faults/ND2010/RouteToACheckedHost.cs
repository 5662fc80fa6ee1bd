using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Routes lead to a router whose source/destination check is on.</summary>
[Topology]
public static partial class RouteToACheckedHost
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var router = vpc.Subnet("edge", "10.0.1.0/24", "a").Instance("router").ForwardsTraffic();
        web.RouteTable("web").Route("192.168.0.0/16", router); // ND2010 at `router`: Route table 'web' of VPC 'shop' sends 192.168.0.0/16 to network interface 'router', whose source/destination check drops what is not for it; switch it off with SourceDestinationCheck(false).
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RouteToACheckedHostRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var router = vpc.Subnet("edge", "10.0.1.0/24", "a").Instance("router").SourceDestinationCheck(false).ForwardsTraffic();
        web.RouteTable("web").Route("192.168.0.0/16", router);
    }
}
