using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace NetDsl.Generators.Tests.BrokenCode;

/// <summary>A text of C#, and where its tokens stand.</summary>
sealed record TokenizedText(string Text, ImmutableArray<TextSpan> Tokens)
{
    public static TokenizedText Of(string text) => new(text, [
        .. CSharpSyntaxTree.ParseText(text, TopologyProject.ParseOptions).GetRoot().DescendantTokens()
            .Select(token => token.Span)
            .Where(span => !span.IsEmpty)]);

    public string Of(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>The text with something else in a place.</summary>
    public string With(TextSpan span, string replacement) => string.Concat(Text.AsSpan(0, span.Start), replacement, Text.AsSpan(span.End));
}
