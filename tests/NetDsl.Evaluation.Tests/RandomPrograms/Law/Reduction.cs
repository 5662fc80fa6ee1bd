using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetDsl.Evaluation.Tests;

/// <summary>
/// Makes a program small that differs: takes out statements, members and types, unwraps blocks, puts expressions in the place of those around
/// them, while it still compiles and differs in the same way. What ends a loop stands in its head, which stays.
/// </summary>
static class Reduction
{
    /// <summary>The smallest text that was found.</summary>
    /// <param name="namespace">Where the topology class is.</param>
    /// <param name="source">The program.</param>
    /// <param name="differs">Whether a program still differs in the same way.</param>
    /// <param name="patience">For how long it is tried.</param>
    public static string Smallest(string @namespace, string source, Func<ProgramBatch, bool> differs, TimeSpan patience)
    {
        var root = Parsed(source);
        var watch = Stopwatch.StartNew();
        foreach (var withExpressions in (bool[])[false, true])
        {
            for (var changed = true; changed && watch.Elapsed < patience;)
            {
                changed = false;
                var steps = Steps(root, withExpressions);
                for (var index = 0; index < steps.Count && watch.Elapsed < patience; index++)
                {
                    if (steps[index]() is { } candidate && candidate.Length < root.FullSpan.Length && StillDiffers(candidate))
                    {
                        root = Parsed(candidate);
                        steps = Steps(root, withExpressions);
                        changed = true;

                        // What stood here is gone; what comes after it is here now.
                        index--;
                    }
                }
            }
        }

        return root.NormalizeWhitespace().ToFullString();

        bool StillDiffers(string candidate)
        {
            using var batch = new ProgramBatch(new Dictionary<string, string> { [@namespace] = candidate });
            return batch.Compiles && differs(batch);
        }
    }

    static SyntaxNode Parsed(string source) => CSharpSyntaxTree.ParseText(source, new(LanguageVersion.CSharp14)).GetRoot();

    /// <summary>The ways to make a program a step smaller: the large steps first, and the last use before the declaration.</summary>
    static List<Func<string?>> Steps(SyntaxNode root, bool withExpressions) =>
    [
        .. root.DescendantNodes()
            .Select(node => (Depth: node.Ancestors().Count(), Node: node))
            .OrderBy(entry => entry.Depth)
            .ThenByDescending(entry => entry.Node.SpanStart)
            .SelectMany(entry => Steps(root, entry.Node, withExpressions)),
    ];

    static IEnumerable<Func<string?>> Steps(SyntaxNode root, SyntaxNode node, bool withExpressions)
    {
        switch (node)
        {
            case StatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax } statement when !IsHeadOfLoop(statement):
                yield return () => Without(statement);
                if (Inner(statement) is { } inner)
                {
                    yield return () => Replaced(statement, inner);
                }

                break;
            case MemberDeclarationSyntax { Parent: TypeDeclarationSyntax } or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or SwitchSectionSyntax
                or SwitchExpressionArmSyntax or CatchClauseSyntax or ElseClauseSyntax or FinallyClauseSyntax or ArgumentSyntax or CollectionElementSyntax
                or InterpolationSyntax:
                yield return () => Without(node);
                break;
            case ExpressionSyntax expression when withExpressions && !IsInHeadOfLoop(expression):
                foreach (var part in expression.DescendantNodes(child => child == expression || child is not ExpressionSyntax).OfType<ExpressionSyntax>())
                {
                    yield return () => Replaced(expression, part);
                }

                break;
        }

        string? Without(SyntaxNode gone) => root.RemoveNode(gone, SyntaxRemoveOptions.KeepNoTrivia)?.ToFullString();

        // As text: whether it fits is for the compiler to say.
        string Replaced(SyntaxNode old, SyntaxNode part) =>
            root.ToFullString().Remove(old.SpanStart, old.Span.Length).Insert(old.SpanStart, part.ToString());
    }

    /// <summary>The block of a statement that is more than one.</summary>
    static BlockSyntax? Inner(StatementSyntax statement) => statement switch
    {
        BlockSyntax { Statements: [BlockSyntax inner] } => inner,
        IfStatementSyntax { Statement: BlockSyntax inner } => inner,
        TryStatementSyntax { Block: var inner } => inner,
        ForStatementSyntax { Statement: BlockSyntax inner } => inner,
        ForEachStatementSyntax { Statement: BlockSyntax inner } => inner,
        _ => null,
    };

    /// <summary>A jump back, by what it counts.</summary>
    static bool IsHeadOfLoop(StatementSyntax statement) => statement is IfStatementSyntax { Statement: GotoStatementSyntax };

    static bool IsInHeadOfLoop(ExpressionSyntax expression)
    {
        foreach (var around in expression.Ancestors())
        {
            switch (around)
            {
                case ForStatementSyntax or ForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax:
                case IfStatementSyntax { Statement: GotoStatementSyntax }:
                // A recursion ends by a condition, too.
                case BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax:
                    return true;
                case StatementSyntax:
                    return false;
            }
        }

        return false;
    }
}
