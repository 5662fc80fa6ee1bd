using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetDsl.Evaluation.Memory;

/// <summary>
/// What a file means to code in other files: everything but the bodies of its functions. Initialisers count, because
/// constants are folded into other files.
/// </summary>
internal static class DeclarationHash
{
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<ulong>> Known = new();

    public static ulong Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (Known.TryGetValue(tree, out var known))
        {
            return known.Value;
        }

        var hash = Compute(tree, cancellation);
        return Known.GetValue(tree, _ => new StrongBox<ulong>(hash)).Value;
    }

    /// <summary>Of several files in their order.</summary>
    public static ulong Of(IEnumerable<SyntaxTree> trees, CancellationToken cancellation) =>
        trees.Aggregate(Hash.Start, (hash, tree) => Hash.Add(hash, Of(tree, cancellation)));

    private static ulong Compute(SyntaxTree tree, CancellationToken cancellation)
    {
        var hash = Hash.Add(Hash.Start, tree.FilePath);
        foreach (var symbol in tree.Options.PreprocessorSymbolNames)
        {
            hash = Hash.Add(hash, symbol);
        }

        foreach (var token in tree.GetRoot(cancellation).DescendantTokens(node => !IsBody(node)))
        {
            hash = Hash.Add(hash, token.Text);
        }

        return hash;
    }

    private static bool IsBody(SyntaxNode node) =>
        node is BlockSyntax or GlobalStatementSyntax
        || (node is ArrowExpressionClauseSyntax && node.Parent is MemberDeclarationSyntax or AccessorDeclarationSyntax);

    /// <summary>FNV-1a, 64 bits: the same in every process.</summary>
    private static class Hash
    {
        public const ulong Start = 14695981039346656037;
        private const ulong Prime = 1099511628211;

        public static ulong Add(ulong hash, string text)
        {
            foreach (var character in text)
            {
                hash = unchecked((hash ^ character) * Prime);
            }

            return unchecked((hash ^ '\n') * Prime);
        }

        public static ulong Add(ulong hash, ulong value) => unchecked((hash ^ value) * Prime);
    }
}
