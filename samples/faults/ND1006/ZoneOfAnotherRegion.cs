using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A subnet is in a zone of another region.</summary>
[Topology]
public static partial class ZoneOfAnotherRegion
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("web", "10.0.0.0/24", "us-west-2a"); // ND1006 at `"us-west-2a"`: 'us-west-2a' is not a zone of us-east-1; write a letter such as a, or us-east-1a.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ZoneOfAnotherRegionRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("web", "10.0.0.0/24", "us-east-1a");
    }
}
