using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Attachments of transit gateways.</content>
internal sealed partial class TopologyIndex
{
    private readonly Dictionary<ElementId, Dictionary<ElementId, TransitGatewayAttachment>> attachments = [];
    private readonly Dictionary<ElementId, Dictionary<string, Subnet>> attachedSubnets = [];
    private readonly Dictionary<ElementId, bool> applianceModes = [];

    /// <summary>What <see cref="TransitGateway.AttachmentOf"/> says, for walks, which ask it at each gateway.</summary>
    public TransitGatewayAttachment? AttachmentOf(TransitGateway gateway, ElementId resource)
    {
        if (!attachments.TryGetValue(gateway.Id, out var known))
        {
            known = [];
            foreach (var attachment in gateway.Attachments.Where(each => !known.ContainsKey(each.Resource)))
            {
                known.Add(attachment.Resource, attachment);
            }

            attachments.Add(gateway.Id, known);
        }

        return known.TryGetValue(resource, out var found) ? found : null;
    }

    /// <summary>Whether some attachment of a gateway is in appliance mode, so that the zones of both ends of a flow count.</summary>
    public bool HasApplianceMode(TransitGateway gateway)
    {
        if (!applianceModes.TryGetValue(gateway.Id, out var has))
        {
            has = gateway.Attachments.Any(attachment => attachment.ApplianceMode);
            applianceModes.Add(gateway.Id, has);
        }

        return has;
    }

    /// <summary>The zone in which an address is, of the first attached VPC that has it.</summary>
    public string? AttachedZoneOf(TransitGateway gateway, IpAddress address) => gateway.Attachments
        .Where(each => each is { IsAvailable: true, Vpc: not null })
        .Select(each => Get<Vpc>(each.Resource))
        .Where(vpc => vpc.Contains(address))
        .Take(1)
        .Select(vpc => SubnetOf(vpc, address) is { } home ? TransitZoneIdOf(home) : null)
        .FirstOrDefault();

    /// <summary>The subnet of an attachment in a zone. The zone by its identifier: the attachment may be of another account than the flow.</summary>
    public Subnet? SubnetIn(TransitGatewayAttachment attachment, string zoneId)
    {
        if (!attachedSubnets.TryGetValue(attachment.Id, out var known))
        {
            known = [];
            foreach (var subnet in attachment.Subnets.Select(each => Get<Subnet>(each.Value)).Where(each => !known.ContainsKey(ZoneIdOf(each))))
            {
                known.Add(ZoneIdOf(subnet), subnet);
            }

            attachedSubnets.Add(attachment.Id, known);
        }

        return known.TryGetValue(zoneId, out var found) ? found : null;
    }
}
