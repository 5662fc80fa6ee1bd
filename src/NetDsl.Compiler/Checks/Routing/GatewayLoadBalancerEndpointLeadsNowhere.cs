using NetDsl.Compiler.Lowering;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A route to a Gateway Load Balancer endpoint behind which no appliance takes anything. Source: "Access virtual appliances through AWS PrivateLink", AWS
/// PrivateLink guide, and "Target groups for your Gateway Load Balancers", User Guide for Gateway Load Balancers.
/// </summary>
public static class GatewayLoadBalancerEndpointLeadsNowhere
{
    /// <summary>ND2030.</summary>
    public static Rule Rule { get; } = new(
        "ND2030", "Route leads to an endpoint without an appliance behind it", RuleCategory.Routing, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    /// <summary>Why packets go nowhere behind the endpoint, and what to do; nothing when an appliance takes them.</summary>
    internal static string? Fault(NetworkIndex network, VpcEndpoint endpoint) =>
        ApplianceSelection.Behind(network.Whole, endpoint).Refusal?.Text;

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from table in network.Topology.RouteTables
        from route in table.Routes
        let endpoint = network.Find<VpcEndpoint>(route.Target.Value)
        where endpoint is { Kind: VpcEndpointKind.GatewayLoadBalancer } && endpoint.Vpc == table.Vpc
        let fault = Fault(network, endpoint)
        where fault is not null
        select new Finding(
            Rule,
            $"{Sentence.Start(network.Text(table))} sends {route.Destination} to {network.Text(endpoint.Id)}, where everything is dropped: {fault}.",
            route.Target.Origin)
        {
            Related = [new RelatedOrigin(endpoint.Origin, network.Text(endpoint.Id))],
        };
}
