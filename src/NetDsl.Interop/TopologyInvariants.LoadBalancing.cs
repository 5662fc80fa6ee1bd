using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Load balancers, target groups and Auto Scaling groups.</content>
internal sealed partial class TopologyInvariants
{
    private void DeclareLoadBalancing()
    {
        Each("publicServices", topology.PublicServices, (path, service) => Declare(path, service, service.Region.Path));
        Each("vpcEndpoints", topology.VpcEndpoints, (path, endpoint) => Declare(path, endpoint, endpoint.Vpc.Path));
        Each("endpointServices", topology.EndpointServices, (path, service) => Declare(path, service, service.Vpc.Path));
        Each("loadBalancers", topology.LoadBalancers, (path, balancer) => Declare(path, balancer, balancer.Vpc.Path));
        Each("gatewayLoadBalancers", topology.GatewayLoadBalancers, (path, balancer) => Declare(path, balancer, balancer.Vpc.Path));
        Each("targetGroups", topology.TargetGroups, (path, group) => Declare(path, group, group.Vpc.Path));
        Each("autoScalingGroups", topology.AutoScalingGroups, (path, group) => Declare(path, group, group.Vpc.Path));
    }

    private void RequireLoadBalancing()
    {
        Each("loadBalancers", topology.LoadBalancers, (path, balancer) =>
        {
            Find($"{path}.vpc", balancer.Vpc);
            RequireSome($"{path}.nodes", balancer.Nodes.Count, "a load balancer has a node in at least one zone");
            Each($"{path}.nodes", balancer.Nodes, (inner, node) =>
            {
                Find(inner, node, balancer.Id.Path);
                Hold(
                    inner,
                    topology.NetworkInterfaces.Any(each => each.Id == node && each.ManagedBy == balancer.Id),
                    $"'{node}' is not an interface of this load balancer");
                Hold(
                    inner,
                    balancer.Scheme == LoadBalancerScheme.Internal || topology.NetworkInterfaces.Any(each => each.Id == node && each.PublicAddress is not null),
                    $"'{node}' has no public address, and its load balancer is internet-facing");
            });
            Each($"{path}.listeners", balancer.Listeners, (inner, listener) => Find($"{inner}.targetGroup", listener.TargetGroup, balancer.Vpc.Path));
        });
        Each("publicServices", topology.PublicServices, (path, service) =>
        {
            Find($"{path}.region", service.Region);
            Each($"{path}.resourcePolicies", service.ResourcePolicies, (inner, policy) =>
            {
                RequireSome($"{inner}.onlyFrom", policy.OnlyFrom.Count, "a policy of resources lets requests come from somewhere");
                Each($"{inner}.onlyFrom", policy.OnlyFrom, (source, each) => Find($"{source}.value", each.Value));
            });
        });
        Each("vpcEndpoints", topology.VpcEndpoints, (path, endpoint) =>
        {
            Find($"{path}.vpc", endpoint.Vpc);
            Find($"{path}.service.value", endpoint.Service.Value);
            Hold(
                $"{path}.service.value",
                endpoint.Kind != VpcEndpointKind.Gateway || endpoint.Service.Value.Kind == ElementKind.PublicService,
                "a gateway endpoint leads to a service of the vendor's");
            Each($"{path}.routeTables", endpoint.RouteTables, (inner, table) => Find(inner, table, endpoint.Vpc.Path));
            Each($"{path}.interfaces", endpoint.Interfaces, (inner, each) => Find(inner, each, endpoint.Id.Path));
            RequireSome(
                $"{path}.interfaces",
                endpoint.Kind == VpcEndpointKind.Interface ? endpoint.Interfaces.Count : 1,
                "an interface endpoint is in at least one zone");
            RequireKindOfService(path, endpoint);
        });
        Each("endpointServices", topology.EndpointServices, (path, service) =>
        {
            Find($"{path}.vpc", service.Vpc);
            Each($"{path}.loadBalancers", service.LoadBalancers, (inner, balancer) => Find(inner, balancer, service.Vpc.Path));
            Each($"{path}.gatewayLoadBalancers", service.GatewayLoadBalancers, (inner, balancer) => Find(inner, balancer, service.Vpc.Path));
            Hold(
                $"{path}.gatewayLoadBalancers",
                service.LoadBalancers.Count == 0 || service.GatewayLoadBalancers.Count == 0,
                "an endpoint service has network load balancers or Gateway Load Balancers, not both");
        });
        RequireGatewayLoadBalancers();
        Each("networkInterfaces", topology.NetworkInterfaces, (path, each) => Find($"{path}.managedBy", each.ManagedBy));
        Each("targetGroups", topology.TargetGroups, (path, group) =>
        {
            Find($"{path}.vpc", group.Vpc);
            Each($"{path}.targets", group.Targets, (inner, target) => Find($"{inner}.interface", target.Interface));
        });
        Each("autoScalingGroups", topology.AutoScalingGroups, (path, group) =>
        {
            Find($"{path}.vpc", group.Vpc);
            Each($"{path}.instances", group.Instances, (inner, instance) => Find(inner, instance, group.Vpc.Path));
        });
    }
}
