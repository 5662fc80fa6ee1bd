using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A group of TCP and UDP is not to preserve client addresses.</summary>
[Topology]
public static partial class TcpUdpWithoutClientAddresses
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.TargetGroup("dns", ListenerProtocol.TcpUdp, 53).PreserveClientAddress(false).Target(web.Instance("host")); // ND4073 at `false`: Target group 'dns' is of protocol TcpUdp, for which client addresses are always preserved; leave the call out.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class TcpUdpWithoutClientAddressesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.TargetGroup("dns", ListenerProtocol.TcpUdp, 53).PreserveClientAddress().Target(web.Instance("host"));
    }
}
