using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A security group rule that names a group of another VPC which no active peering and no enabled transit gateway joins with
/// its own: it matches nothing. Source: "Security group referencing", Amazon VPC Transit Gateways guide.
/// </summary>
public static class UnconnectedSecurityGroupReference
{
    /// <summary>ND3002.</summary>
    public static Rule Rule { get; } = new(
        "ND3002", "Security group rule references a group of a VPC that is not connected", RuleCategory.Security, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from reference in SecurityGroupReference.AcrossVpcs(network)
        where reference.From.Region == reference.To.Region
        let missing = Missing(network, reference)
        where missing is not null
        select new Finding(
            Rule,
            $"The {reference.RuleText} of security group '{reference.Group.Name}' ({network.Text(reference.From.Id)}) that references '{reference.Referenced.Name}' of {network.Text(reference.To.Id)} matches nothing: {missing}; or write a prefix such as {reference.To.Primary}.",
            reference.Rule.Peer.Origin)
        {
            Related = [reference.RelatedTo(network)],
            FixArguments = reference.FixArgumentsFor(network).ToEquatableArray(),
        };

    /// <summary>What is missing, and what to do; nothing when the reference works.</summary>
    private static string? Missing(NetworkIndex network, SecurityGroupReference reference)
    {
        var stop = NoPlace(network, reference.Group) ?? NoPlace(network, reference.Referenced);
        if (reference.Pairs.Any(pair => network.Whole.MayReference(pair.From, pair.To, reference.IsIngress, overTransitGateway: stop is null)))
        {
            return null;
        }

        if (stop is not null && reference.Pairs.Any(pair => network.Whole.MayReference(pair.From, pair.To, reference.IsIngress)))
        {
            return $"{stop}; peer the two VPCs";
        }

        var gateways = network.Topology.TransitGateways
            .Where(gateway => gateway.AttachmentOf(reference.From.Id) is not null && gateway.AttachmentOf(reference.To.Id) is not null)
            .ToList();
        var peering = network.Topology.Peerings
            .FirstOrDefault(peering => peering.Joins(reference.From.Id) && peering.Joins(reference.To.Id));
        var profile = network.Topology.Profile;
        if (peering is { Status: PeeringStatus.Active })
        {
            return $"the profile {profile} of this network has {nameof(profile.GroupReferencesOverPeering)} {profile.GroupReferencesOverPeering}; set it";
        }

        if (peering is not null)
        {
            return peering.Status == PeeringStatus.PendingAcceptance
                ? $"{network.Text(peering.Id)} between the two is never accepted; accept it with AcceptedBy"
                : $"{network.Text(peering.Id)} between the two is {peering.StatusText}; request a new one";
        }

        if (gateways.Count == 0)
        {
            return "no peering joins the two VPCs, and no transit gateway has both attached; peer them";
        }

        if (profile.GroupReferencesOverTransitGateway == GroupReferencesOverTransitGateway.Never)
        {
            return $"the profile {profile} of this network has {nameof(profile.GroupReferencesOverTransitGateway)} {profile.GroupReferencesOverTransitGateway}; set it";
        }

        return reference.IsIngress
            ? Disabled(network, gateways[0], reference)
            : $"over {network.Text(gateways[0].Id)} only ingress rules can reference a group; peer the two VPCs";
    }

    /// <summary>Why transit gateways carry no reference from or to any interface of a group; nothing when they do, or when none has the group yet.</summary>
    private static string? NoPlace(NetworkIndex network, SecurityGroup group)
    {
        var members = network.Topology.NetworkInterfaces.Where(each => each.SecurityGroups.Contains(group.Id)).ToList();
        return members.Count == 0 || members.Exists(network.Whole.CarriesReferences) ? null
            : members.TrueForAll(each => each.ManagedBy is { Kind: ElementKind.VpcEndpoint })
                ? $"all interfaces of '{group.Name}' are of endpoints, for which transit gateways carry no references"
            : $"all interfaces of '{group.Name}' are in zone {AvailabilityZones.WithoutGroupReferences} or of endpoints, for which transit gateways carry no references";
    }

    /// <summary>The option of the transit gateway or of an attachment that is off.</summary>
    private static string Disabled(NetworkIndex network, TransitGateway gateway, SecurityGroupReference reference)
    {
        if (!gateway.SecurityGroupReferencing)
        {
            return $"{network.Text(gateway.Id)} between the two does not allow it; call SecurityGroupReferencing on it";
        }

        var attachments = new[] { gateway.AttachmentOf(reference.From.Id)!, gateway.AttachmentOf(reference.To.Id)! };
        if (attachments.FirstOrDefault(attachment => !attachment.IsAvailable) is { } absent)
        {
            return $"{network.Text(absent.Id)} of {network.Text(gateway.Id)} is {TransitGatewayAttachment.Text(absent.State)}; see that it is available";
        }

        var closed = attachments.First(attachment => !attachment.SecurityGroupReferencing);
        return $"{network.Text(closed.Id)} of {network.Text(gateway.Id)} does not allow it; take away SecurityGroupReferencing(false)";
    }
}
