using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using NetDsl.Model;

namespace NetDsl.Analyzers;

/// <summary>
/// Turns origins into locations inside the trees of the compilation, so that pragmas and editor configuration act on what is
/// reported there, and into places in the data files of the project.
/// </summary>
internal sealed class SourceLocations
{
    private readonly ILookup<string, SyntaxTree> trees;

    private readonly HashSet<string> files;

    /// <param name="compilation">The compilation that was evaluated.</param>
    /// <param name="definition">The class that it was evaluated for; its own files come first where paths are not unique.</param>
    /// <param name="additionalFiles">The files of the project that are no C#.</param>
    public SourceLocations(Compilation compilation, INamedTypeSymbol definition, IEnumerable<AdditionalText> additionalFiles)
    {
        trees = definition.DeclaringSyntaxReferences
            .Select(reference => reference.SyntaxTree)
            .Concat(compilation.SyntaxTrees)
            .ToLookup(tree => tree.FilePath, StringComparer.Ordinal);
        files = new HashSet<string>(additionalFiles.Select(file => file.Path), StringComparer.Ordinal);
    }

    /// <summary>The exact text; nothing for what has no place in the compilation.</summary>
    public Location? Of(Origin origin)
    {
        if (origin.Span is not { } span)
        {
            return null;
        }

        var text = new TextSpan(span.Start, span.Length);
        if (trees[span.File].FirstOrDefault(tree => text.End <= tree.Length) is { } tree)
        {
            return Location.Create(tree, text);
        }

        return files.Contains(span.File) ? Location.Create(span.File, text, Lines(span)) : null;
    }

    private static LinePositionSpan Lines(SourceSpan span) =>
        new(new LinePosition(span.StartLine, span.StartColumn), new LinePosition(span.EndLine, span.EndColumn));
}
