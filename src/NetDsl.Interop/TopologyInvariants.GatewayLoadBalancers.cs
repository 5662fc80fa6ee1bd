using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Gateway Load Balancers and their endpoints.</content>
internal sealed partial class TopologyInvariants
{
    private void RequireGatewayLoadBalancers()
    {
        Each("gatewayLoadBalancers", topology.GatewayLoadBalancers, (path, balancer) =>
        {
            Find($"{path}.vpc", balancer.Vpc);
            RequireSome($"{path}.nodes", balancer.Nodes.Count, "a Gateway Load Balancer has a node in at least one zone");
            Each($"{path}.nodes", balancer.Nodes, (inner, node) =>
            {
                Find(inner, node, balancer.Id.Path);
                Hold(
                    inner,
                    topology.NetworkInterfaces.Any(each => each.Id == node && each.ManagedBy == balancer.Id && each.PrivateAddress.IsIpv4),
                    $"'{node}' is not an IPv4 interface of this load balancer");
            });
            Each($"{path}.targets", balancer.Targets, (inner, target) =>
            {
                Find($"{inner}.interface", target.Interface);
                Hold(
                    $"{inner}.interface",
                    topology.NetworkInterfaces.Any(each => each.Id == target.Interface && each.Instance is not null && each.PrivateAddress.IsIpv4),
                    $"'{target.Interface}' is not an IPv4 interface of an instance");
            });
        });
        Each("routeTables", topology.RouteTables, (path, table) => Each($"{path}.routes", table.Routes, (inner, route) => Hold(
            $"{inner}.target.value",
            route.Target.Value.Kind != ElementKind.VpcEndpoint
                || topology.VpcEndpoints.Any(endpoint => endpoint.Id == route.Target.Value && endpoint.Kind == VpcEndpointKind.GatewayLoadBalancer),
            $"'{route.Target.Value}' is an endpoint of a kind that no route is written to")));
    }

    /// <summary>Each kind of endpoint leads to its kind of service; one to a Gateway Load Balancer has one interface.</summary>
    private void RequireKindOfService(string path, VpcEndpoint endpoint)
    {
        var isOfAppliances = endpoint.Kind == VpcEndpointKind.GatewayLoadBalancer;
        var service = topology.EndpointServices.FirstOrDefault(each => each.Id == endpoint.Service.Value);
        Hold(
            $"{path}.service.value",
            isOfAppliances ? service is { LoadBalancers.Count: 0 } : service is null or { GatewayLoadBalancers.Count: 0 },
            "a service over Gateway Load Balancers has Gateway Load Balancer endpoints, and every other service has none");
        Hold($"{path}.interfaces", !isOfAppliances || endpoint.Interfaces.Count == 1, "a Gateway Load Balancer endpoint has one interface");
    }
}
