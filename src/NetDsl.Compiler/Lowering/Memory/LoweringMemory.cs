using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.Memory;

/// <summary>What is kept of one lowering for the next: the walks of each source and junction, what they asked, and what the numbers in their programs stand for.</summary>
internal sealed class LoweringMemory
{
    public FactTable Facts { get; } = new();

    /// <summary>The walks, by the source or junction that they start from.</summary>
    public Dictionary<object, KnownWalks> Walks { get; set; } = [];

    /// <summary>What the numbers stand for.</summary>
    public NumberedNetwork Numbers { get; set; } = NumberedNetwork.Empty;
}

/// <summary>What the numbers in programs stand for, table by table.</summary>
/// <param name="Programs">The programs.</param>
/// <param name="Nodes">The elements that are nodes; nothing for the internet.</param>
/// <param name="Holders">The holders of addresses.</param>
/// <param name="Sources">The source classes.</param>
/// <param name="Junctions">The junctions.</param>
internal sealed record NumberedNetwork(
    EquatableArray<PathProgram> Programs,
    IReadOnlyList<ElementId?> Nodes,
    IReadOnlyList<HolderKey> Holders,
    IReadOnlyList<SourceKey> Sources,
    IReadOnlyList<JunctionKey> Junctions)
{
    public static NumberedNetwork Empty { get; } = new([], [], [], [], []);
}

/// <summary>The walks from one source or junction, by family; in each the addresses rise.</summary>
internal sealed class KnownWalks
{
    private readonly List<WalkRecord> ipv4 = [];
    private readonly List<WalkRecord> ipv6 = [];

    public void Add(WalkRecord walk) => (walk.Start.IsIpv4 ? ipv4 : ipv6).Add(walk);

    /// <summary>The walk that speaks for an address; nothing when none does.</summary>
    public WalkRecord? For(IpAddress address)
    {
        // The last one that was not made to an address above.
        var list = address.IsIpv4 ? ipv4 : ipv6;
        var (low, high) = (0, list.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = list[middle].Start <= address ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && address <= list[low - 1].Last ? list[low - 1] : null;
    }
}
