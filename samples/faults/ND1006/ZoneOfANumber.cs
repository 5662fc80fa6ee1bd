using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A zone is a number.</summary>
[Topology]
public static partial class ZoneOfANumber
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("web", "10.0.0.0/24", "1"); // ND1006 at `"1"`: '1' is not a zone of us-east-1; write a letter such as a, or us-east-1a.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ZoneOfANumberRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("web", "10.0.0.0/24", "a");
    }
}
