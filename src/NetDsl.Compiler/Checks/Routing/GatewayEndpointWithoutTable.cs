using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A gateway endpoint that no route table knows: nothing goes by it. Source: "Gateway endpoints", AWS PrivateLink guide.
/// </summary>
public static class GatewayEndpointWithoutTable
{
    /// <summary>ND2053.</summary>
    public static Rule Rule { get; } = new(
        "ND2053", "Gateway endpoint is associated with no route table", RuleCategory.Routing, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from endpoint in network.Topology.VpcEndpoints
        where endpoint.Kind == VpcEndpointKind.Gateway && endpoint.RouteTables.Count == 0
        select new Finding(
            Rule,
            $"Gateway endpoint {network.Name(endpoint.Id)} is associated with no route table of {network.Text(endpoint.Vpc)}, so that nothing goes by it to {network.Text(endpoint.Service.Value)}; call RouteTable with the tables of the subnets that use it.",
            endpoint.Origin);
}
