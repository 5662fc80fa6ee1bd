using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A route leads through a peering to the site behind the peer.</summary>
[Topology]
public static partial class RouteToASiteByAPeer
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var one = region.Vpc("one", "10.0.0.0/16");
        var two = region.Vpc("two", "10.1.0.0/16");
        var peering = network.Peer("one-two", one, two).AcceptedBy(network.DefaultAccount);
        two.MainRouteTable.Route("10.0.0.0/16", peering);
        one.MainRouteTable.Route("192.168.0.0/16", peering); // ND2002 at `"192.168.0.0/16"`: The main route table of VPC 'one' sends 192.168.0.0/16 to peering connection 'one-two', which reaches 10.1.0.0/16 of VPC 'two' and nothing beyond; no other VPC has these addresses, and no gateway of the peer is reached through a peering; route a prefix of VPC 'two', or use a transit gateway.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RouteToASiteByAPeerRepaired
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
