using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Adds the entry that lets replies to ephemeral ports through.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NetworkAclDropsRepliesFix() : FindingFix(NetworkAclDropsReplies.Rule)
{
    private protected override string Title(FindingSite site) => "Let replies to ephemeral ports through";

    private protected override IEnumerable<SourceEdit> Edits(FindingSite site) =>
        site.Argument(FixArguments.Call) is { } call && Calls.Around(site.Expression) is { } declaration
            ? [SourceEdit.InsertAfter(Calls.Chain(declaration), $".{call}")]
            : [];
}
