using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A route of a Client VPN endpoint to addresses that no rule lets clients to. Source: "Authorization rules", AWS Client VPN Administrator Guide.
/// </summary>
public static class RouteWithoutAuthorization
{
    /// <summary>ND2093.</summary>
    public static Rule Rule { get; } = new(
        "ND2093", "Endpoint routes where no client may go", RuleCategory.Routing, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from endpoint in network.Topology.ClientVpnEndpoints
        from route in AuthorizedWithoutRoute.RoutesOf(endpoint)
        where route is { IsLocal: false, Origin.Line: > 0 } && !endpoint.Rules.Any(rule => rule.Destination.Value.Overlaps(route.Destination.Value))
        select new Finding(
            Rule,
            $"{Sentence.Start(network.Text(endpoint.Id))} routes {route.Destination}, and no rule lets its clients there; call Authorize(\"{route.Destination}\") on it, or take the route away.",
            route.Destination.Origin)
        {
            Related = [new RelatedOrigin(endpoint.Origin, network.Text(endpoint.Id))],
            FixArguments = FixArguments.Of(FixArguments.Call, $"Authorize(\"{route.Destination}\")").ToEquatableArray(),
        };
}
