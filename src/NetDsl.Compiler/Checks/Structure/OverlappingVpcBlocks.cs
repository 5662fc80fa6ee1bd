using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>Blocks of one VPC that share addresses. Source: "VPC CIDR blocks", Amazon VPC User Guide.</summary>
public static class OverlappingVpcBlocks
{
    /// <summary>ND1022.</summary>
    public static Rule Rule { get; } = new(
        "ND1022", "Blocks of one VPC overlap", RuleCategory.Addressing, Severity.Error);

    internal static Check Check { get; } = new(Rule, Find);

    private static IEnumerable<Finding> Find(NetworkIndex network)
    {
        var renumbering = new Renumbering(network);
        foreach (var vpc in network.Topology.Vpcs)
        {
            for (var later = 1; later < vpc.Blocks.Count; later++)
            {
                var block = vpc.Blocks[later];
                var others = vpc.Blocks.Take(later).Where(other => other.Value.Overlaps(block.Value)).ToList();
                if (others.Count == 0)
                {
                    continue;
                }

                var free = renumbering.Propose(vpc, block);
                yield return new Finding(
                    Rule,
                    $"Block {block} of {network.Text(vpc.Id)} overlaps its block {Sentence.Join([.. others.Select(other => other.ToString())])}; {Renumbering.Advice(free)}.",
                    block.Origin)
                {
                    Related = others
                        .Select(other => new RelatedOrigin(other.Origin, $"the block {other} of the same VPC"))
                        .ToEquatableArray(),
                    FixArguments = FixArguments.Of(FixArguments.Replacement, free?.ToString()).ToEquatableArray(),
                };
            }
        }
    }
}
