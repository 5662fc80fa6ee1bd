using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Gives an entry a number before the one that decides.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NetworkAclEntryNeverDecidesFix() : FindingFix(NetworkAclEntryNeverDecides.Rule)
{
    private protected override string Title(FindingSite site) => $"Give the entry the number {site.Argument(FixArguments.Replacement)}";

    private protected override IEnumerable<SourceEdit> Edits(FindingSite site) =>
        site.Expression is InvocationExpressionSyntax entry && Literals.Replace(Calls.Argument(entry, "number", 0), site.Argument(FixArguments.Replacement)) is { } edit ? [edit] : [];
}
