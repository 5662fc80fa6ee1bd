using Microsoft.CodeAnalysis.CSharp;

namespace NetDsl.Generators.Emission;

/// <summary>Writes names and text as C# wants them.</summary>
internal static class Identifier
{
    /// <summary>The name, with <c>@</c> before it where it is a keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None
            ? name
            : "@" + name;

    /// <summary>The text as a string literal in one line.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
