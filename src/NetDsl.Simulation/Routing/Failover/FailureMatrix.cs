using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Runtime;

namespace NetDsl.Simulation.Routing.Failover;

/// <summary>How long a site and the vendor's network are apart after each single fault between them.</summary>
public static class FailureMatrix
{
    /// <summary>What becomes of each site that has a host, after each fault.</summary>
    /// <param name="topology">The network; without problems.</param>
    /// <param name="usesBfd">Whether the routers at Direct Connect have BFD set up.</param>
    /// <param name="age">How long before a fault the last keepalive was heard; none for the longest outage.</param>
    public static IReadOnlyList<FailureOutcome> Of(Topology topology, bool usesBfd = false, TimeSpan age = default)
    {
        ArgumentNullException.ThrowIfNull(topology);
        var whole = new Ways(topology);
        var pairs = Pairs(topology, whole).ToList();
        return
        [
            .. from fault in NetworkFault.Of(topology)
               let broken = new Ways(fault.Apply(topology))
               from pair in pairs
               let there = Noticed(whole.Between(pair.Inside, pair.Host), fault)
               let back = Noticed(whole.Between(pair.Host, pair.Inside), fault)
               select new FailureOutcome(
                   fault,
                   pair.Site,
                   Outage(broken.Between(pair.Inside, pair.Host), there?.OutageToSite),
                   Outage(broken.Between(pair.Host, pair.Inside), back?.OutageToVendor))
               {
                   Events = (there ?? back)?.Events ?? [],
               },
        ];

        // What happens at the line that a packet takes until the fault is noticed; nothing when it takes none that breaks.
        FailoverTimeline? Noticed(Way before, NetworkFault fault) => fault.Circuits.FirstOrDefault(circuit => before.Passes.Contains(circuit.Path)) is { } circuit
            ? LinkSimulation.Run(Protection(topology, circuit, usesBfd), LinkFault.SilentLoss, age)
            : null;

        // Then it takes another way, if there is one.
        static TimeSpan? Outage(Way after, TimeSpan? noticed) => after.IsOpen ? noticed ?? TimeSpan.Zero : null;
    }

    /// <summary>How both ends of a line notice that it is gone.</summary>
    internal static LinkProtection Protection(Topology topology, ElementId circuit, bool usesBfd) => circuit.Kind switch
    {
        ElementKind.VirtualInterface => usesBfd ? LinkProtection.DirectConnectWithBfd : LinkProtection.DirectConnect,
        ElementKind.ConnectPeer => LinkProtection.Connect,
        _ => topology.Hybrid.VpnConnections.First(connection => connection.Id == circuit).Routing == VpnRouting.Static ? LinkProtection.StaticVpn : LinkProtection.Vpn,
    };

    /// <summary>A host of each site, and a host of the vendor's network that has a way there and back.</summary>
    private static IEnumerable<(ElementId Site, ElementId Inside, ElementId Host)> Pairs(Topology topology, Ways whole) =>
        from host in topology.Hybrid.Hosts.GroupBy(host => host.Site).Select(hosts => hosts.First())
        let inside = topology.NetworkInterfaces.FirstOrDefault(each =>
            each.ManagedBy is null && whole.Between(each.Id, host.Id).IsOpen && whole.Between(host.Id, each.Id).IsOpen)
        where inside is not null
        select (host.Site, inside.Id, host.Id);

    /// <summary>A way through a network.</summary>
    /// <param name="IsOpen">Whether routes lead all the way; filters are not asked.</param>
    /// <param name="Passes">The paths of what it passes.</param>
    private sealed record Way(bool IsOpen, IReadOnlySet<string> Passes);

    private sealed class Ways(Topology topology)
    {
        private readonly CompiledNetwork network = new(TopologyLowering.Lower(topology));
        private readonly Dictionary<(ElementId From, ElementId To), Way> known = [];

        public Way Between(ElementId from, ElementId to)
        {
            if (!known.TryGetValue((from, to), out var way))
            {
                var direction = network.Trace(Endpoint.Of(from), Endpoint.Of(to), Traffic.Tcp(443)).Forward;
                var isOpen = direction.Receiver is not null || direction.Blocks.All(block => block.Code is DropCode.EniSgRulesMismatch or DropCode.SubnetAclRestriction);
                known.Add((from, to), way = new Way(isOpen, direction.Hops.Select(hop => hop.Element).ToHashSet(StringComparer.Ordinal)));
            }

            return way;
        }
    }
}

/// <summary>What becomes of a site after a fault.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Site">The site.</param>
/// <param name="OutageToSite">How long what is sent to it is lost; nothing for as long as the fault lasts.</param>
/// <param name="OutageToVendor">How long what it sends is lost; nothing for as long as the fault lasts.</param>
public sealed record FailureOutcome(NetworkFault Fault, ElementId Site, TimeSpan? OutageToSite, TimeSpan? OutageToVendor)
{
    /// <summary>What happens at both ends of the line that packets took, until each has noticed: sessions, and the states of the tunnel. Nothing where they took none that breaks.</summary>
    public EquatableArray<FailoverEvent> Events { get; init; } = [];
}
