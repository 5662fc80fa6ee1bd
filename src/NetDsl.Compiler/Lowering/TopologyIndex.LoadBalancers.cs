using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Where the nodes and targets of network load balancers are.</content>
internal sealed partial class TopologyIndex
{
    /// <summary>The zones that a load balancer has nodes in.</summary>
    public IReadOnlyList<string> ZonesOf(LoadBalancer balancer) => [.. balancer.Nodes.Select(Get<NetworkInterface>).Select(ZoneOf)];

    /// <summary>The zone of a target; none for an address outside the VPC, which every zone may use.</summary>
    public string? ZoneOf(Target target, TargetGroup group) => target.Interface is { } id
        ? ZoneOf(Get<NetworkInterface>(id))
        : SubnetOf(Get<Vpc>(group.Vpc), target.Address!.Value)?.Zone.Value;

    /// <summary>The zone of an interface.</summary>
    public string ZoneOf(NetworkInterface each) => Get<Subnet>(each.Subnet).Zone.Value;
}
