using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An IPv6 address of another VPC is a target.</summary>
[Topology]
public static partial class Ipv6TargetElsewhere
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        vpc.TargetGroup("six", ListenerProtocol.Tcp, 443, TargetKind.Ip).IpAddressType(IpAddressType.Ipv6).Target("2001:db8:1::10"); // ND4063 at `"2001:db8:1::10"`: 2001:db8:1::10 is in no IPv6 block of VPC 'shop'; register an address of the VPC.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class Ipv6TargetElsewhereRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        vpc.TargetGroup("six", ListenerProtocol.Tcp, 443, TargetKind.Ip).IpAddressType(IpAddressType.Ipv6).Target("2001:db8::10");
    }
}
