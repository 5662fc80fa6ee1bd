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
/// <param name="Nodes">The elements that are nodes; nothing for the internet.</param>
/// <param name="Holders">The holders of addresses.</param>
/// <param name="Sources">The source classes.</param>
/// <param name="Junctions">The junctions.</param>
internal sealed record NumberedNetwork(
    IReadOnlyList<ElementId?> Nodes, IReadOnlyList<HolderKey> Holders, IReadOnlyList<SourceKey> Sources, IReadOnlyList<JunctionKey> Junctions)
{
    public static NumberedNetwork Empty { get; } = new([], [], [], []);
}
