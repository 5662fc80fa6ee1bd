using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>Client VPN: section "A client of a Client VPN endpoint sends", by I section 8, "Evaluation".</summary>
sealed partial class Walk
{
    void FromClient(ClientVpnEndpoint endpoint, VpnClient client)
    {
        // 2. The session landed on one association. 4. Longest prefix among the routes of that association's subnet.
        var association = endpoint.Associations.First(each => each.Id == client.Association);
        var route = association.Routes
            .Where(each => each.Destination.Value.Contains(Packet.Destination))
            .MaxBy(each => each.Destination.Value.Length);
        if (route is null)
        {
            Refuse(DropCode.ClientVpnNoRoute, endpoint, $"no route to {Packet.Destination} by {association.Id}");
            return;
        }

        Pass(endpoint, $"{route.Destination} leads to {(route.IsLocal ? "clients" : association.Id)}", route.Origin);

        // 5. All rules of all groups; those at the longest prefix decide.
        ClientVpnAuthorizationRule? allowing = null;
        for (var length = 32; length >= 0; length--)
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

        // 6. The association's address takes the place of the client's.
        var own = topology.Holders().First(holder => holder.Element.Id == association.Id);
        if (Packet.Protocol != Protocol.Tcp && Packet.Protocol != Protocol.Udp && Packet.Protocol != Protocol.Icmp)
        {
            Refuse(DropCode.NatUnsupportedProtocol, association, $"protocol {Packet.Protocol} is not translated");
            return;
        }

        var before = Packet;
        Packet = Packet with { Source = own.PrivateAddress, SourcePort = FirstNatPort };
        sourceVpc = own.Vpc;
        flows.Add(new NatFlow(association.Id, before, Packet));
        Pass(association, $"source becomes {own.PrivateAddress}:{FirstNatPort}");

        // 7. Groups of the interface, its subnet's ACL, the VPC's routes.
        if (Filters.AllowingOf(topology, endpoint.SecurityGroups, own.Subnet, Packet, sourceVpc, ingress: false) is { } allowed)
        {
            Pass(association, $"{allowed.Group.Name} allows {allowed.Rule.Traffic}", allowed.Rule.Origin);
        }
        else
        {
            Refuse(DropCode.EniSgRulesMismatch, association, $"no egress rule allows {Packet}");
        }

        LeaveSubnet(own.Subnet);
    }

    /// <summary>To whoever has the address among the clients of the endpoint; clients have no groups.</summary>
    void ToClient(ClientVpnEndpoint endpoint)
    {
        if (endpoint.Clients.FirstOrDefault(client => client.Address == Packet.Destination) is not { } client)
        {
            Refuse(DropCode.NoInterfaceWithAddress, endpoint, $"no client has {Packet.Destination}");
            return;
        }

        Pass(client, "receives");
        FinishAt(topology.ClientHolder(endpoint, client));
    }
}
