namespace NetDsl.Evaluation.Tests;

/// <summary>Where a statement stands: which jumps it may make.</summary>
/// <param name="Depth">How many levels of blocks may still be inside.</param>
sealed record Place(int Depth)
{
    /// <summary>Whether break and continue have a loop.</summary>
    public bool InLoop { get; init; }

    /// <summary>Whether somebody catches.</summary>
    public bool IsHandled { get; init; }

    /// <summary>What the function returns, if a value.</summary>
    public string? Result { get; init; }

    public bool InIterator { get; init; }

    /// <summary>Whether yield may stand here: not where an exception is caught, nor in finally.</summary>
    public bool MayYield { get; init; }

    public Place Inner => this with { Depth = Depth - 1 };

    public bool Allows(Production production, bool risky) =>
        (Depth > 0 || !production.Nests)
        && (!production.Needs.HasFlag(Needs.Risk) || IsHandled || risky)
        && (!production.Needs.HasFlag(Needs.Loop) || InLoop)
        && (!production.Needs.HasFlag(Needs.Yield) || MayYield)
        && (!production.Needs.HasFlag(Needs.NoIterator) || !InIterator)
        && (!production.Needs.HasFlag(Needs.Result) || Result is not null);
}
