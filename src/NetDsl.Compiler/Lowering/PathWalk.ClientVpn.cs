using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>From the clients of Client VPN endpoints, and back to them.</content>
internal sealed partial class PathWalk
{
    /// <summary>
    /// A client sends: its endpoint's routes, for the association that it landed on if there is one, the authorization rules for its user, and then the
    /// association's interface, which sends IPv4 in its own name, or the transit gateway.
    /// </summary>
    /// <remarks>
    /// Source: "Client VPN authorization rules", "Client VPN endpoint routes" and "Transit Gateway integration with Client VPN", AWS Client VPN Administrator Guide.
    /// </remarks>
    private PathEnd SendFromClient(VpnClient client)
    {
        // The origins of its routes and rules are told of.
        var (endpoint, association) = index.Forgotten.ClientVpnOf(client);
        if (address.IsIpv6 && IsOfClient(endpoint))
        {
            return Drop(
                endpoint,
                DropCode.ClientVpnNoRoute,
                $"clients of Client VPN endpoint '{endpoint.Name}' reach each other by IPv4 only; use their IPv4 addresses, and ClientToClient()");
        }

        var route = (association?.Routes ?? endpoint.Routes)
            .Where(each => each.Destination.Value.Contains(Destination))
            .OrderByDescending(each => each.Destination.Value.Length)
            .FirstOrDefault();
        if (route is null)
        {
            return Drop(
                endpoint,
                DropCode.ClientVpnNoRoute,
                endpoint.SplitTunnel
                    ? $"only what Client VPN endpoint '{endpoint.Name}' has routes for goes into the tunnel, and the client's own network carries the rest; add a route"
                    : $"Client VPN endpoint '{endpoint.Name}' has no route to the destination{(association is null ? "" : $" by association '{association.Name}'")}; add one with Route(…)");
        }

        var way = association ?? (Element)AttachmentOf(endpoint);
        steps.Add(new RouteStep(
            nodes.Of(endpoint),
            route.Destination.Value,
            route.IsLocal ? RouteKind.Local : RouteKind.Static,
            route.IsLocal ? -1 : nodes.Of(way),
            nodes.Relative(route.Origin)));
        var (longest, allowing) = Authorization(endpoint, client);
        if (allowing is null)
        {
            return Unauthorized(endpoint, client, longest);
        }

        steps.Add(new ClientVpnAuthorizationStep(
            nodes.Of(endpoint), allowing.Destination.Value, allowing.Group ?? "", nodes.Relative(allowing.Origin)));
        return route.IsLocal ? ToClientOf(endpoint)
            : association is null ? FromClientVpn(AttachmentOf(endpoint))
            : FromAssociation(association);
    }

    /// <summary>The association's interface sends: IPv4 in its own name, IPv6 in that of the client, whose address it holds.</summary>
    private PathEnd FromAssociation(ClientVpnAssociation association)
    {
        if (address.IsIpv4)
        {
            steps.Add(new NatGatewayStep(nodes.Of(association), nodes.Holder(association)));
        }

        steps.Add(new HolderGroupsStep(nodes.Of(association), nodes.Holder(association)));
        return LeaveTranslated(index.Get<Subnet>(association.Subnet));
    }

    /// <summary>Into the transit gateway that an endpoint is attached to, with the client's own address.</summary>
    private PathEnd FromClientVpn(TransitGatewayAttachment attachment) => attachment.IsAvailable
        ? EnterTransitGateway(index.Named(index.Get<ClientVpnEndpoint>(attachment.Resource).TransitGateway!), attachment, entrance: null)
        : Drop(attachment, DropCode.BadStateRoute, NotAvailable(attachment));

    /// <summary>Out of a transit gateway to the clients of an endpoint; nothing filters what comes to them.</summary>
    private PathEnd IntoClientVpn(TransitGatewayAttachment attachment)
    {
        steps.Add(new TransitGatewayStep(nodes.Of(attachment), Entering: false, Subnet: -1, Unspecified: false));
        return ToClientOf(index.Get<ClientVpnEndpoint>(attachment.Resource));
    }

    /// <summary>What arrives at an IPv6 address that an association holds for a client goes on to that, past the groups of the endpoint.</summary>
    private DeliverEnd IntoTunnel(ClientVpnEndpoint endpoint, ClientVpnAssociation association)
    {
        steps.Add(new HolderEntryStep(nodes.Of(association), nodes.Holder(association), ReferencedVpcNode()));
        return new DeliverEnd(nodes.Of(endpoint), -1);
    }

    /// <summary>For a client of the endpoint: by a local route, from the transit gateway, or because an association's interface has restored a reply.</summary>
    private PathEnd ToClientOf(ClientVpnEndpoint endpoint) => endpoint.ClientPrefixes.Any(prefix => prefix.Contains(Destination))
        ? new DeliverEnd(nodes.Of(endpoint), -1)
        : Drop(endpoint, DropCode.NoInterfaceWithAddress, $"no client of Client VPN endpoint '{endpoint.Name}' has the destination address");

    private TransitGatewayAttachment AttachmentOf(ClientVpnEndpoint endpoint) =>
        index.AttachmentOf(index.Named(endpoint.TransitGateway!), endpoint.Id)!;

    /// <summary>Whether the destination is an IPv6 address of a client of the endpoint, or one that a client could get.</summary>
    private bool IsOfClient(ClientVpnEndpoint endpoint) =>
        endpoint.ClientIpv6Prefix?.Contains(Destination) ?? endpoint.Clients.Any(client => client.Ipv6Address == Destination);

    /// <summary>The longest prefix of all rules that contains the destination decides, whoever it is for.</summary>
    private (List<ClientVpnAuthorizationRule> Longest, ClientVpnAuthorizationRule? Allowing) Authorization(ClientVpnEndpoint endpoint, VpnClient client)
    {
        var matching = endpoint.Rules.Where(rule => rule.Destination.Value.Contains(Destination)).ToList();
        var length = matching.Select(rule => rule.Destination.Value.Length).DefaultIfEmpty().Max();
        var longest = matching.FindAll(rule => rule.Destination.Value.Length == length);
        return (longest, longest.Find(rule => rule.Group is null || client.Groups.Contains(rule.Group)));
    }

    private DropEnd Unauthorized(ClientVpnEndpoint endpoint, VpnClient client, List<ClientVpnAuthorizationRule> longest) =>
        longest.Count == 0
            ? Drop(
                endpoint,
                DropCode.ClientVpnNotAuthorized,
                $"no authorization rule of Client VPN endpoint '{endpoint.Name}' is for the destination; add one with Authorize(…)")
            : Drop(
                endpoint,
                DropCode.ClientVpnNotAuthorized,
                $"of the authorization rules the one for {longest[0].Destination} is the most specific, and it is for {string.Join(", ", longest.Select(rule => rule.Group))} only; authorize a group of client '{client.Name}' for that prefix") with
            {
                Origin = nodes.Relative(longest[0].Origin),
            };
}
