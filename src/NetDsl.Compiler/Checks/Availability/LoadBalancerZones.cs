using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>Where the nodes and targets of network load balancers are.</summary>
internal static class LoadBalancerZones
{
    /// <summary>Each target group that a load balancer sends to, once.</summary>
    public static IEnumerable<(LoadBalancer Balancer, TargetGroup Group)> Pairs(NetworkIndex network) =>
        from balancer in network.Topology.LoadBalancers
        from id in balancer.Listeners.Select(listener => listener.TargetGroup).Distinct()
        let @group = network.Find<TargetGroup>(id)
        where @group is not null
        select (balancer, @group);

    /// <summary>The zones that it has nodes in.</summary>
    public static IReadOnlyList<string> Of(NetworkIndex network, LoadBalancer balancer) =>
        [.. balancer.Nodes.Select(network.Find<NetworkInterface>).OfType<NetworkInterface>().Select(node => network.Find<Subnet>(node.Subnet)!.Zone.Value)];

    /// <summary>The zone that a target is in; nothing when its address is in no subnet.</summary>
    public static string? Of(NetworkIndex network, TargetGroup group, Target target) => target.Interface is { } id
        ? network.Find<Subnet>(network.Find<NetworkInterface>(id)!.Subnet)!.Zone.Value
        : network.SubnetsOf(group.Vpc).FirstOrDefault(subnet => subnet.Contains(target.Address!.Value))?.Zone.Value;
}
