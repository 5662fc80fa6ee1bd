using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NetDsl.Evaluation.Source;

/// <summary>
/// Calls that C# leaves out, arguments and all: of a method that is conditional on symbols of which the file of the call defines
/// none, and of a partial method that nobody implements.
/// </summary>
internal static class DroppedCalls
{
    public static bool IsDropped(IInvocationOperation call)
    {
        var method = call.TargetMethod.OriginalDefinition;
        if (method is { IsPartialDefinition: true, PartialImplementationPart: null, ReturnsVoid: true })
        {
            return true;
        }

        var symbols = method.GetAttributes()
            .Where(attribute => attribute.AttributeClass is { Name: nameof(ConditionalAttribute), ContainingNamespace: { Name: nameof(System.Diagnostics), ContainingNamespace.Name: nameof(System) } })
            .Select(attribute => attribute.ConstructorArguments is [{ Value: string symbol }] ? symbol : null)
            .ToList();
        return symbols.Count > 0 && !symbols.Any(symbol => symbol is not null && IsDefined(symbol, call.Syntax.SyntaxTree));
    }

    /// <summary>By the options, or by the last word of the file, which stands before its code.</summary>
    private static bool IsDefined(string symbol, SyntaxTree tree)
    {
        var isDefined = tree.Options.PreprocessorSymbolNames.Contains(symbol);
        foreach (var trivia in tree.GetRoot().GetFirstToken(includeZeroWidth: true).LeadingTrivia)
        {
            isDefined = trivia.GetStructure() switch
            {
                DefineDirectiveTriviaSyntax { IsActive: true } define when define.Name.ValueText == symbol => true,
                UndefDirectiveTriviaSyntax { IsActive: true } undefine when undefine.Name.ValueText == symbol => false,
                _ => isDefined,
            };
        }

        return isDefined;
    }
}
