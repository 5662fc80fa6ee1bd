using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes.Editing;

/// <summary>A fix that writes the block of the other VPC where a rule references one of its security groups.</summary>
public abstract class PrefixForGroupFix : FindingFix
{
    private protected PrefixForGroupFix(Rule rule)
        : base(rule)
    {
    }

    private protected sealed override string Title(FindingSite site) =>
        $"Use the prefix \"{site.Argument(FixArguments.Replacement)}\" in place of the group";

    private protected sealed override IEnumerable<SourceEdit> Edits(FindingSite site) =>
        site.Argument(FixArguments.Replacement) is { } prefix && site.Expression is { Parent: ArgumentSyntax } reference
            ? [SourceEdit.Replace(reference, Literals.Quote(prefix))]
            : [];
}
