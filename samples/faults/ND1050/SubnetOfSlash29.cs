using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A subnet has fewer addresses than the vendor gives.</summary>
[Topology]
public static partial class SubnetOfSlash29
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("web", "10.0.0.0/29", "a"); // ND1050 at `"10.0.0.0/29"`: 10.0.0.0/29 has 8 addresses; the vendor takes a subnet from /28 (16 addresses) to /16 (65536).
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class SubnetOfSlash29Repaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("web", "10.0.0.0/28", "a");
    }
}
