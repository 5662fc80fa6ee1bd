using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>
/// Which appliances a Gateway Load Balancer endpoint leads to. Source: "Gateway Load Balancers" and "Target groups for your Gateway Load Balancers", User Guide
/// for Gateway Load Balancers; that nothing passes when none is healthy is our model.
/// </summary>
internal sealed record ApplianceSelection
{
    private ApplianceSelection(Element at, DropCode code, string text) => Refusal = (at, code, text);

    private ApplianceSelection(GatewayLoadBalancer balancer, NetworkInterface node, IReadOnlyList<ApplianceTarget> targets) =>
        (Balancer, Node, Targets) = (balancer, node, targets);

    /// <summary>The load balancer; nothing when the endpoint leads nowhere.</summary>
    public GatewayLoadBalancer? Balancer { get; }

    /// <summary>Its node in the endpoint's zone.</summary>
    public NetworkInterface? Node { get; }

    /// <summary>The healthy appliances that the node may choose from.</summary>
    public IReadOnlyList<ApplianceTarget> Targets { get; } = [];

    /// <summary>What drops when the endpoint leads nowhere, why, and what would let packets pass.</summary>
    public (Element At, DropCode Code, string Text)? Refusal { get; }

    public static ApplianceSelection Behind(TopologyIndex index, VpcEndpoint endpoint)
    {
        var service = index.Get<EndpointService>(endpoint.Service.Value);
        if (endpoint.State != VpcEndpointState.Available)
        {
            return new ApplianceSelection(
                endpoint,
                DropCode.EndpointNotAccepted,
                $"endpoint '{endpoint.Name}' is {(endpoint.State == VpcEndpointState.Rejected ? "rejected" : "waiting for acceptance")}; call Accept(…) on endpoint service '{service.Name}'");
        }

        // As with interface endpoints: of several load balancers the first with a node in the zone.
        var zoneId = ZoneIdOf(index, endpoint.Interfaces[0]);
        var found = service.GatewayLoadBalancers
            .Select(index.Get<GatewayLoadBalancer>)
            .SelectMany(balancer => balancer.Nodes, (balancer, node) => (Balancer: balancer, Node: node))
            .FirstOrDefault(each => ZoneIdOf(index, each.Node) == zoneId);
        if (found.Balancer is not { } chosen)
        {
            return new ApplianceSelection(
                endpoint,
                DropCode.VpceServiceNotInstalledInAz,
                $"no load balancer of endpoint service '{service.Name}' has a node in {ZoneOf(index, endpoint.Interfaces[0])}; add a subnet of that zone to one");
        }

        var healthy = chosen.Targets.Where(target => target.IsHealthy).ToList();
        if (healthy.Count == 0)
        {
            return new ApplianceSelection(
                chosen,
                DropCode.Elbv2ListenerHasNoTg,
                $"Gateway Load Balancer '{chosen.Name}' has no healthy appliance; register one with Target(…)");
        }

        var targets = healthy.Where(target => chosen.CrossZone || ZoneIdOf(index, target.Interface) == zoneId).ToList();
        return targets.Count > 0
            ? new ApplianceSelection(chosen, index.Get<NetworkInterface>(found.Node), targets)
            : new ApplianceSelection(
                chosen,
                DropCode.Elbv2NoTargetsInAz,
                $"Gateway Load Balancer '{chosen.Name}' has no healthy appliance in {ZoneOf(index, found.Node)}, and cross-zone load balancing is off; register one there, or call CrossZone()");
    }

    private static string ZoneOf(TopologyIndex index, ElementId each) => SubnetOf(index, each).Zone.Value;

    private static string ZoneIdOf(TopologyIndex index, ElementId each) => index.ZoneIdOf(SubnetOf(index, each));

    private static Subnet SubnetOf(TopologyIndex index, ElementId each) => index.Get<Subnet>(index.Get<NetworkInterface>(each).Subnet);
}
