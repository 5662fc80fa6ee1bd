using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetDsl.Evaluation.Memory;

/// <summary>
/// The files that our own generator has written into a compilation. The generator evaluates before they are there, the analyzers when
/// they are; the result is the same unless the program speaks of what they declare. They are second parts of topology classes, and
/// add names to those only.
/// </summary>
internal sealed class GeneratedParts
{
    private const string Generator = "NetDsl.Generators.TopologyGenerator";
    private readonly ulong hash;
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public GeneratedParts(Compilation compilation, CancellationToken cancellation)
    {
        var parts = compilation.SyntaxTrees.Where(IsGenerated).ToList();
        hash = TreeDeclarations.Hash(parts, cancellation);
        names.UnionWith(parts.SelectMany(part => DeclaredBy(part.GetRoot(cancellation))));
    }

    public static bool IsGenerated(SyntaxTree tree) => tree.FilePath.IndexOf(Generator, StringComparison.Ordinal) >= 0;

    public bool Equals(GeneratedParts other) => hash == other.hash;

    /// <summary>The names by which code reaches what these or those parts declare.</summary>
    public IReadOnlyCollection<string> NamesWith(GeneratedParts other) => [.. names.Union(other.names)];

    private static IEnumerable<string> DeclaredBy(SyntaxNode node) => node switch
    {
        CompilationUnitSyntax unit => unit.Members.SelectMany(DeclaredBy),
        BaseNamespaceDeclarationSyntax space => space.Members.SelectMany(DeclaredBy),
        BaseTypeDeclarationSyntax type when type.Modifiers.Any(SyntaxKind.FileKeyword) => [],
        TypeDeclarationSyntax part when part.Modifiers.Any(SyntaxKind.PartialKeyword) => part.Members.SelectMany(NamesOf),
        MemberDeclarationSyntax other => NamesOf(other),
        _ => [],
    };

    private static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => [type.Identifier.ValueText],
        DelegateDeclarationSyntax type => [type.Identifier.ValueText],
        MethodDeclarationSyntax method => [method.Identifier.ValueText],
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        EventDeclarationSyntax happening => [happening.Identifier.ValueText],
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        _ => [],
    };
}
