using System.Reflection;
using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Translation;

/// <summary>
/// Extension blocks of C# 14, which the oldest compiler that we support does not know: what tells of them is asked for by name.
/// </summary>
internal static class ExtensionBlocks
{
    private static readonly PropertyInfo? ExtensionParameter = typeof(INamedTypeSymbol).GetProperty("ExtensionParameter");

    /// <summary>The member of an extension block that a static method is made of; nothing for other methods.</summary>
    public static IMethodSymbol? Implemented(IMethodSymbol method)
    {
        if (ExtensionParameter is null || method is not { IsStatic: true, ContainingType: { IsStatic: true } container } || Parameter(container) is not null)
        {
            return null;
        }

        var syntax = method.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault();
        return syntax is null ? null : container.OriginalDefinition.GetTypeMembers()
            .Where(block => Parameter(block) is not null)
            .SelectMany(block => block.GetMembers().OfType<IMethodSymbol>())
            .FirstOrDefault(member => member.DeclaringSyntaxReferences is [var declared, ..] && declared.SyntaxTree == syntax.SyntaxTree && declared.Span == syntax.Span);
    }

    /// <summary>The parameter that stands for what is extended; nothing where the type is no extension block.</summary>
    public static IParameterSymbol? Parameter(INamedTypeSymbol? type) =>
        type is null ? null : ExtensionParameter?.GetValue(type) as IParameterSymbol;
}
