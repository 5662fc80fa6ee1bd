using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A public address is a target.</summary>
[Topology]
public static partial class PublicTarget
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.TargetGroup("web", ListenerProtocol.Tcp, 443, TargetKind.Ip).Target("198.51.100.10"); // ND4063 at `"198.51.100.10"`: 198.51.100.10 is neither in VPC 'shop' nor private; the vendor takes addresses of the VPC, 10.0.0.0/8, 100.64.0.0/10, 172.16.0.0/12 and 192.168.0.0/16 as targets.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PublicTargetRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.TargetGroup("web", ListenerProtocol.Tcp, 443, TargetKind.Ip).Target("10.0.0.10");
    }
}
