using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes.Editing;

/// <summary>A diagnostic in its compilation: the syntax at its location, and at the places that its arguments name.</summary>
internal sealed class FindingSite(Compilation compilation, Diagnostic diagnostic)
{
    public Compilation Compilation => compilation;

    /// <summary>The expression at the diagnostic.</summary>
    public ExpressionSyntax? Expression => diagnostic.Location.SourceTree is { } tree
        ? ExpressionIn(tree, diagnostic.Location.SourceSpan)
        : null;

    /// <summary>Whether the diagnostic is at the whole expression; a call as such is underlined from the name of what is called on.</summary>
    public bool IsWhole => Expression?.Span == diagnostic.Location.SourceSpan;

    /// <summary>A fix argument of the check; nothing when it gave none of that name.</summary>
    public string? Argument(string name) => diagnostic.Properties.TryGetValue(name, out var value) ? value : null;

    /// <summary>The expression at a place that the check named.</summary>
    public ExpressionSyntax? ExpressionAt(string name) =>
        FixArguments.ReadPlace(Argument(name)) is { } place ? ExpressionAt(place) : null;

    /// <summary>The local variable that keeps what is declared at a place that the check named; nothing when no variable does.</summary>
    public VariableDeclaratorSyntax? VariableAt(string name) => Calls.VariableOf(Calls.Around(ExpressionAt(name)));

    /// <summary>The edits that the check asked for beside that at the diagnostic, where the text is a literal.</summary>
    public IEnumerable<SourceEdit> FurtherEdits() => diagnostic.Properties
        .Where(property => property.Key.StartsWith(FixArguments.Edit, StringComparison.Ordinal))
        .Select(property => FixArguments.ReadEdit(property.Value!))
        .Select(edit => edit is { } known ? Literals.Replace(ExpressionAt(known.Place), known.Text) : null)
        .OfType<SourceEdit>();

    public ITypeSymbol? TypeOf(ExpressionSyntax expression) =>
        compilation.GetSemanticModel(expression.SyntaxTree).GetTypeInfo(expression).Type;

    private ExpressionSyntax? ExpressionAt((string File, int Start, int Length) place) => compilation.SyntaxTrees
        .Where(tree => tree.FilePath == place.File && place.Start + place.Length <= tree.Length)
        .Select(tree => ExpressionIn(tree, new TextSpan(place.Start, place.Length)))
        .FirstOrDefault(expression => expression is not null);

    private static ExpressionSyntax? ExpressionIn(SyntaxTree tree, TextSpan span)
    {
        // A call is underlined from the name of what is called on: then the node found is the call, and longer than the span.
        var node = tree.GetRoot().FindNode(span, getInnermostNodeForTie: true);
        return node switch
        {
            ArgumentSyntax argument => argument.Expression,
            ExpressionSyntax expression => expression,
            _ => node.FirstAncestorOrSelf<ExpressionSyntax>(),
        };
    }
}
