using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A security group rule that names a group of another region, which nothing makes work. Source: "Update your security groups to
/// reference peer security groups", Amazon VPC Peering Guide (R-4.4).
/// </summary>
public static class CrossRegionSecurityGroupReference
{
    /// <summary>ND3001.</summary>
    public static Rule Rule { get; } = new(
        "ND3001", "Security group rule references a group of another region", RuleCategory.Security, Severity.Error);

    internal static Check Check { get; } = new(Rule, Find);

    private static IEnumerable<Finding> Find(NetworkIndex network) => SecurityGroupReference.AcrossVpcs(network)
        .Where(reference => reference.From.Region != reference.To.Region)
        .Select(reference => new Finding(
            Rule,
            $"Security group '{reference.Group.Name}' of {network.Text(reference.From.Id)} ({reference.From.Region.Name}) references '{reference.Referenced.Name}' of {network.Text(reference.To.Id)} ({reference.To.Region.Name}); a group of another region cannot be referenced, not even over a peering, write a prefix such as {reference.To.Primary}.",
            reference.Rule.Peer.Origin)
        {
            Related = [reference.RelatedTo(network)],
            FixArguments = reference.FixArgumentsFor(network).ToEquatableArray(),
        });
}
