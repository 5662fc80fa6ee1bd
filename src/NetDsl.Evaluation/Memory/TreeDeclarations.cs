using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetDsl.Evaluation.Memory;

/// <summary>
/// What a file means to code in other files: everything but the bodies of its functions. Initialisers count, because
/// constants are folded into other files. Found in one walk, and remembered as long as the file lives.
/// </summary>
internal sealed class TreeDeclarations
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeDeclarations> Known = new();
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> KnownNames = new();
    private readonly ulong hash = Fnv.Start;
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    private TreeDeclarations(SyntaxTree tree, CancellationToken cancellation)
    {
        hash = Fnv.Add(hash, tree.FilePath);
        foreach (var symbol in tree.Options.PreprocessorSymbolNames)
        {
            hash = Fnv.Add(hash, symbol);
        }

        foreach (var token in tree.GetRoot(cancellation).DescendantTokens(node => !IsBody(node)))
        {
            hash = Fnv.Add(hash, token.Text);
            if (token.IsKind(SyntaxKind.IdentifierToken))
            {
                names.Add(token.ValueText);
            }
        }
    }

    /// <summary>The names that stand in declarations, whatever they mean.</summary>
    public IReadOnlyCollection<string> Names => names;

    public static TreeDeclarations Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (Known.TryGetValue(tree, out var known))
        {
            return known;
        }

        var declarations = new TreeDeclarations(tree, cancellation);
        return Known.GetValue(tree, _ => declarations);
    }

    /// <summary>The hash of several files in their order: the same when all declare the same.</summary>
    public static ulong Hash(IEnumerable<SyntaxTree> trees, CancellationToken cancellation) =>
        trees.Aggregate(Fnv.Start, (hash, tree) => Fnv.Add(hash, Of(tree, cancellation).hash));

    public bool Mentions(IEnumerable<string> sought) => sought.Any(names.Contains);

    /// <summary>Whether a name stands anywhere in a file, bodies included.</summary>
    public static bool IsMentioned(IEnumerable<string> sought, SyntaxTree tree, CancellationToken cancellation)
    {
        if (!KnownNames.TryGetValue(tree, out var all))
        {
            var found = new HashSet<string>(StringComparer.Ordinal);
            foreach (var token in tree.GetRoot(cancellation).DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.IdentifierToken))
                {
                    found.Add(token.ValueText);
                }
            }

            all = KnownNames.GetValue(tree, _ => found);
        }

        return sought.Any(all.Contains);
    }

    private static bool IsBody(SyntaxNode node) =>
        node is BlockSyntax or GlobalStatementSyntax
        || (node is ArrowExpressionClauseSyntax && node.Parent is MemberDeclarationSyntax or AccessorDeclarationSyntax);

    /// <summary>FNV-1a, 64 bits: the same in every process.</summary>
    private static class Fnv
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
