namespace NetDsl.Interop;

/// <content>Load balancers, target groups and Auto Scaling groups.</content>
internal sealed partial class TopologyInvariants
{
    private void DeclareLoadBalancing()
    {
        Each("loadBalancers", topology.LoadBalancers, (path, balancer) => Declare(path, balancer, balancer.Vpc.Path));
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
            });
            Each($"{path}.listeners", balancer.Listeners, (inner, listener) => Find($"{inner}.targetGroup", listener.TargetGroup, balancer.Vpc.Path));
        });
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
