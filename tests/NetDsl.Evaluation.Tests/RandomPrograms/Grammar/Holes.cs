namespace NetDsl.Evaluation.Tests;

/// <summary>The words that holes of templates know.</summary>
static class Holes
{
    /// <summary>Statements in braces.</summary>
    public static IReadOnlySet<string> Blocks { get; } = new HashSet<string>
    {
        // In place; inside a loop; as the part of a switch.
        "block", "loop", "section",

        // The parts of a try: with catch behind it, with finally only.
        "try", "guarded", "catch", "finally",

        // Bodies of functions: that return nothing, a value, or yield.
        "body", "void", "iterator",
    };

    public static IReadOnlySet<string> Directives { get; } = new HashSet<string>(Blocks)
    {
        "use", "var", "bind-use", "bind-var",
        "+", "mut", "ref", "out", "outmut", "outref",
        "[", "fn", "static", "]",

        // An expression of one of the types named; a pattern for a number; arms of a switch expression on one; sections of a switch statement on one; an expression of the
        // type that the function returns; text that shows variables; the cases that a switch may go to.
        "any", "pattern", "arms", "sections", "result", "shown",
    };
}
