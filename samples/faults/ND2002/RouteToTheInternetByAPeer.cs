using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A default route leads through a peering.</summary>
[Topology]
public static partial class RouteToTheInternetByAPeer
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var one = region.Vpc("one", "10.0.0.0/16");
        var two = region.Vpc("two", "10.1.0.0/16");
        var peering = network.Peer("one-two", one, two).AcceptedBy(network.DefaultAccount);
        two.MainRouteTable.Route("10.0.0.0/16", peering);
        one.MainRouteTable.Route("0.0.0.0/0", peering); // ND2002 at `"0.0.0.0/0"`: The main route table of VPC 'one' sends 0.0.0.0/0 to peering connection 'one-two', which reaches 10.1.0.0/16 of VPC 'two' and nothing beyond; a gateway of the peer cannot be used through a peering, give VPC 'one' a NAT gateway or an internet gateway of its own, or use a transit gateway.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RouteToTheInternetByAPeerRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var one = region.Vpc("one", "10.0.0.0/16");
        var two = region.Vpc("two", "10.1.0.0/16");
        var peering = network.Peer("one-two", one, two).AcceptedBy(network.DefaultAccount);
        two.MainRouteTable.Route("10.0.0.0/16", peering);
        one.MainRouteTable.Route("10.1.0.0/16", peering);
    }
}
