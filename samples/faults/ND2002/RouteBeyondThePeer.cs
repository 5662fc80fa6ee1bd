using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A route leads through a peering to what the peer is peered with.</summary>
[Topology]
public static partial class RouteBeyondThePeer
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var one = region.Vpc("one", "10.0.0.0/16");
        var two = region.Vpc("two", "10.1.0.0/16");
        var three = region.Vpc("three", "10.2.0.0/16");
        var near = network.Peer("one-two", one, two).AcceptedBy(network.DefaultAccount);
        var far = network.Peer("two-three", two, three).AcceptedBy(network.DefaultAccount);
        one.MainRouteTable.Route("10.1.0.0/16", near);
        two.MainRouteTable.Route("10.0.0.0/16", near).Route("10.2.0.0/16", far);
        three.MainRouteTable.Route("10.1.0.0/16", far);
        one.MainRouteTable.Route("10.2.0.0/16", near); // ND2002 at `"10.2.0.0/16"`: The main route table of VPC 'one' sends 10.2.0.0/16 to peering connection 'one-two', which reaches 10.1.0.0/16 of VPC 'two' and nothing beyond; peering is not transitive, peer VPC 'one' with VPC 'three' directly, or join them by a transit gateway.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RouteBeyondThePeerRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var one = region.Vpc("one", "10.0.0.0/16");
        var two = region.Vpc("two", "10.1.0.0/16");
        var three = region.Vpc("three", "10.2.0.0/16");
        var near = network.Peer("one-two", one, two).AcceptedBy(network.DefaultAccount);
        var far = network.Peer("two-three", two, three).AcceptedBy(network.DefaultAccount);
        one.MainRouteTable.Route("10.1.0.0/16", near);
        two.MainRouteTable.Route("10.0.0.0/16", near).Route("10.2.0.0/16", far);
        three.MainRouteTable.Route("10.1.0.0/16", far);
    }
}
