using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>A subnet that does not lie inside one block of its VPC. Source: "Subnet CIDR blocks", Amazon VPC User Guide.</summary>
public static class SubnetOutsideVpc
{
    /// <summary>ND1020.</summary>
    public static Rule Rule { get; } = new(
        "ND1020", "Subnet lies outside its VPC", RuleCategory.Addressing, Severity.Error);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network)
    {
        foreach (var vpc in network.Topology.Vpcs)
        {
            var room = new SubnetRoom(network, vpc);
            foreach (var subnet in network.SubnetsOf(vpc.Id).Where(subnet => !room.IsInside(subnet)))
            {
                var free = room.Propose(subnet.Prefix.Value);
                var blocks = Sentence.Join([.. vpc.Blocks.Select(block => block.ToString())]);
                yield return new Finding(
                    Rule,
                    $"Subnet {network.Name(subnet.Id)} ({subnet.Prefix}) does not lie inside a block of {network.Text(vpc.Id)} ({blocks}); {SubnetRoom.Advice(subnet, free)}.",
                    subnet.Prefix.Origin)
                {
                    Related = vpc.Blocks
                        .Select(block => new RelatedOrigin(block.Origin, $"a block of {network.Text(vpc.Id)}"))
                        .ToEquatableArray(),
                    FixArguments = FixArguments.Of(FixArguments.Replacement, free?.ToString()).ToEquatableArray(),
                };
            }
        }
    }
}
