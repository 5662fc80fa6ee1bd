using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Through transit gateways.</content>
internal sealed partial class PathWalk
{
    // The subnet whose private address the source of the packet is, where it is known; see sourceVpc.
    private Subnet? sourceSubnet;

    private PathEnd ToTransitGateway(Subnet subnet, MergedRoute route, Element gateway)
    {
        if (index.AttachmentOf(gateway, subnet.Vpc) is not { } attachment)
        {
            return DropAtTarget(
                gateway,
                route,
                $"VPC '{index.Vpc(subnet).Name}' is not attached to transit gateway '{gateway.Name}'; attach it");
        }

        if (!attachment.IsAvailable)
        {
            return DropAtTarget(gateway, route, NotAvailable(attachment));
        }

        if (index.SubnetIn(attachment, index.TransitZoneIdOf(subnet)) is not { } entrance)
        {
            return Drop(
                attachment,
                DropCode.TgwRouteAzRestriction,
                index.TransitZoneIdOf(subnet) is var served && served == index.ZoneIdOf(subnet)
                    ? $"attachment '{attachment.Name}' has no subnet in zone {subnet.Zone}; add one"
                    : $"attachment '{attachment.Name}' has no subnet in zone {served}, the parent of Local Zone {subnet.Zone}; add one");
        }

        if (entrance.Id != subnet.Id)
        {
            AskAcl(entrance, inbound: true);
        }

        return EnterTransitGateway(gateway, attachment, entrance);
    }

    /// <summary>The packet enters the gateway, whose associated table routes it on.</summary>
    /// <param name="gateway">The gateway.</param>
    /// <param name="attachment">The attachment that it comes from.</param>
    /// <param name="entrance">The attachment's subnet, when it comes from a VPC.</param>
    /// <param name="zoneId">The zone that it comes from, where that is known without such a subnet.</param>
    private PathEnd EnterTransitGateway(Element gateway, TransitGatewayAttachment attachment, Subnet? entrance, string? zoneId = null)
    {
        steps.Add(new TransitGatewayStep(
            nodes.Of(attachment), Entering: true, entrance is null ? -1 : nodes.Of(entrance), Unspecified: false));
        if (attachment.Association is not { } association)
        {
            return Drop(
                attachment,
                DropCode.TgwAttachMissingTgwRtbAssociation,
                $"attachment '{attachment.Name}' is associated with no route table of transit gateway '{gateway.Name}'; associate it");
        }

        // Between gateways no table of a VPC stands in the way of a loop.
        var table = index.Named(association);
        return entrance is null && !IsNew(table)
            ? Drop(
                table,
                DropCode.ForwardingLoop,
                $"the packet came back to route table '{table.Name}' of transit gateway '{gateway.Name}'; let routes between peered gateways, and behind network functions, lead one way only")
            : entrance is null ? ThroughTransitGateway(gateway, table, zoneId)
            : AtJunction(gateway, table, index.ZoneIdOf(entrance)) ?? ThroughTransitGateway(gateway, table, index.ZoneIdOf(entrance));
    }

    private PathEnd ThroughTransitGateway(Element gateway, Element table, string? zoneId)
    {
        if (index.Lookup(table, address, scope) is not { } route)
        {
            return Drop(
                table,
                DropCode.TgwRtbNoRouteToTgwAttachment,
                $"route table '{table.Name}' of transit gateway '{gateway.Name}' has no route to the destination; propagate its attachment or add a static route{FaultsOfLinks(gateway)}");
        }

        AddRoute(table, route);
        if (route.Target is not { } target)
        {
            return Drop(
                table,
                DropCode.BadStateRoute,
                $"route {route.Destination} of transit gateway route table '{table.Name}' is a blackhole",
                route);
        }

        var attachment = index.Get<TransitGatewayAttachment>(target);
        if (!attachment.IsAvailable)
        {
            return Drop(table, DropCode.BadStateRoute, NotAvailable(attachment), route);
        }

        return Spread(gateway, table, attachment, route) ?? attachment.Kind switch
        {
            TransitGatewayAttachmentKind.Vpc => IntoVpc(gateway, attachment, zoneId),
            _ when attachment.IsVpn => IntoVpn(attachment),
            TransitGatewayAttachmentKind.VpnConcentrator => IntoVpnConcentrator(attachment),
            TransitGatewayAttachmentKind.DirectConnectGateway => IntoDirectConnect(attachment),
            TransitGatewayAttachmentKind.Connect => IntoConnect(attachment),
            TransitGatewayAttachmentKind.NetworkFunction => ThroughNetworkFunction(gateway, attachment, zoneId),
            TransitGatewayAttachmentKind.ClientVpn => IntoClientVpn(attachment),
            TransitGatewayAttachmentKind.Peering => ToPeeredGateway(gateway, attachment),
            _ => throw new InvalidOperationException($"Nothing is known of what lies behind a {attachment.Kind} attachment."),
        };
    }

