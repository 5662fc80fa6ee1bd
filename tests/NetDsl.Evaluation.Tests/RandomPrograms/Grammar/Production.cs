namespace NetDsl.Evaluation.Tests;

/// <summary>What must be true of the place where a statement goes.</summary>
[Flags]
enum Needs
{
    Nothing = 0,

    /// <summary>May throw: inside of a try, or in a program that is meant to throw.</summary>
    Risk = 1,

    /// <summary>A loop to leave.</summary>
    Loop = 2,

    /// <summary>An iterator, where it may yield.</summary>
    Yield = 4,

    /// <summary>Not an iterator.</summary>
    NoIterator = 8,

    /// <summary>A function that returns a value.</summary>
    Result = 16,
}

/// <summary>One way to write something.</summary>
/// <param name="Type">The type of the expression; <see cref="Statement"/> for a statement.</param>
/// <param name="Construct">What of C# it uses, by a name under which it is counted.</param>
/// <param name="Text">A <see cref="Template"/>.</param>
/// <param name="Weight">How often it is taken, beside the others of its type.</param>
/// <param name="Needs">Where it may stand.</param>
sealed record Production(string Type, string Construct, string Text, int Weight = 2, Needs Needs = Needs.Nothing)
{
    /// <summary>The type of what is no expression.</summary>
    public const string Statement = "";

    /// <summary>Variables that it takes from where it stands.</summary>
    public IReadOnlyList<(bool Assignable, string Type)> Taken { get; } =
    [
        .. Template.Parse(Text).OfType<Part.Hole>()
            .Where(hole => hole.Directive is "use" or "var" or "bind-use" or "bind-var")
            .Select(hole => (hole.Directive.EndsWith("var", StringComparison.Ordinal), Template.Declared(hole.Argument).Type)),
    ];

    /// <summary>Whether statements in braces stand inside.</summary>
    public bool Nests { get; } = Template.Parse(Text).OfType<Part.Hole>().Any(hole => Holes.Blocks.Contains(hole.Directive));
}

/// <summary>
/// Types or members that a program may have, with what may be done with them. Names that begin with a capital, <c>$R</c>, are made up
/// once a program.
/// </summary>
/// <param name="Name">What it shows.</param>
/// <param name="Types">Declarations beside the topology class.</param>
/// <param name="Members">Members of the topology class.</param>
sealed record Family(string Name, string Types = "", string Members = "")
{
    public IReadOnlyList<Production> Productions { get; init; } = [];

    /// <summary>For its types, text that tells a value apart: <c>«»</c> is the value.</summary>
    public IReadOnlyList<(string Type, string Text)> Shown { get; init; } = [];
}
