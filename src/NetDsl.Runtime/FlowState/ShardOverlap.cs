namespace NetDsl.Runtime.FlowState;

/// <summary>
/// What shuffle sharding promises, in closed form: two shards drawn independently share nodes as the hypergeometric distribution says. Source: foundation §6.4
/// of the specification.
/// </summary>
/// <param name="Nodes">How many nodes there are.</param>
/// <param name="Size">How many of them a resource uses.</param>
public sealed record ShardOverlap(int Nodes, int Size)
{
    /// <summary>How many different shards there are.</summary>
    public double Shards => Choose(Nodes, Size);

    /// <summary>The probability that two shards share exactly so many nodes.</summary>
    /// <param name="shared">How many.</param>
    public double Probability(int shared) => Choose(Size, shared) * Choose(Nodes - Size, Size - shared) / Shards;

    /// <summary>The share of resources that lose every node when one resource takes all of its nodes down.</summary>
    public double FullyDown => Probability(Size);

    /// <summary>The share of resources that lose at least one node then.</summary>
    public double Degraded => 1 - Probability(0);

    /// <summary>The share of resources that lose every node when so many nodes are lost.</summary>
    /// <param name="lost">How many.</param>
    public double FullyDownWith(int lost) => Choose(lost, Size) / Shards;

    /// <summary>The share of resources that lose at least one node then.</summary>
    /// <param name="lost">How many.</param>
    public double DegradedWith(int lost) => 1 - (Choose(Nodes - lost, Size) / Shards);

    /// <summary>How many nodes are down on average when so many resources take theirs down, each on its own.</summary>
    /// <param name="poisonous">How many.</param>
    public double ExpectedDown(int poisonous) => Nodes * (1 - Math.Pow(1 - ((double)Size / Nodes), poisonous));

    private static double Choose(int all, int some)
    {
        if (some < 0 || some > all)
        {
            return 0;
        }

        var ways = 1.0;
        for (var index = 1; index <= some; index++)
        {
            ways = ways * (all - some + index) / index;
        }

        return Math.Round(ways);
    }
}