    /// <summary>Over a peering of gateways, into the other one.</summary>
    private PathEnd ToPeeredGateway(Element gateway, TransitGatewayAttachment attachment)
    {
        steps.Add(new TransitGatewayStep(nodes.Of(attachment), Entering: false, Subnet: -1, Unspecified: false));
        var other = index.Named(attachment.Resource);
        var there = index.AttachmentOf(other, gateway.Id)!;
        return EnterTransitGateway(other, there, entrance: null);
    }

    /// <summary>The packet leaves the transit gateway in a subnet of the attachment, whose table routes it on.</summary>
    private PathEnd IntoVpc(Element gateway, TransitGatewayAttachment attachment, string? zoneId)
    {
        var (exit, isOpen) = attachment.ApplianceMode
            ? ZoneOfFlow(gateway, attachment)
            : First(attachment, zoneId is null ? [] : [zoneId]);
        steps.Add(new TransitGatewayStep(nodes.Of(attachment), Entering: false, nodes.Of(exit), Unspecified: isOpen));

        if (!IsIn(exit))
        {
            AskAcl(exit, inbound: false);
        }

        return Route(exit);
    }

    /// <summary>
    /// In appliance mode: a zone that both directions of the flow agree on, that of one of its ends. Without a propagation into the
    /// associated table the gateway does not know the ends' zones.
    /// </summary>
    /// <remarks>Source: "Appliance mode", Amazon VPC Transit Gateways guide.</remarks>
    private (Subnet Exit, bool IsOpen) ZoneOfFlow(Element gateway, TransitGatewayAttachment attachment)
    {
        var knowsZones = attachment.Association is { } association
            && index.HasPropagations(association);
        var sourceZone = ZoneOfSource(gateway);
        var destinationZone = index.AttachedZoneOf(gateway, Destination);
        return First(attachment, knowsZones ? new[] { sourceZone, destinationZone }.OfType<string>().Distinct() : []);
    }

    /// <summary>The zone of the packet's source, where it is known and the gateway is attached to its VPC.</summary>
    private string? ZoneOfSource(Element gateway) =>
        sourceVpc == Carried ? ZoneOfCarried(gateway)
        : sourceSubnet is { } source && source.Vpc == sourceVpc && index.AttachmentOf(gateway, source.Vpc) is { IsAvailable: true } ? index.TransitZoneIdOf(source)
        : null;

    /// <summary>
    /// The attachment's subnet in the zone that is wanted. The lowest zone where several are, and where none is or is served; then
    /// the vendor leaves the choice open.
    /// </summary>
    private (Subnet Exit, bool IsOpen) First(TransitGatewayAttachment attachment, IEnumerable<string> wanted)
    {
        var served = wanted.Select(zoneId => index.SubnetIn(attachment, zoneId)).OfType<Subnet>().ToList();
        if (served.Count == 1)
        {
            return (served[0], false);
        }

        var candidates = served.Count > 0 ? served : attachment.Subnets.Select(subnet => index.Get<Subnet>(subnet.Value)).ToList();
        return (candidates.OrderBy(subnet => subnet.Zone.Value, StringComparer.Ordinal).First(), true);
    }

    private string FaultsOfLinks(Element gateway) => index.HasLinks
        ? ConnectFaults(gateway) + Untransported((connection, site) => connection.Target == gateway.Id && Tells(connection, site))
        : "";

    private static string NotAvailable(TransitGatewayAttachment attachment) =>
        $"attachment '{attachment.Name}' is {TransitGatewayAttachment.Text(attachment.State)}, and only an available one carries packets; {(attachment.State == TransitGatewayAttachmentState.PendingAcceptance ? "accept it with AcceptedBy" : "attach anew")}";
}
