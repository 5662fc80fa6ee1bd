using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A list for everybody names both families.</summary>
[Topology]
public static partial class ListOfAllAddresses
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        region.PrefixList("everybody", 2).Entry("0.0.0.0/0").Entry("::/0"); // ND1061 at `"::/0"`: ::/0 is of another family than 0.0.0.0/0; a prefix list holds IPv4 or IPv6 prefixes, not both, declare a list of its own.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ListOfAllAddressesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        region.PrefixList("everybody", 1).Entry("0.0.0.0/0");
        region.PrefixList("everybody-6", 1).Entry("::/0");
    }
}
