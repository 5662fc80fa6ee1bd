namespace NetDsl.Compiler.Checks;

/// <summary>A rule and the pure function that looks for it.</summary>
/// <param name="Rule">What is looked for.</param>
/// <param name="Find">Looks for it everywhere in a network.</param>
internal sealed record Check(Rule Rule, Func<NetworkIndex, IEnumerable<Finding>> Find)
{
    /// <summary>
    /// Whether the finding tells that something is missing. It waits until everything that was written is there: what is
    /// missing from half-typed code may be the very line that is being typed.
    /// </summary>
    public bool NeedsWholeTopology { get; init; }
}
