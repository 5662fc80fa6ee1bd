using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A peering connection across accounts or regions that nobody accepts: it expires after seven days.
/// Source: "VPC peering connection lifecycle", Amazon VPC Peering Guide.
/// </summary>
public static class PeeringNeverAccepted
{
    /// <summary>ND2006.</summary>
    public static Rule Rule { get; } = new(
        "ND2006", "Peering connection is never accepted", RuleCategory.Routing, Severity.Error);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network)
    {
        foreach (var peering in network.Topology.Peerings.Where(peering => peering.Status == PeeringStatus.PendingAcceptance))
        {
            if (network.Find<Vpc>(peering.Requester.Value) is not { } requester
                || network.Find<Vpc>(peering.Accepter.Value) is not { } accepter)
            {
                continue;
            }

            var across = (requester.Account != accepter.Account, requester.Region != accepter.Region) switch
            {
                (true, true) => "accounts and regions",
                (true, false) => "accounts",
                _ => "regions",
            };
            yield return new Finding(
                Rule,
                $"Peering connection {network.Name(peering.Id)} joins {network.Text(requester.Id)} and {network.Text(accepter.Id)} across {across}, and nobody accepts it; add AcceptedBy with {network.Text(accepter.Account)}, the owner of {network.Text(accepter.Id)}.",
                peering.Origin)
            {
                Related = [new RelatedOrigin(accepter.Origin, $"{network.Text(accepter.Id)}, whose owner accepts")],
            };
        }
    }
}
