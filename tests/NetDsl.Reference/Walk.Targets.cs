using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>What the targets of routes do to the packet.</summary>
sealed partial class Walk
{
    const ushort FirstNatPort = 1024;

    /// <summary>Route, target internet gateway .</summary>
    void ToInternetGateway(InternetGateway gateway, Subnet from)
    {
        var vpc = from.Vpc;
        if (gateway.Vpc != vpc)
        {
            Refuse(DropCode.BadStateRoute, gateway, $"not attached to {vpc}");
            return;
        }

        if (sourceVpc == vpc && IsBlocked(from, fromNatGateway))
        {
            Refuse(DropCode.BpaBlocked, gateway, $"{from.Id} is blocked");
            return;
        }

        var holder = sourceVpc == vpc ? topology.HolderIn(vpc, Packet.Source) : null;
        if (holder?.PublicAddress is not { } publicAddress)
        {
            Refuse(DropCode.IgwPublicIpAssociationForEgress, gateway, $"no public address for {Packet.Source}");
            return;
        }

        Packet = Packet with { Source = publicAddress };
        sourceVpc = null;
        Pass(gateway, $"source becomes {publicAddress}");
        OnInternet();
    }

    /// <summary>Route, target NAT gateway N in subnet Q .</summary>
    void ToNatGateway(Holder nat, Subnet from)
    {
        if (nat.Vpc != from.Vpc)
        {
            Refuse(DropCode.BadStateRoute, nat.Element, $"not of {from.Vpc}");
            return;
        }

        if (nat.Subnet.Id != from.Id)
        {
            AskAcl(nat.Subnet, inbound: true);
        }

        if (Translate(nat))
        {
            LeaveSubnet(nat.Subnet);
        }
    }

    /// <summary>A NAT gateway or NAT instance puts its own address and a port in place of the source; whether it could.</summary>
    bool Translate(Holder nat)
    {
        if (Packet.Protocol != Protocol.Tcp && Packet.Protocol != Protocol.Udp && Packet.Protocol != Protocol.Icmp)
        {
            Refuse(DropCode.NatUnsupportedProtocol, nat.Element, $"protocol {Packet.Protocol} is not translated");
            return false;
        }

        var before = Packet;
        Packet = Packet with { Source = nat.PrivateAddress, SourcePort = FirstNatPort };
        sourceVpc = nat.Vpc;
        behindMiddlebox = false;
        fromNatGateway = nat.Element is NatGateway;
        flows.Add(new NatFlow(nat.Element.Id, before, Packet));
        Pass(nat.Element, $"source becomes {nat.PrivateAddress}:{FirstNatPort}");
        return true;
    }

    /// <summary>Route, target peering (I section 1).</summary>
    void ToPeering(Peering peering, ElementId vpc)
    {
        if (!peering.Joins(vpc) || peering.Status != PeeringStatus.Active)
        {
            Refuse(DropCode.BadStateRoute, peering, peering.Joins(vpc) ? "not accepted" : $"does not join {vpc}");
            return;
        }

        var other = topology.Vpc(peering.PeerOf(vpc));
        if (!other.Contains(Goal) || sourceVpc != vpc)
        {
            Refuse(DropCode.PcxRequiresAddressInVpcCidr, peering, $"carries only from {vpc} to {other.Id}");
            return;
        }

        Pass(peering, $"to {other.Id}");
        if (topology.SubnetIn(other.Id, Goal) is not { } subnet)
        {
            Refuse(DropCode.NoInterfaceWithAddress, other, $"no subnet contains {Goal}");
            return;
        }

        AskAcl(subnet, inbound: true);
        Arrive(other.Id);
    }

    /// <summary>Route, target transit gateway (I section 2).</summary>
    void ToTransitGateway(TransitGateway gateway, Subnet from)
    {
        if (gateway.AttachmentOf(from.Vpc) is not { } ingress)
        {
            Refuse(DropCode.BadStateRoute, gateway, $"{from.Vpc} is not attached");
            return;
        }

        if (SubnetsOf(ingress).FirstOrDefault(subnet => subnet.Zone.Value == from.Zone.Value) is not { } entry)
        {
            Refuse(DropCode.TgwRouteAzRestriction, ingress, $"no subnet in {from.Zone}");
            return;
        }

        if (entry.Id != from.Id)
        {
            AskAcl(entry, inbound: true);
        }

        if (ingress.Association is not { } association)
        {
            Refuse(DropCode.TgwAttachMissingTgwRtbAssociation, ingress, "associated with no table");
            return;
        }

        Pass(ingress, $"enters {gateway.Id}");
        var table = gateway.RouteTables.First(each => each.Id == association);
        if (Lookup(table, gateway) is not { } route)
        {
            Refuse(DropCode.TgwRtbNoRouteToTgwAttachment, table, $"no route to {Goal}");
            return;
        }

        if (route.Attachment is not { } egress)
        {
            Refuse(DropCode.BadStateRoute, table, $"{route.Destination} is a blackhole");
            return;
        }

        Pass(table, $"{route.Destination} leads to {egress.Id}");
        var exit = SubnetsOf(egress).FirstOrDefault(subnet => subnet.Zone.Value == from.Zone.Value)
            ?? SubnetsOf(egress).OrderBy(subnet => subnet.Zone.Value, StringComparer.Ordinal).First();
        Pass(egress, $"leaves {gateway.Id} by {exit.Id}");
        if (!exit.Prefix.Value.Contains(Goal))
        {
            AskAcl(exit, inbound: false);
        }

        Route(exit);
    }

    IEnumerable<Subnet> SubnetsOf(TransitGatewayAttachment attachment) =>
        attachment.Subnets.Select(subnet => topology.Subnet(subnet.Value));

    /// <summary>
    /// The route of a transit gateway's table: longest prefix, then static before propagated. No attachment: a blackhole.
    /// </summary>
    (Ipv4Prefix Destination, TransitGatewayAttachment? Attachment)? Lookup(TransitGatewayRouteTable table, TransitGateway gateway)
    {
        var fixedRoutes = table.Routes.Select(route => (
            Destination: route.Destination.Value,
            Attachment: gateway.Attachments.FirstOrDefault(attachment => attachment.Id == route.Attachment)));
        var propagated = gateway.Attachments
            .Where(attachment => table.Propagations.Any(propagation => propagation.Value == attachment.Id))
            .Where(attachment => !OverlapsOneAttachedBefore(attachment, gateway))
            .SelectMany(attachment => topology.Vpc(attachment.Resource).Blocks.Select(block => (
                Destination: block.Value,
                Attachment: (TransitGatewayAttachment?)attachment)));

        // In the order of preference; sorting is stable.
        var routes = fixedRoutes.Concat(propagated)
            .Where(route => route.Destination.Contains(Goal))
            .OrderByDescending(route => route.Destination.Length)
            .ToList();
        return routes.Count == 0 ? null : routes[0];
    }

    /// <summary>interconnect §2: the routes of a VPC that overlaps an attached one are silently not propagated.</summary>
    bool OverlapsOneAttachedBefore(TransitGatewayAttachment attachment, TransitGateway gateway) => gateway.Attachments
        .TakeWhile(other => other != attachment)
        .SelectMany(other => topology.Vpc(other.Resource).Blocks)
        .Any(taken => topology.Vpc(attachment.Resource).Blocks.Any(block => block.Value.Overlaps(taken.Value)));
}
