using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A VPC that sends to sites by a transit gateway and a Direct Connect gateway, and of which no allowed prefix tells the sites: they never learn a route back. Source:
/// "Allowed prefixes interactions for AWS Direct Connect gateways", AWS Direct Connect User Guide.
/// </summary>
public static class AllowedPrefixesMissVpc
{
    /// <summary>ND2094.</summary>
    public static Rule Rule { get; } = new(
        "ND2094", "Allowed prefixes tell the sites nothing of a VPC", RuleCategory.Routing, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from gateway in network.Topology.TransitGateways
        from toSites in gateway.Attachments
        where toSites is { Kind: TransitGatewayAttachmentKind.DirectConnectGateway, IsAvailable: true }
        let association = network.Find<DirectConnectGateway>(toSites.Resource)?.Associations.FirstOrDefault(each => each.Gateway == gateway.Id)
        where association is { AllowedPrefixes.Count: > 0 }
        from toVpc in gateway.Attachments
        where toVpc is { Vpc: not null, IsAvailable: true, Association: not null }
        let vpc = network.Find<Vpc>(toVpc.Resource)
        where vpc is not null && !association.AllowedPrefixes.Any(allowed => vpc.AllBlocks.Any(block => block.Value.Overlaps(allowed.Value)))
        where network.Tables.RoutesOf(toVpc.Association!).Any(route => route.Target == toSites.Id)
            && network.SubnetsOf(vpc.Id).Any(subnet => network.RoutesOfHosts(subnet, gateway).Any())
        select new Finding(
            Rule,
            $"{Sentence.Start(network.Text(vpc.Id))} ({vpc.Primary}) sends to the sites behind {network.Text(toSites.Resource)}, which is allowed nothing of it for {network.Text(gateway.Id)}: they learn no route back; call Allow(\"{vpc.Primary}\") on attachment '{toSites.Name}'.",
            toSites.Origin)
        {
            Related = [new RelatedOrigin(vpc.Origin, network.Text(vpc.Id))],
            FixArguments = FixArguments.Of(FixArguments.Call, $"Allow(\"{vpc.Primary}\")").ToEquatableArray(),
        };
}
