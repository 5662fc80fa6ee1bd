using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A VPC has more addresses than the vendor gives.</summary>
[Topology]
public static partial class VpcOfSlash8
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").Vpc("shop", "10.0.0.0/8"); // ND1050 at `"10.0.0.0/8"`: 10.0.0.0/8 has 16777216 addresses; the vendor takes a VPC block from /28 (16 addresses) to /16 (65536).
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class VpcOfSlash8Repaired
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
    }
}
