using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A group of UDP is not to preserve client addresses.</summary>
[Topology]
public static partial class UdpWithoutClientAddresses
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var targets = vpc.TargetGroup("dns", ListenerProtocol.Udp, 53).Target(web.Instance("host"));
        targets.PreserveClientAddress(false); // ND4073 at `false`: Target group 'dns' is of protocol Udp, for which client addresses are always preserved; leave the call out.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class UdpWithoutClientAddressesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var targets = vpc.TargetGroup("dns", ListenerProtocol.Udp, 53).Target(web.Instance("host"));
        targets.PreserveClientAddress();
    }
}
