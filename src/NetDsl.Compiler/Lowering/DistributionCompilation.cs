using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>
/// Finds which targets each node of a load balancer may choose from. Source: "Network Load Balancers" and "Health checks for Network
/// Load Balancer target groups", User Guide for Network Load Balancers.
/// </summary>
internal sealed class DistributionCompilation
{
    private readonly TopologyIndex index;
    private readonly NodeTable nodes;

    private DistributionCompilation(TopologyIndex index, NodeTable nodes)
    {
        this.index = index;
        this.nodes = nodes;
    }

    /// <summary>What the nodes of all load balancers do.</summary>
    public static EquatableArray<Distribution> All(TopologyIndex index, NodeTable nodes, HolderList holders)
    {
        var compilation = new DistributionCompilation(index, nodes);
        return index.Topology.LoadBalancers
            .SelectMany(balancer => balancer.Nodes.Select(index.Get<NetworkInterface>).Select(node => new Distribution(
                holders.Of(node), nodes.Of(balancer), compilation.Rules(balancer, node).ToEquatableArray())))
            .ToEquatableArray();
    }

    private IEnumerable<DistributionRule> Rules(LoadBalancer balancer, NetworkInterface node) => balancer.Listeners.SelectMany(listener =>
        listener.Protocol switch
        {
            ListenerProtocol.TcpUdp => new[] { Rule(balancer, node, listener, Protocol.Tcp), Rule(balancer, node, listener, Protocol.Udp) },
            ListenerProtocol.Udp => [Rule(balancer, node, listener, Protocol.Udp)],
            _ => [Rule(balancer, node, listener, Protocol.Tcp)],
        });

    private DistributionRule Rule(LoadBalancer balancer, NetworkInterface node, LoadBalancerListener listener, Protocol protocol)
    {
        var group = index.Get<TargetGroup>(listener.TargetGroup);
        var eligible = Eligible(balancer, group, index.ZoneOf(node), out var refusal, out var text);
        return new DistributionRule(
            protocol,
            listener.Port,
            nodes.Of(group),
            group.PreservesClientAddress,
            group.SticksToSource,
            eligible.Select(target => new DistributionTarget(AddressOf(target, group), target.Port)).ToEquatableArray(),
            refusal,
            text,
            nodes.Relative(listener.Origin));
    }

    /// <summary>R-6.7 and R-6.8: by zone and health; when nothing is healthy anywhere, everything counts as healthy.</summary>
    private List<Target> Eligible(LoadBalancer balancer, TargetGroup group, string zone, out DropCode? refusal, out string text)
    {
        var crossZone = group.CrossZone ?? balancer.CrossZone;
        var zones = index.ZonesOf(balancer);
        var used = group.Targets.Where(target => index.ZoneOf(target, group) is not { } home || zones.Contains(home)).ToList();
        var healthy = used.Where(target => target.IsHealthy).ToList();
        var isOpen = healthy.Count == 0;
        var candidates = (isOpen ? used : healthy)
            .Where(target => crossZone || index.ZoneOf(target, group) is not { } home || home == zone)
            .ToList();
        refusal = null;
        if (used.Count == 0)
        {
            refusal = DropCode.Elbv2ListenerHasNoTg;
            text = $"target group '{group.Name}' has no target in a zone of load balancer '{balancer.Name}'; register one, or enable its zone";
        }
        else if (candidates.Count == 0)
        {
            refusal = DropCode.Elbv2NoTargetsInAz;
            text = $"target group '{group.Name}' has no {(isOpen ? "" : "healthy ")}target in {zone}, and cross-zone load balancing is off; register one there, or call CrossZone()";
        }
        else
        {
            var what = isOpen ? "none is healthy, so all count" : crossZone ? "healthy, of all zones" : $"healthy, of {zone}";
            text = $"of {candidates.Count} {what}";
        }

        return candidates;
    }

    private IpAddress AddressOf(Target target, TargetGroup group) => target.Address is { } address ? address
        : index.Get<NetworkInterface>(target.Interface!) is var each && group.IpAddressType == IpAddressType.Ipv6 ? each.Ipv6Addresses[0]
        : each.PrivateAddress;
}
