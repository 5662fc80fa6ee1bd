using NetDsl.Addressing;

namespace NetDsl.Compiler.Lowering.Memory;

/// <summary>The walks from one source or junction, by family; in each the addresses rise.</summary>
internal sealed class KnownWalks
{
    private readonly List<WalkRecord> ipv4 = [];
    private readonly List<WalkRecord> ipv6 = [];
    private bool isClosed;

    /// <summary>How many there are.</summary>
    public int Count => ipv4.Count + ipv6.Count;

    /// <summary>All together; nothing where some have to be made anew each time.</summary>
    public WholeClass? Whole { get; private set; }

    /// <summary>For whom the walks from a junction are; nothing at sources.</summary>
    public JunctionTails? Tails { get; private set; }

    /// <summary>Whether some walk is not remembered.</summary>
    public bool HasGaps { get; set; }

    public void Add(WalkRecord walk) => (walk.Start.IsIpv4 ? ipv4 : ipv6).Add(walk);

    /// <summary>All walks are there.</summary>
    public void Close(JunctionTails? tails)
    {
        // Two sources that are known as one share their walks; then they are not known all together.
        Whole = HasGaps || isClosed ? null : new WholeClass(ipv4, ipv6);
        Tails = tails;
        isClosed = true;
    }

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

/// <summary>
/// All walks of a source or junction in one: what they asked, each question once, and what they named, each name in its first place. Where nothing of it changed, none of the walks needs to be
/// looked at.
/// </summary>
internal sealed class WholeClass
{
    public WholeClass(IReadOnlyList<WalkRecord> ipv4, IReadOnlyList<WalkRecord> ipv6)
    {
        var facts = new HashSet<Fact>();
        var known = new HashSet<object>();
        var named = new List<object>();
        foreach (var walk in ipv4.Concat(ipv6))
        {
            facts.UnionWith(walk.Facts);
            named.AddRange(walk.Named.Append(walk.Program).Where(known.Add));
        }

        (Facts, Named) = ([.. facts], [.. named]);
        (Ipv4, Ipv6) = ([.. ipv4.Select(walk => (walk.Start, walk.Program))], [.. ipv6.Select(walk => (walk.Start, walk.Program))]);
    }

    public Fact[] Facts { get; }

    /// <summary>Names as in <see cref="Names"/>, and programs behind the names of the walks that came to them.</summary>
    public object[] Named { get; }

    public (IpAddress Start, KnownProgram Program)[] Ipv4 { get; }

    public (IpAddress Start, KnownProgram Program)[] Ipv6 { get; }
}
