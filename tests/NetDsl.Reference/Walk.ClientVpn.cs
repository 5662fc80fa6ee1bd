using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>Client VPN: section "A client of a Client VPN endpoint sends", by I section 8, "Evaluation".</summary>
sealed partial class Walk
{
    void FromClient(ClientVpnEndpoint endpoint, VpnClient client)
    {
        // 9. Not for IPv6.
        if (Packet.Destination.IsIpv6
            && (endpoint.Clients.Any(other => other.Ipv6Address == Packet.Destination) || endpoint.ClientIpv6Prefix?.Contains(Packet.Destination) == true))
        {
            Refuse(DropCode.ClientVpnNoRoute, endpoint, "clients reach each other by IPv4 only");
            return;
        }

        // 2. The session landed on one association, or it is one of a transit gateway. 4. Longest prefix among the routes of that association's subnet.
        var association = endpoint.Associations.FirstOrDefault(each => each.Id == client.Association);
        var route = (association is null ? endpoint.Routes : association.Routes)
            .Where(each => each.Destination.Value.Contains(Packet.Destination))
            .MaxBy(each => each.Destination.Value.Length);
        if (route is null)
        {
            Refuse(DropCode.ClientVpnNoRoute, endpoint, $"no route to {Packet.Destination} for {client.Id}");
            return;
        }

        Pass(endpoint, $"{route.Destination} leads to {(route.IsLocal ? "clients" : association?.Id ?? endpoint.TransitGateway)}", route.Origin);

        // 5. All rules of all groups; those at the longest prefix decide.
        ClientVpnAuthorizationRule? allowing = null;
        for (var length = 128; length >= 0; length--)
        {
            var here = endpoint.Rules
                .Where(rule => rule.Destination.Value.Length == length && rule.Destination.Value.Contains(Packet.Destination))
                .ToList();
            if (here.Count > 0)
            {
                allowing = here.FirstOrDefault(rule => rule.Group is null || client.Groups.Any(group => group == rule.Group));
                break;
            }
        }

        if (allowing is null)
        {
            Refuse(DropCode.ClientVpnNotAuthorized, endpoint, $"{client.Name} may not reach {Packet.Destination}");
            return;
        }

        Pass(endpoint, $"{allowing.Destination} is authorized for {allowing.Group ?? "all"}", allowing.Origin);

        // 9. Client to client.
        if (route.IsLocal)
        {
            ToClient(endpoint);
            return;
        }

        if (association is null)
        {
            IntoTransitGateway(endpoint);
            return;
        }

        // 6. The association's address takes the place of the client's, in IPv4; an IPv6 address is of the subnet already.
        var own = topology.Holders().First(holder => holder.Element.Id == association.Id);
        if (Packet.Destination.IsIpv4)
        {
            if (Packet.Protocol != Protocol.Tcp && Packet.Protocol != Protocol.Udp && Packet.Protocol != Protocol.Icmp)
            {
                Refuse(DropCode.NatUnsupportedProtocol, association, $"protocol {Packet.Protocol} is not translated");
                return;
            }

            var before = Packet;
            Packet = Packet with { Source = own.PrivateAddress, SourcePort = FirstNatPort };
            flows.Add(new NatFlow(association.Id, before, Packet));
            Pass(association, $"source becomes {own.PrivateAddress}:{FirstNatPort}");
        }

        // 7. Groups of the interface, its subnet's ACL, the VPC's routes.
        sourceVpc = own.Vpc;
        AskGroups(endpoint, own, ingress: false);
        LeaveSubnet(own.Subnet);
    }

    /// <summary>A client of an endpoint that is attached to a transit gateway: no translation, no groups (I section 8, step 6).</summary>
    void IntoTransitGateway(ClientVpnEndpoint endpoint)
    {
        var gateway = topology.TransitGateways.First(each => each.Id == endpoint.TransitGateway);
        var attachment = gateway.Attachments.First(each => each.Resource == endpoint.Id);
        if (attachment.State != TransitGatewayAttachmentState.Available)
        {
            Refuse(DropCode.BadStateRoute, attachment, $"the attachment is {attachment.State}");
            return;
        }

        sourceVpc = null;
        Cross(gateway, attachment, zone: null);
    }

    /// <summary>What comes to an IPv6 address that an association has for a client: past the groups of the endpoint, and on to that client.</summary>
    void ThroughAssociation(ClientVpnEndpoint endpoint, Holder association)
    {
        AskGroups(endpoint, association, ingress: true);
        ToClient(endpoint);
    }

    void AskGroups(ClientVpnEndpoint endpoint, Holder association, bool ingress)
    {
        var element = association.Element;
        if (IsReply)
        {
            Pass(element, "reply of a tracked connection");
        }
        else if (Filters.AllowingOf(
            topology, endpoint.SecurityGroups, association.Subnet, Packet, behindMiddlebox ? null : sourceVpc, ingress, carrier) is { } allowed)
        {
            Pass(element, $"{allowed.Group.Name} allows {allowed.Rule.Traffic}", allowed.Rule.Origin);
        }
        else
        {
            Refuse(DropCode.EniSgRulesMismatch, element, $"no {(ingress ? "ingress" : "egress")} rule allows {Packet}");
        }
    }

    /// <summary>To whoever has the address among the clients of the endpoint; clients have no groups.</summary>
    void ToClient(ClientVpnEndpoint endpoint)
    {
        if (endpoint.Clients.FirstOrDefault(client => client.Addresses.Contains(Packet.Destination)) is not { } client)
        {
            Refuse(DropCode.NoInterfaceWithAddress, endpoint, $"no client has {Packet.Destination}");
            return;
        }

        Pass(client, "receives");
        FinishAt(TopologyReading.ClientHolder(endpoint, client));
    }
}
