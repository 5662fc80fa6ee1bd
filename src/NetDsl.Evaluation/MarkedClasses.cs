using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Evaluation.Memory;

namespace NetDsl.Evaluation;

/// <summary>Finds the topology classes of a compilation by their text, which is quick: nothing but they are asked for their meaning.</summary>
public static class MarkedClasses
{
    private const string Suffix = "Attribute";

    private static readonly string[] Marks = [nameof(TopologyAttribute), nameof(TopologyAttribute).Substring(0, nameof(TopologyAttribute).Length - Suffix.Length)];

    /// <summary>The classes that are marked by the attribute's own name. One that is marked by an alias is not among them.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="cancellation">Ends the search with <see cref="OperationCanceledException"/>.</param>
    public static IEnumerable<INamedTypeSymbol> In(Compilation compilation, CancellationToken cancellation) => compilation.SyntaxTrees
        .Where(tree => TreeDeclarations.Of(tree, cancellation).Mentions(Marks))
        .SelectMany(tree => tree.GetRoot(cancellation)
            .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<ClassDeclarationSyntax>())
        .Where(IsMarked)
        .Select(declaration => compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation))
        .OfType<INamedTypeSymbol>()
        .Where(TopologyClasses.IsTopology);

    private static bool IsMarked(ClassDeclarationSyntax declaration) => declaration.AttributeLists
        .SelectMany(list => list.Attributes)
        .Select(attribute => attribute.Name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : attribute.Name.ToString())
        .Any(name => Array.IndexOf(Marks, name) >= 0);
}
