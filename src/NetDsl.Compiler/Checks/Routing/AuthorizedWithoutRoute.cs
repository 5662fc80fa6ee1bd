using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A rule of a Client VPN endpoint that lets clients to addresses to which the endpoint has no route. Source: "Client VPN routes" and "Authorization rules", AWS Client VPN
/// Administrator Guide: clients need both.
/// </summary>
public static class AuthorizedWithoutRoute
{
    /// <summary>ND2092.</summary>
    public static Rule Rule { get; } = new(
        "ND2092", "Clients may go where the endpoint has no route", RuleCategory.Routing, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from endpoint in network.Topology.ClientVpnEndpoints
        let routes = RoutesOf(endpoint).Select(route => route.Destination.Value).ToList()
        where endpoint.Associations.Count > 0 || endpoint.TransitGateway is not null
        from rule in endpoint.Rules
        where !routes.Exists(route => route.Overlaps(rule.Destination.Value))
        select new Finding(
            Rule,
            $"{Sentence.Start(network.Text(endpoint.Id))} lets its clients to {rule.Destination}, and has no route there, so that nothing of theirs gets there; call Route(\"{rule.Destination}\") on it, or take the rule away.",
            rule.Destination.Origin)
        {
            Related = [new RelatedOrigin(endpoint.Origin, network.Text(endpoint.Id))],
            FixArguments = FixArguments.Of(FixArguments.Call, $"Route(\"{rule.Destination}\")").ToEquatableArray(),
        };

    /// <summary>All routes of an endpoint, by which subnet ever.</summary>
    internal static IEnumerable<ClientVpnRoute> RoutesOf(ClientVpnEndpoint endpoint) =>
        endpoint.Routes.Concat(endpoint.Associations.SelectMany(association => association.Routes));
}
