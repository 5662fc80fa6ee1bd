using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes.Editing;

/// <summary>A fix that adds the subnet that a check names to what is in subnets, where a variable keeps it.</summary>
public abstract class AddedSubnetFix : AddedCallFix
{
    private readonly string what;

    private protected AddedSubnetFix(Rule rule, string what)
        : base(rule) => this.what = what;

    private protected sealed override string Title(FindingSite site) => $"Add subnet '{VariableOf(site)}' to the {what}";

    private protected sealed override string? Call(FindingSite site) => VariableOf(site) is { } subnet ? $"Subnet({subnet})" : null;

    private static string? VariableOf(FindingSite site) => site.VariableAt(FixArguments.SubnetPlace)?.Identifier.Text;
}
