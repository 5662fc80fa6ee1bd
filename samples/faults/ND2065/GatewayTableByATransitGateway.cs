using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The table of an internet gateway leads to a transit gateway.</summary>
[Topology]
public static partial class GatewayTableByATransitGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var firewall = vpc.Subnet("edge", "10.0.1.0/24", "a").Instance("firewall").ForwardsTraffic().SourceDestinationCheck(false);
        var igw = vpc.InternetGateway("igw");
        var hub = network.Region("us-east-1").TransitGateway("hub");
        igw.Associate(vpc.RouteTable("ingress").Route("10.0.0.0/24", hub)); // ND2065 at `hub`: Route table 'ingress' routes what comes in from internet gateway 'igw', which an interface or a Gateway Load Balancer endpoint can take, and transit gateway 'hub' cannot.
        web.RouteTable("web").Route("0.0.0.0/0", firewall);
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class GatewayTableByATransitGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var firewall = vpc.Subnet("edge", "10.0.1.0/24", "a").Instance("firewall").ForwardsTraffic().SourceDestinationCheck(false);
        var igw = vpc.InternetGateway("igw");
        igw.Associate(vpc.RouteTable("ingress").Route("10.0.0.0/24", firewall));
        web.RouteTable("web").Route("0.0.0.0/0", firewall);
    }
}
