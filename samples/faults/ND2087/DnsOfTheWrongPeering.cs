using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two peering connections are mixed up.</summary>
[Topology]
public static partial class DnsOfTheWrongPeering
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.Vpc("hub", "10.0.0.0/16");
        var one = region.Vpc("one", "10.1.0.0/16");
        var two = region.Vpc("two", "10.2.0.0/16");
        network.Peer("hub-one", hub, one).AcceptedBy(network.DefaultAccount).AllowDnsResolution(one);
        network.Peer("hub-two", hub, two).AcceptedBy(network.DefaultAccount).AllowDnsResolution(one); // ND2087 at `one`: Peering 'hub-two' joins VPCs 'hub' and 'two', not 'one'; name one of the two.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class DnsOfTheWrongPeeringRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.Vpc("hub", "10.0.0.0/16");
        var one = region.Vpc("one", "10.1.0.0/16");
        var two = region.Vpc("two", "10.2.0.0/16");
        network.Peer("hub-one", hub, one).AcceptedBy(network.DefaultAccount).AllowDnsResolution(one);
        network.Peer("hub-two", hub, two).AcceptedBy(network.DefaultAccount);
    }
}
