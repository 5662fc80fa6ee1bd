namespace NetDsl.Runtime.FlowTables;

/// <summary>When a table that grows is to be swept: whenever it has twice as much as the last sweep left, so that sweeping costs each flow little.</summary>
internal struct SweepPace()
{
    private const int Smallest = 1024;
    private int next = Smallest;

    /// <summary>Whether a table with so many flows is to be swept before another one comes in.</summary>
    public readonly bool IsDue(int count) => count >= next;

    /// <summary>A sweep has left so many.</summary>
    public void Swept(int count) => next = Math.Max(Smallest, count * 2);
}
