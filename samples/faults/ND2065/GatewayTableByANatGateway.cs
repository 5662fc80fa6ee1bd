using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The table of an internet gateway leads to a NAT gateway.</summary>
[Topology]
public static partial class GatewayTableByANatGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var edge = vpc.Subnet("edge", "10.0.1.0/24", "a");
        var firewall = edge.Instance("firewall").ForwardsTraffic().SourceDestinationCheck(false);
        var igw = vpc.InternetGateway("igw");
        igw.Associate(vpc.RouteTable("ingress").Route("10.0.0.0/24", edge.NatGateway("nat").Private())); // ND2065 at `edge.NatGateway("nat").Private()`: Route table 'ingress' routes what comes in from internet gateway 'igw', which an interface or a Gateway Load Balancer endpoint can take, and NAT gateway 'nat' cannot.
        web.RouteTable("web").Route("0.0.0.0/0", firewall);
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class GatewayTableByANatGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var edge = vpc.Subnet("edge", "10.0.1.0/24", "a");
        var firewall = edge.Instance("firewall").ForwardsTraffic().SourceDestinationCheck(false);
        var igw = vpc.InternetGateway("igw");
        igw.Associate(vpc.RouteTable("ingress").Route("10.0.0.0/24", firewall));
        web.RouteTable("web").Route("0.0.0.0/0", firewall);
    }
}
