using NetDsl.Addressing;
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
        from accelerator in network.Topology.Accelerators
        from listener in accelerator.Listeners
        from endpointGroup in listener.Groups
        from endpoint in endpointGroup.Endpoints
        where endpoint.PreservesClientAddress
        let groups = GroupsOf(network, endpoint)
        where groups.Count > 0 && !groups.Exists(each => each.Ingress.Any(rule => Admits(network, rule, listener, endpointGroup)))
        select new Finding(
            Rule,
            $"{Sentence.Start(network.Text(endpoint.Target))} sees the addresses of the clients of {network.Text(accelerator.Id)}, and no ingress rule of its security groups admits one of them to {Ports(listener, endpointGroup)}; admit the clients, for example from 0.0.0.0/0.",
            endpoint.Origin)
        {
            Related = [.. groups.Where(each => each.Origin.Line > 0).Select(each => new RelatedOrigin(each.Origin, "its security group"))],
        };

    /// <summary>The groups of what receives first; a load balancer without groups takes from everybody, and sees no clients.</summary>
    private static List<SecurityGroup> GroupsOf(NetworkIndex network, AcceleratorEndpoint endpoint)
    {
        var receiver = endpoint.Target.Kind == ElementKind.Instance
            ? network.Find<Instance>(endpoint.Target)?.Interfaces[0]
            : network.Find<LoadBalancer>(endpoint.Target)?.Nodes[0];
        return receiver is { } id && network.Find<NetworkInterface>(id) is { } each
            ? [.. each.SecurityGroups.Select(network.Find<SecurityGroup>).OfType<SecurityGroup>()]
            : [];
    }

    private static bool Admits(NetworkIndex network, SecurityGroupRule rule, AcceleratorListener listener, AcceleratorEndpointGroup group) =>
        rule.Traffic.Protocol.Includes(listener.Protocol)
        && EndpointPorts(listener, group).Any(rule.Traffic.DestinationPorts.Overlaps)
        && network.PrefixesOf(rule.Peer.Value).Any(IsPublic);

    private static bool IsPublic(IpPrefix prefix) => prefix.IsIpv4 && InternetSpace.Meets(prefix);

    private static string Ports(AcceleratorListener listener, AcceleratorEndpointGroup group) =>
        string.Join(" or ", EndpointPorts(listener, group).Select(range => new TrafficSelector(listener.Protocol, range)));

    /// <summary>The ports that endpoints are spoken to on. Of a range the overridden ports are not taken out: some of it is left, or nothing is missed.</summary>
    private static IEnumerable<PortRange> EndpointPorts(AcceleratorListener listener, AcceleratorEndpointGroup group) => listener.Ports
        .Select(range => range.First == range.Last ? One(group.EndpointPort(range.First)) : range)
        .Concat(group.PortOverrides.Where(each => listener.Ports.Any(range => range.First < range.Last && range.Contains(each.ListenerPort))).Select(each => One(each.EndpointPort)));

    private static PortRange One(ushort port) => new(port, port);
}
