namespace NetDsl.Interop.Snapshots.Code;

/// <summary>A statement of the written C#: a start, and what is called on it.</summary>
/// <param name="Variable">What it declares; nothing when nothing refers to it.</param>
/// <param name="Start">An expression, such as <c>vpc.Subnet("subnet-1", "10.0.0.0/24", "us-east-1a")</c>.</param>
/// <param name="Calls">The calls, each with its point.</param>
internal sealed record CodeStatement(string? Variable, string Start, IReadOnlyList<string> Calls)
{
    /// <summary>What stands above it, where something new begins.</summary>
    public string? Heading { get; init; }

    /// <summary>The type of what the calls are called on and give back; nothing where calls cannot be shared.</summary>
    public string? Builder { get; init; }

    /// <summary>The statement without what it declares.</summary>
    public string Expression => Start + string.Concat(Calls);
}
