namespace NetDsl.Model;

/// <summary>
/// A value that a builder could not take. The element that it belongs to, and what lies inside, is left out of the
/// topology, which is therefore not whole: it can be checked, and can not be compiled or run.
/// </summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Text">What is wrong, with the value, and what to write instead; no capital, no full stop.</param>
/// <param name="Origin">The value's own text.</param>
public sealed record Problem(ProblemKind Kind, string Text, Origin Origin)
{
    /// <summary>The other party, such as the first holder of a name.</summary>
    public Origin? Other { get; init; }

    /// <summary>What to write in place of the value, where there is one answer; a code fix offers it.</summary>
    public string? Replacement { get; init; }

    /// <summary>The call to add, without the dot, where there is one answer; a code fix offers it.</summary>
    public string? Call { get; init; }

    /// <summary>The name of the element that the call is for, where it is declared.</summary>
    public Origin? CallPlace { get; init; }
}
