using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// An endpoint of an accelerator sees its clients' addresses, and its security groups admit none of them. Source: "Preserve client IP addresses"
/// and "Best practices for ENIs and security groups", AWS Global Accelerator Developer Guide.
/// </summary>
public static class AcceleratorClientsNotAdmitted
{
    /// <summary>ND3020.</summary>
    public static Rule Rule { get; } = new(
        "ND3020", "Endpoint of an accelerator admits no client", RuleCategory.Security, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        (from accelerator in network.Topology.Accelerators
         from listener in accelerator.Listeners
         from endpointGroup in listener.Groups
         from endpoint in endpointGroup.Endpoints
         where endpoint.PreservesClientAddress
         from finding in FindAt(network, accelerator, endpoint.Target, GroupsOf(network, endpoint), [.. Traffic(listener, endpointGroup)], endpoint.Origin)
         select finding)
        .Concat(
            from accelerator in network.Topology.Accelerators
            from listener in accelerator.CustomRouting?.Listeners ?? []
            from endpointGroup in listener.Groups
            from subnet in endpointGroup.Subnets
            from allowed in subnet.Allowed
            from host in CustomRoutingMap.HostsIn(network.Topology, subnet.Subnet).Where(host => host.PrivateAddress == allowed.Address)
            from finding in FindAt(network, accelerator, host.Instance!, GroupsOf(network, host), [.. Traffic(endpointGroup, allowed)], allowed.Origin)
            select finding);

    private static IEnumerable<Finding> FindAt(
        NetworkIndex network, Accelerator accelerator, ElementId receiver, List<SecurityGroup> groups, IReadOnlyList<TrafficSelector> traffic, Origin at)
    {
        if (groups.Count == 0 || traffic.Count == 0 || groups.Exists(each => each.Ingress.Any(rule => Admits(network, rule, traffic))))
        {
            yield break;
        }

        yield return new Finding(
            Rule,
            $"{Sentence.Start(network.Text(receiver))} sees the addresses of the clients of {network.Text(accelerator.Id)}, and no ingress rule of its security groups admits one of them to {string.Join(" or ", traffic)}; admit the clients, for example from 0.0.0.0/0.",
            at)
        {
            Related = [.. groups.Where(each => each.Origin.Line > 0).Select(each => new RelatedOrigin(each.Origin, "its security group"))],
        };
    }

    /// <summary>The groups of what receives first; a load balancer without groups takes from everybody, and sees no clients.</summary>
    private static List<SecurityGroup> GroupsOf(NetworkIndex network, AcceleratorEndpoint endpoint)
    {
        var receiver = endpoint.Target.Kind == ElementKind.Instance
            ? network.Find<Instance>(endpoint.Target)?.Interfaces[0]
            : network.Find<LoadBalancer>(endpoint.Target)?.Nodes[0];
        return receiver is { } id && network.Find<NetworkInterface>(id) is { } each ? GroupsOf(network, each) : [];
    }

    private static List<SecurityGroup> GroupsOf(NetworkIndex network, NetworkInterface each) =>
        [.. each.SecurityGroups.Select(network.Find<SecurityGroup>).OfType<SecurityGroup>()];

    private static bool Admits(NetworkIndex network, SecurityGroupRule rule, IReadOnlyList<TrafficSelector> traffic) =>
        traffic.Any(each => rule.Traffic.Protocol.Includes(each.Protocol) && rule.Traffic.DestinationPorts.Overlaps(each.DestinationPorts))
        && network.PrefixesOf(rule.Peer.Value).Any(IsPublic);

    private static bool IsPublic(IpPrefix prefix) => prefix.IsIpv4 && InternetSpace.Meets(prefix);

    private static IEnumerable<TrafficSelector> Traffic(AcceleratorListener listener, AcceleratorEndpointGroup group) =>
        EndpointPorts(listener, group).Select(range => new TrafficSelector(listener.Protocol, range));

    /// <summary>What custom routing sends to a destination that gets traffic on those ports.</summary>
    private static IEnumerable<TrafficSelector> Traffic(CustomRoutingEndpointGroup endpointGroup, CustomRoutingAllowance allowed) =>
        from destination in endpointGroup.Destinations
        where destination.Ports.Overlaps(allowed.Ports)
        let ports = new PortRange(Math.Max(destination.Ports.First, allowed.Ports.First), Math.Min(destination.Ports.Last, allowed.Ports.Last))
        from protocol in CustomRoutingMap.Protocols
        where new CustomRoutingMap.DestinationPort(ports.First, destination.Protocols).Takes(protocol)
        select new TrafficSelector(protocol, ports);

    /// <summary>The ports that endpoints are spoken to on. Of a range the overridden ports are not taken out: some of it is left, or nothing is missed.</summary>
    private static IEnumerable<PortRange> EndpointPorts(AcceleratorListener listener, AcceleratorEndpointGroup group) => listener.Ports
        .Select(range => range.First == range.Last ? One(group.EndpointPort(range.First)) : range)
        .Concat(group.PortOverrides.Where(each => listener.Ports.Any(range => range.First < range.Last && range.Contains(each.ListenerPort))).Select(each => One(each.EndpointPort)));

    private static PortRange One(ushort port) => new(port, port);
}
