using Microsoft.CodeAnalysis;

namespace NetDsl.Generators.Pipeline;

/// <summary>A class marked <c>[Topology]</c>: no more than is needed to find it again in a compilation.</summary>
/// <param name="MetadataName">Its name in metadata, with namespace and outer types.</param>
public sealed record MarkedClass(string MetadataName)
{
    /// <summary>The class; nothing for a second mark of the same class, which is an error of C#.</summary>
    internal static MarkedClass? Find(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        context.TargetSymbol is INamedTypeSymbol symbol && IsFirstMark(context, symbol, cancellation) ? new MarkedClass(NameOf(symbol)) : null;

    private static bool IsFirstMark(GeneratorAttributeSyntaxContext context, INamedTypeSymbol symbol, CancellationToken cancellation) =>
        symbol.GetAttributes()
            .First(mark => SymbolEqualityComparer.Default.Equals(mark.AttributeClass, context.Attributes[0].AttributeClass))
            .ApplicationSyntaxReference?.GetSyntax(cancellation).Parent?.Parent == context.TargetNode;

    private static string NameOf(INamedTypeSymbol symbol)
    {
        if (symbol.ContainingType is { } outer)
        {
            return $"{NameOf(outer)}+{symbol.MetadataName}";
        }

        return symbol.ContainingNamespace is { IsGlobalNamespace: false } space
            ? $"{space.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.None))}.{symbol.MetadataName}"
            : symbol.MetadataName;
    }
}
