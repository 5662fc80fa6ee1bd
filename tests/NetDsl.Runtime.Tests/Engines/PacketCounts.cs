namespace NetDsl.Runtime.Tests.Engines;

/// <summary>What packets were compared; any number of threads may count.</summary>
sealed class PacketCounts
{
    int compared;
    int chosen;
    int untold;

    /// <summary>How many.</summary>
    public int Compared => compared;

    /// <summary>How many of them the symbolic engine could not tell of.</summary>
    public int Untold => untold;

    /// <summary>Counts one.</summary>
    /// <param name="isChosen">Whether a hash sends it one way or another.</param>
    /// <param name="isUntold">Whether the symbolic engine could not tell of it.</param>
    public void Add(bool isChosen, bool isUntold)
    {
        Interlocked.Increment(ref compared);
        Interlocked.Add(ref chosen, isChosen ? 1 : 0);
        Interlocked.Add(ref untold, isUntold ? 1 : 0);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{compared} packets, {chosen} of which a hash sends one way or another, {untold} untold.";
}
