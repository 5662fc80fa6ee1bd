using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A subnet that needs the internet has a route to a peer only.</summary>
[Topology]
public static partial class NeedsInternetByAPeer
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var nat = edge.NatGateway("nat");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        var peering = network.Peer("shop-tools", vpc, tools).AcceptedBy(network.DefaultAccount);
        tools.MainRouteTable.Route("10.0.0.0/16", peering);
        vpc.Subnet("data", "10.0.1.0/24", "a").NeedsInternet().RouteTable("data").Route("10.1.0.0/16", peering); // ND2003 at `NeedsInternet()`: Subnet 'data' needs the internet, but route table 'data' of VPC 'shop' has no route there; route 0.0.0.0/0 to NAT gateway 'nat' of the same zone us-east-1a.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class NeedsInternetByAPeerRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var nat = edge.NatGateway("nat");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        var peering = network.Peer("shop-tools", vpc, tools).AcceptedBy(network.DefaultAccount);
        tools.MainRouteTable.Route("10.0.0.0/16", peering);
        vpc.Subnet("data", "10.0.1.0/24", "a").NeedsInternet().RouteTable("data").Route("10.1.0.0/16", peering).Route("0.0.0.0/0", nat);
    }
}
