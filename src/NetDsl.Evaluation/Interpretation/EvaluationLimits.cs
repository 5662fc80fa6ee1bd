namespace NetDsl.Evaluation.Interpretation;

/// <summary>How much an evaluation may do. A network of a thousand VPCs takes about a tenth of it.</summary>
internal sealed record EvaluationLimits
{
    public static EvaluationLimits Default { get; } = new();

    /// <summary>Operations: an addition, a call and the reading of a variable are one each.</summary>
    public int Steps { get; init; } = 4_000_000;

    /// <summary>Calls inside calls.</summary>
    public int CallDepth { get; init; } = 10_000;

    /// <summary>Queries over queries, which are walked inside each other.</summary>
    public int SequenceDepth { get; init; } = 500;

    /// <summary>Elements of arrays and collections made, characters of text made, and elements walked by queries.</summary>
    public long Elements { get; init; } = 4_000_000;

    /// <summary>The last resort, for what steps do not measure well.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(20);
}
