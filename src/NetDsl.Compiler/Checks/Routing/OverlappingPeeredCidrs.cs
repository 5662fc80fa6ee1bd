using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// Peered VPCs that share addresses, in whichever of their blocks. Source: "VPC peering limitations", Amazon VPC Peering Guide.
/// </summary>
public static class OverlappingPeeredCidrs
{
    /// <summary>ND2001.</summary>
    public static Rule Rule { get; } = new(
        "ND2001", "Blocks of peered VPCs overlap", RuleCategory.Routing, Severity.Error);

    internal static Check Check { get; } = new(Rule, Find);

    private static IEnumerable<Finding> Find(NetworkIndex network)
    {
        var renumbering = new Renumbering(network);
        foreach (var peering in network.Topology.Peerings)
        {
            if (network.Find<Vpc>(peering.Requester.Value) is not { } requester
                || network.Find<Vpc>(peering.Accepter.Value) is not { } accepter)
            {
                continue;
            }

            foreach (var asking in requester.Blocks)
            {
                foreach (var asked in accepter.Blocks.Where(block => block.Value.Overlaps(asking.Value)))
                {
                    yield return SourceOrder.IsFirstLater(asking.Origin, asked.Origin)
                        ? Overlap(network, renumbering, peering, (requester, asking), (accepter, asked))
                        : Overlap(network, renumbering, peering, (accepter, asked), (requester, asking));
                }
            }
        }
    }

    private static Finding Overlap(
        NetworkIndex network,
        Renumbering renumbering,
        Peering peering,
        (Vpc Vpc, Sourced<Ipv4Prefix> Block) later,
        (Vpc Vpc, Sourced<Ipv4Prefix> Block) earlier)
    {
        var free = renumbering.Propose(later.Vpc, later.Block);
        return new Finding(
            Rule,
            $"Block {later.Block} of {network.Text(later.Vpc.Id)} overlaps {earlier.Block} of {network.Text(earlier.Vpc.Id)}, and {network.Text(peering.Id)} joins the two; peered VPCs cannot share addresses, {Renumbering.Advice(free)}.",
            later.Block.Origin)
        {
            Related =
            [
                new RelatedOrigin(earlier.Block.Origin, $"the overlapping block of {network.Text(earlier.Vpc.Id)}"),
                new RelatedOrigin(peering.Origin, "the peering connection that joins the two"),
            ],
            FixArguments = FixArguments.Of(FixArguments.Replacement, free?.ToString())
                .Concat(FixArguments.Edits(
                    free is { } prefix ? renumbering.Following(later.Vpc, later.Block.Value, prefix) : []))
                .ToEquatableArray(),
        };
    }
}
