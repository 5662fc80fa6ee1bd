using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A prefix list is made for more entries than one takes.</summary>
[Topology]
public static partial class PrefixListTooLarge
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        region.PrefixList("partners", 5000); // ND1012 at `5000`: 5000 is no maximum of a prefix list; it takes 1 to 1000 entries.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PrefixListTooLargeRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        region.PrefixList("partners", 1000);
    }
}
