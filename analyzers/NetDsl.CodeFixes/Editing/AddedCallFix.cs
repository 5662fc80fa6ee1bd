using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes.Editing;

/// <summary>A fix that adds a call to the builder at the finding: the one that the check proposes, where the fix knows no other.</summary>
public abstract class AddedCallFix : FindingFix
{
    private protected AddedCallFix(Rule rule)
        : base(rule)
    {
    }

    private protected override string Title(FindingSite site) => $"Add {Call(site)}";

    /// <summary>The call, without the dot; nothing when there is none to add.</summary>
    private protected virtual string? Call(FindingSite site) => site.Argument(FixArguments.Call);

    /// <summary>What the call is added behind, by default the declaration itself.</summary>
    private protected virtual ExpressionSyntax Behind(InvocationExpressionSyntax declaration) => declaration;

    private protected sealed override IEnumerable<SourceEdit> Edits(FindingSite site) =>
        Call(site) is { } call && Calls.Around(site.ExpressionAt(FixArguments.CallPlace) ?? site.Expression) is { } declaration
            ? [SourceEdit.InsertAfter(Behind(declaration), $".{call}")]
            : [];
}
