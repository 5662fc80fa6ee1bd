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
    /// The declaration; nothing where a second part of the class could not be written: it, or a type around it, is not
    /// partial, or is generic, or is local to its file. The analyzers say so.
    /// </summary>
    public static TopologyClass? Read(INamedTypeSymbol symbol, CancellationToken cancellation)
    {
        var containers = Containers(symbol).Reverse().ToList();
        if (containers.Append(symbol).Any(type => type.IsGenericType || type.IsFileLocal || !IsPartial(type, cancellation)))
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
            containers.Select(Declaration).ToEquatableArray(),
            qualifiedName,
            qualifiedName.Replace("global::", "").Replace("@", ""),
            MemberNames.All
                .Where(name => name == symbol.Name || !symbol.GetMembers(name).IsEmpty)
                .OrderBy(name => name, StringComparer.Ordinal)
                .ToEquatableArray(),
            SourceFile(symbol),
            containers.Append(symbol).All(IsReachable));
    }

    private static IEnumerable<INamedTypeSymbol> Containers(INamedTypeSymbol symbol)
    {
        for (var container = symbol.ContainingType; container is not null; container = container.ContainingType)
        {
            yield return container;
        }
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.All(part =>
            part.GetSyntax(cancellation) is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string Declaration(INamedTypeSymbol type)
    {
        var keyword = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
            { TypeKind: TypeKind.Struct } => "struct",
            { IsRecord: true } => "record",
            _ => "class",
        };
        return $"partial {keyword} {Identifier.Escape(type.Name)}";
    }

    private static string SourceFile(INamedTypeSymbol symbol) =>
        ((ISymbol?)TopologyClasses.Definition(symbol) ?? symbol).DeclaringSyntaxReferences[0].SyntaxTree.FilePath;

    private static bool IsReachable(INamedTypeSymbol type) => type.DeclaredAccessibility
        is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;
}
