using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>From the clients of Client VPN endpoints, and back to them.</content>
internal sealed partial class PathWalk
{
    /// <summary>
    /// A client sends: its endpoint's routes for the association that it landed on, the authorization rules for its user, and then the
    /// association's interface, which sends in its own name.
    /// </summary>
    /// <remarks>Source: "Client VPN authorization rules" and "Client VPN endpoint routes", AWS Client VPN Administrator Guide.</remarks>
    private PathEnd SendFromClient(VpnClient client)
    {
        var (endpoint, association) = index.ClientVpnOf(client);
        var route = association.Routes
            .Where(each => each.Destination.Value.Contains(destination))
            .OrderByDescending(each => each.Destination.Value.Length)
            .FirstOrDefault();
        if (route is null)
        {
            return Drop(
                endpoint,
                DropCode.ClientVpnNoRoute,
                endpoint.SplitTunnel
                    ? $"only what Client VPN endpoint '{endpoint.Name}' has routes for goes into the tunnel, and the client's own network carries the rest; add a route"
                    : $"Client VPN endpoint '{endpoint.Name}' has no route to the destination by association '{association.Name}'; add one with Route(…)");
        }

        steps.Add(new RouteStep(
            nodes.Of(endpoint),
            route.Destination.Value,
            route.IsLocal ? RouteKind.Local : RouteKind.Static,
            route.IsLocal ? -1 : nodes.Of(association),
            nodes.Relative(route.Origin)));
        var (longest, allowing) = Authorization(endpoint, client);
        if (allowing is null)
        {
            return Unauthorized(endpoint, client, longest);
        }

        steps.Add(new ClientVpnAuthorizationStep(
            nodes.Of(endpoint), allowing.Destination.Value, allowing.Group ?? "", nodes.Relative(allowing.Origin)));
        if (route.IsLocal)
        {
            return new DeliverEnd(nodes.Of(endpoint), -1);
        }

        steps.Add(new NatGatewayStep(nodes.Of(association), holders.Of(association)));
        steps.Add(new HolderGroupsStep(nodes.Of(association), holders.Of(association)));
        return LeaveTranslated(index.Get<Subnet>(association.Subnet));
    }

    /// <summary>An association's interface has restored a reply, which is for a client.</summary>
    private PathEnd ReturnToClient(ClientVpnEndpoint endpoint) => endpoint.ClientPrefix.Value.Contains(destination)
        ? new DeliverEnd(nodes.Of(endpoint), -1)
        : Drop(endpoint, DropCode.NoInterfaceWithAddress, $"no client of Client VPN endpoint '{endpoint.Name}' has the destination address");

    /// <summary>The longest prefix of all rules that contains the destination decides, whoever it is for.</summary>
    private (List<ClientVpnAuthorizationRule> Longest, ClientVpnAuthorizationRule? Allowing) Authorization(ClientVpnEndpoint endpoint, VpnClient client)
    {
        var matching = endpoint.Rules.Where(rule => rule.Destination.Value.Contains(destination)).ToList();
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
                $"of the authorization rules the one for {longest[0].Destination} is the most specific, and it is for {string.Join(", ", longest.Select(rule => rule.Group))} only; authorize a group of client '{client.Name}' for that prefix",
                longest[0].Origin);
}
