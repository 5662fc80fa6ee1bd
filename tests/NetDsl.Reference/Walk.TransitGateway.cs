using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>What transit gateways do to the packet: interconnect section 2.</summary>
sealed partial class Walk
{
    // The subnet that the packet left last, from its sender or a translator.
    Subnet? leftFrom;

    /// <summary>Route, target transit gateway, steps 1 and 2: out of a VPC.</summary>
    void ToTransitGateway(TransitGateway gateway, Subnet from)
    {
        if (gateway.Attachments.FirstOrDefault(each => each.Vpc == from.Vpc) is not { State: TransitGatewayAttachmentState.Available } ingress)
        {
            Refuse(DropCode.BadStateRoute, gateway, $"{from.Vpc} has no available attachment");
            return;
        }

        if (SubnetOf(ingress, topology.TransitZoneId(from)) is not { } entry)
        {
            Refuse(DropCode.TgwRouteAzRestriction, ingress, $"no subnet in {from.Zone}");
            return;
        }

        if (entry.Id != from.Id)
        {
            AskAcl(entry, inbound: true);
        }

        if (isTunnel)
        {
            isHome = home == gateway.Id;
            return;
        }

        Cross(gateway, ingress, topology.TransitZoneId(from));
    }

    /// <summary>Steps 3 and 4: the table that is associated with where the packet comes from; what it says.</summary>
    void Cross(TransitGateway gateway, TransitGatewayAttachment ingress, string? zone)
    {
        if (gateway.RouteTables.FirstOrDefault(each => each.Id == ingress.Association) is not { } table)
        {
            Refuse(DropCode.TgwAttachMissingTgwRtbAssociation, ingress, "associated with no table");
            return;
        }

        Pass(ingress, $"enters {gateway.Id}");
        if (ingress.Kind != TransitGatewayAttachmentKind.Vpc && !visited.Add((table.Id, sourceVpc)))
        {
            Refuse(DropCode.ForwardingLoop, table, "the packet came over a peering before");
            return;
        }

        if (Lookup(table, gateway) is not { } route)
        {
            Refuse(DropCode.TgwRtbNoRouteToTgwAttachment, table, $"no route to {Goal}");
            return;
        }

        if (route is not { State: TransitGatewayAttachmentState.Available } egress)
        {
            Refuse(DropCode.BadStateRoute, table, $"the route leads to {route.Id}, {route.State}");
            return;
        }

        Pass(table, $"leads to {egress.Id}");
        if (SharedWays(table, gateway, egress) is { Count: > 1 } shared)
        {
            var (by, over) = shared[Balancing.Spread(Packet, shared.Count)];
            ToSite(gateway, by, over);
            return;
        }

        if (egress.Kind == TransitGatewayAttachmentKind.Peering)
        {
            Pass(egress, $"leaves {gateway.Id}");
            var other = topology.TransitGateways.First(each => each.Id == egress.Resource);
            Cross(other, other.Attachments.First(each => each.Resource == gateway.Id), zone: null);
            return;
        }

        if (egress.Kind == TransitGatewayAttachmentKind.ClientVpn)
        {
            Pass(egress, $"leaves {gateway.Id}");
            ToClient(topology.ClientVpnEndpoints.First(each => each.Id == egress.Resource));
            return;
        }

        if (egress.Kind == TransitGatewayAttachmentKind.NetworkFunction)
        {
            // Appliance mode is always on: both directions of a flow come back in the zone that they went in by.
            Pass(egress, $"leaves {gateway.Id}");
            Pass(gateway.NetworkFunctions.First(each => each.Id == egress.Resource), "inspects");
            behindMiddlebox = true;
            Cross(gateway, egress, zone);
            return;
        }

        if (egress.Kind == TransitGatewayAttachmentKind.Connect)
        {
            ToPeer(gateway, egress, Hybrid.Best(Hybrid.AtAttachment(topology, gateway, egress), Goal)!.Way!);
            return;
        }

        if (egress.Kind is TransitGatewayAttachmentKind.Vpn or TransitGatewayAttachmentKind.PrivateIpVpn or TransitGatewayAttachmentKind.VpnConcentrator
            or TransitGatewayAttachmentKind.DirectConnectGateway)
        {
            ToSite(gateway, egress);
            return;
        }

        // Step 6: into a VPC, in one of its zones.
        var exit = egress.ApplianceMode ? ZoneOfFlow(gateway, egress) : AnyOf(egress, zone);
        Pass(egress, $"leaves {gateway.Id} by {exit.Id}");
        if (topology.SubnetIn(exit.Vpc, Goal)?.Id != exit.Id)
        {
            AskAcl(exit, inbound: false);
        }

        Route(exit);
    }

