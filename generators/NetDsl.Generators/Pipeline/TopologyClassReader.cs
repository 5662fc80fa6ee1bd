using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Evaluation;
using NetDsl.Generators.Emission;
using NetDsl.Model;

namespace NetDsl.Generators.Pipeline;

/// <summary>Reads the declaration of a class marked <c>[Topology]</c>.</summary>
internal static class TopologyClassReader
{
    /// <summary>
    /// The declaration; nothing where a second part of the class could not be written: it is not
    /// partial, or is nested, or is generic, or is local to its file. The analyzers say so. C# says that a name is missing.
    /// </summary>
    public static TopologyClass? Read(INamedTypeSymbol symbol, CancellationToken cancellation)
    {
        if (symbol.ContainingType is not null || symbol.IsGenericType || symbol.IsFileLocal || LacksName(symbol) || !IsPartial(symbol, cancellation))
        {
            return null;
        }

        var qualifiedName = symbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return new TopologyClass(
            symbol.Name,
            symbol.ContainingNamespace.IsGlobalNamespace
                ? ""
                : symbol.ContainingNamespace.ToDisplayString(
                    SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)),
            qualifiedName,
            qualifiedName.Replace("global::", "").Replace("@", ""),
            MemberNames.All
                .Where(name => name == symbol.Name || !symbol.GetMembers(name).IsEmpty)
                .OrderBy(name => name, StringComparer.Ordinal)
                .ToEquatableArray(),
            SourceFile(symbol));
    }

    private static bool LacksName(ISymbol symbol) => symbol.Name.Length == 0
        || symbol.ContainingNamespace is { IsGlobalNamespace: false } space && LacksName(space);

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.All(part =>
            part.GetSyntax(cancellation) is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string SourceFile(INamedTypeSymbol symbol) =>
        ((ISymbol?)TopologyClasses.Definition(symbol) ?? symbol).DeclaringSyntaxReferences[0].SyntaxTree.FilePath;
}
