using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetDsl.Evaluation.Source;

/// <summary>Chains of calls on what calls give, so long that a thread of the compiler's own may have too little stack for them.</summary>
internal static class LongChains
{
    private const int Links = 500;

    // What is shorter has no room for that many.
    private const int ShortestText = Links * 4;

    public static bool Has(SyntaxNode node) =>
        node.FullSpan.Length >= ShortestText && node.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(IsLong);

    private static bool IsLong(InvocationExpressionSyntax call)
    {
        var links = 0;
        for (var each = call; each is not null && links < Links; each = (each.Expression as MemberAccessExpressionSyntax)?.Expression as InvocationExpressionSyntax)
        {
            links++;
        }

        return links == Links;
    }
}