    /// <summary>
    /// The attachment that the table leads to: longest prefix, then static before entries of prefix lists before propagated. One without identity's attachment
    /// stands for a blackhole.
    /// </summary>
    TransitGatewayAttachment? Lookup(TransitGatewayRouteTable table, TransitGateway gateway)
    {
        var written = Written(table)
            .Where(route => route.Destination.Value.Contains(Goal))
            .Select(route => (
                route.Destination.Value.Length,
                Attachment: gateway.Attachments.FirstOrDefault(each => each.Id == route.Attachment) ?? Blackhole(table)));

        // Only a VPC knows prefixes of its own here; its routes are silently missing when it overlaps one that was attached before.
        var propagated = gateway.Attachments
            .Where(each => each is { Kind: TransitGatewayAttachmentKind.Vpc, State: TransitGatewayAttachmentState.Available })
            .Where(each => table.Propagations.Any(propagation => propagation.Value == each.Id))
            .Where(each => !OverlapsOneAttachedBefore(each, gateway))
            .SelectMany(each => topology.Vpc(each.Resource).AllBlocks
                .Where(block => block.Value.Contains(Goal) && (block.Value.IsIpv4 || each.Ipv6Support))
                .Select(block => (block.Value.Length, Attachment: each)));

        var learned = Hybrid.Learned(topology, gateway, table)
            .Where(route => route.Destination.Contains(Goal))
            .Select(route => (route.Destination.Length, route.Attachment));

        var clients = OfClients(table, gateway)
            .Where(route => route.Destination.Contains(Goal))
            .Select(route => (route.Destination.Length, route.Attachment));

        // In the order of preference; sorting is stable.
        return written.Concat(propagated).Concat(learned).Concat(clients).OrderByDescending(route => route.Length).Select(route => route.Attachment).FirstOrDefault();
    }

    /// <summary>
    /// "Lookup order", (b): static, then entries of prefix lists. Which of several lists wins the vendor leaves open; here a blackhole, then the lowest name
    /// of an attachment, (d).
    /// </summary>
    static IEnumerable<TransitGatewayRoute> Written(TransitGatewayRouteTable table) => table.Routes
        .OrderBy(route => route.PrefixList is null ? 0 : 1)
        .ThenBy(route => route.Attachment?.Name ?? "", StringComparer.Ordinal);

    static TransitGatewayAttachment Blackhole(TransitGatewayRouteTable table) =>
        new(table.Id, table.Origin, TransitGatewayAttachmentKind.Vpc, table.Id, [], SecurityGroupReferencing: false, null)
        {
            State = TransitGatewayAttachmentState.Deleted,
        };

    /// <summary>What the attachments of Client VPN endpoints propagate: the addresses of their clients.</summary>
    IEnumerable<(IpPrefix Destination, TransitGatewayAttachment Attachment)> OfClients(TransitGatewayRouteTable table, TransitGateway gateway) =>
        from attachment in gateway.Attachments
        where attachment is { Kind: TransitGatewayAttachmentKind.ClientVpn, State: TransitGatewayAttachmentState.Available }
        where table.Propagations.Any(propagation => propagation.Value == attachment.Id)
        from endpoint in topology.ClientVpnEndpoints
        where endpoint.Id == attachment.Resource
        from prefix in endpoint.ClientPrefixes
        select (prefix, attachment);

    bool OverlapsOneAttachedBefore(TransitGatewayAttachment attachment, TransitGateway gateway) => gateway.Attachments
        .TakeWhile(other => other != attachment)
        .Where(other => other is { Kind: TransitGatewayAttachmentKind.Vpc, State: TransitGatewayAttachmentState.Available })
        .SelectMany(other => topology.Vpc(other.Resource).Blocks)
        .Any(taken => topology.Vpc(attachment.Resource).Blocks.Any(block => block.Value.Overlaps(taken.Value)));

    /// <summary>
    /// "AZ choice into a VPC attachment", appliance mode on: one zone for both directions, that of an end. Which of two is a hash of
    /// the vendor's; here the lowest.
    /// </summary>
    Subnet ZoneOfFlow(TransitGateway gateway, TransitGatewayAttachment egress)
    {
        var table = gateway.RouteTables.FirstOrDefault(each => each.Id == egress.Association);
        if (table is null || table.Propagations.Count == 0)
        {
            return AnyOf(egress, zone: null);
        }

        var attached = gateway.Attachments
            .Where(each => each is { Kind: TransitGatewayAttachmentKind.Vpc, State: TransitGatewayAttachmentState.Available })
            .Select(each => topology.Vpc(each.Resource))
            .ToList();
        var sender = leftFrom?.Vpc == sourceVpc && attached.Exists(vpc => vpc.Id == sourceVpc) ? leftFrom : null;
        var receiver = attached.Find(vpc => vpc.AllBlocks.Any(block => block.Value.Contains(Goal))) is { } home
            ? topology.SubnetIn(home.Id, Goal)
            : null;
        var ends = new[] { sender, receiver }
            .OfType<Subnet>()
            .Select(subnet => SubnetOf(egress, topology.TransitZoneId(subnet)))
            .OfType<Subnet>()
            .OrderBy(subnet => subnet.Zone.Value, StringComparer.Ordinal)
            .FirstOrDefault();
        return ends ?? AnyOf(egress, zone: null);
    }

    /// <summary>Appliance mode off: the zone that the packet comes from, else the lowest, which the vendor leaves open.</summary>
    Subnet AnyOf(TransitGatewayAttachment attachment, string? zone) =>
        (zone is null ? null : SubnetOf(attachment, zone))
        ?? attachment.Subnets.Select(subnet => topology.Subnet(subnet.Value)).OrderBy(subnet => subnet.Zone.Value, StringComparer.Ordinal).First();

    Subnet? SubnetOf(TransitGatewayAttachment attachment, string zone) => attachment.Subnets
        .Select(subnet => topology.Subnet(subnet.Value))
        .FirstOrDefault(subnet => topology.ZoneId(subnet) == zone);
}
