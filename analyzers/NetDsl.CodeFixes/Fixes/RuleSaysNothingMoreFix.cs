using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Takes a rule away that lets through nothing of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RuleSaysNothingMoreFix() : FindingFix(RuleSaysNothingMore.Rule)
{
    private protected override string Title(FindingSite site) => "Remove the rule";

    private protected override IEnumerable<SourceEdit> Edits(FindingSite site) =>
        site.Expression is InvocationExpressionSyntax rule && Removal.Of(rule) is { } edit ? [edit] : [];
}
