using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using NetDsl.Model;

namespace NetDsl.Analyzers;

/// <summary>
/// Turns origins into locations inside the trees of the compilation, so that pragmas and editor configuration act on what is
/// reported there.
/// </summary>
internal sealed class SourceLocations
{
    private readonly ILookup<string, SyntaxTree> trees;

    /// <param name="compilation">The compilation that was evaluated.</param>
    /// <param name="definition">The class that it was evaluated for; its own files come first where paths are not unique.</param>
    public SourceLocations(Compilation compilation, INamedTypeSymbol definition) => trees = definition.DeclaringSyntaxReferences
        .Select(reference => reference.SyntaxTree)
        .Concat(compilation.SyntaxTrees)
        .ToLookup(tree => tree.FilePath, StringComparer.Ordinal);

    /// <summary>The exact text; nothing for what has no place in the compilation.</summary>
    public Location? Of(Origin origin)
    {
        if (origin.Span is not { } span)
        {
            return null;
        }

        var text = new TextSpan(span.Start, span.Length);
        return trees[span.File].FirstOrDefault(tree => text.End <= tree.Length) is { } tree ? Location.Create(tree, text) : null;
    }
}
