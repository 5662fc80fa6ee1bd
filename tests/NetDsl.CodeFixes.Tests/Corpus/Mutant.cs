using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetDsl.CodeFixes.Editing;

namespace NetDsl.CodeFixes.Tests.Corpus;

/// <summary>A network with one element taken away, or one prefix moved.</summary>
/// <param name="File">The file after the change.</param>
/// <param name="What">What was changed: the call that is gone, or the prefix.</param>
/// <param name="Line">Where.</param>
sealed partial record Mutant(SyntaxTree File, string What, int Line)
{
    /// <summary>All of a network; intents stay, they are what it is judged by.</summary>
    public static IEnumerable<Mutant> Of(SyntaxTree file)
    {
        var nodes = file.GetRoot().DescendantNodes().Where(node => !IsOfIntents(node)).ToList();
        foreach (var call in nodes.OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: var name } && Removal.Of(call) is { } removal)
            {
                yield return new Mutant(With(file, removal.Change), $"without {name}(…)", LineOf(call));
            }
        }

        foreach (var literal in nodes.OfType<LiteralExpressionSyntax>().Where(each => each.IsKind(SyntaxKind.StringLiteralExpression)))
        {
            if (Octets().Match(literal.Token.ValueText) is { Success: true } prefix)
            {
                yield return new Mutant(
                    With(file, new TextChange(literal.Span, $"\"{prefix.Groups[1].Value}.{(int.Parse(prefix.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) + 40) % 256}.{prefix.Groups[3].Value}\"")),
                    $"another prefix than {literal}",
                    LineOf(literal));
            }
        }
    }

    static SyntaxTree With(SyntaxTree file, TextChange change) => file.WithChangedText(file.GetText().WithChanges(change));

    static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    static bool IsOfIntents(SyntaxNode node) => node.FirstAncestorOrSelf<StatementSyntax>() is { } statement
        && (statement.ToString().Contains("network.Expect(", StringComparison.Ordinal) || statement.ToString().StartsWith("IntentEnds", StringComparison.Ordinal))
        && statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax { Declaration.Type: IdentifierNameSyntax { Identifier.Text: "IntentEnds" } };

    [GeneratedRegex(@"^(\d+)\.(\d+)\.(\d+\.\d+/\d+)$")]
    private static partial Regex Octets();
}
