using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes.Editing;

/// <summary>A fix that replaces the literal at the finding, and what belongs to it, by what the check proposes.</summary>
public abstract class ReplacementFix : FindingFix
{
    private protected ReplacementFix(params Rule[] rules)
        : base(rules)
    {
    }

    private protected sealed override string Title(FindingSite site) =>
        $"Replace by \"{site.Argument(FixArguments.Replacement)}\"";

    private protected sealed override IEnumerable<SourceEdit> Edits(FindingSite site) =>
        Literals.Replace(site.Expression, site.Argument(FixArguments.Replacement)) is { } replacement
            ? [replacement, .. site.FurtherEdits()]
            : [];
}
