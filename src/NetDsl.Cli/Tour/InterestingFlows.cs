using NetDsl.Compiler.Lowering;
using NetDsl.Model;

namespace NetDsl.Cli.Tour;

/// <summary>One question to a network.</summary>
internal sealed record Flow(Endpoint From, Endpoint To, TrafficSelector Traffic);

/// <summary>
/// The flows that a network's author has probably thought of: those that ingress rules name, from every interface to the internet,
/// from the internet to everything public, and from clients to accelerators.
/// </summary>
internal static class InterestingFlows
{
    // A rule for a whole subnet names a flow from each host in it; a few of them tell the same as all.
    private const int MostPeersOfARule = 4;
    private const int Https = 443;

    public static IReadOnlyList<Flow> Of(Topology topology)
    {
        var groups = topology.SecurityGroups.ToDictionary(group => group.Id);
        var flows = new List<Flow>();
        foreach (var each in topology.NetworkInterfaces)
        {
            flows.AddRange(each.SecurityGroups.SelectMany(group => groups[group].Ingress)
                .SelectMany(rule => Senders(topology, each, rule.Peer.Value).Select(from => new Flow(from, Endpoint.Of(each.Id), OnePacket(rule.Traffic)))));
        }

        flows.AddRange(topology.NetworkInterfaces.Where(Speaks).Select(each => new Flow(Endpoint.Of(each.Id), Endpoint.Internet, Tcp(Https))));
        flows.AddRange(topology.NetworkInterfaces
            .Where(each => each.PublicAddress is not null)
            .Select(each => new Flow(Endpoint.Internet, Endpoint.Of(each.Id), Tcp(Https))));
        flows.AddRange(
            from accelerator in topology.Accelerators
            from listener in accelerator.Listeners
            from client in topology.InternetClients.Select(client => Endpoint.Of(client.Id)).DefaultIfEmpty(Endpoint.Internet)
            select new Flow(client, Endpoint.Of(accelerator.Id), OnePacket(new TrafficSelector(listener.Protocol, listener.Ports[0]))));
        flows.AddRange(
            from accelerator in topology.Accelerators
            from traffic in FirstPorts(topology, accelerator)
            from client in topology.InternetClients.Select(client => Endpoint.Of(client.Id)).DefaultIfEmpty(Endpoint.Internet)
            select new Flow(client, Endpoint.Of(accelerator.Id), traffic));
        return [.. flows.Distinct()];
    }

    private static IEnumerable<Endpoint> Senders(Topology topology, NetworkInterface receiver, SecurityGroupPeer peer)
    {
        if (peer.Prefix is { Length: 0 })
        {
            return receiver.PublicAddress is null ? [] : [Endpoint.Internet];
        }

        return topology.NetworkInterfaces
            .Where(each => each.Id != receiver.Id && Speaks(each))
            .Where(each => peer.Group is { } group ? each.SecurityGroups.Contains(group) : peer.Prefix is { } prefix && prefix.Contains(each.PrivateAddress))
            .Take(MostPeersOfARule)
            .Select(each => Endpoint.Of(each.Id));
    }

    /// <summary>Whether anything starts at the interface: those of load balancers and endpoints send nothing by themselves.</summary>
    private static bool Speaks(NetworkInterface each) => each.ManagedBy is null;

    /// <summary>Of a custom routing accelerator, for each host that gets traffic the first port that leads to it.</summary>
    private static IEnumerable<TrafficSelector> FirstPorts(Topology topology, Accelerator accelerator) =>
        from listener in accelerator.CustomRouting?.Listeners ?? []
        let map = new CustomRoutingMap(listener, id => topology.Subnets.First(subnet => subnet.Id == id))
        from part in map.Parts
        from host in CustomRoutingMap.HostsIn(topology, part.Subnet.Subnet)
        let leading = map.PortsTo(part, host.PrivateAddress).Where(each => part.Subnet.Allows(host.PrivateAddress, each.Leads.Port)).Take(1)
        from first in leading
        select new TrafficSelector(
            CustomRoutingMap.Protocols.First(first.Leads.Takes), new PortRange(first.ListenerPort, first.ListenerPort));

    private static TrafficSelector OnePacket(TrafficSelector rule) => rule switch
    {
        { Protocol.IsAny: true } => Tcp(Https),
        { Protocol.HasPorts: true } => rule with { DestinationPorts = new PortRange(rule.DestinationPorts.First, rule.DestinationPorts.First) },
        _ => rule,
    };

    private static TrafficSelector Tcp(ushort port) => new(Protocol.Tcp, new PortRange(port, port));
}
