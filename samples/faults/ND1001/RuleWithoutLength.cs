using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A rule of a security group names an address without a length.</summary>
[Topology]
public static partial class RuleWithoutLength
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecurityGroup("web").Ingress(Tcp(22), from: "198.51.100.10"); // ND1001 at `"198.51.100.10"`: '198.51.100.10' has no prefix length; write 198.51.100.10/32 for this one address.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RuleWithoutLengthRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecurityGroup("web").Ingress(Tcp(22), from: "198.51.100.10/32");
    }
}
