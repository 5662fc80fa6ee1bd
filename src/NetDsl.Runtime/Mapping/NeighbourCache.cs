using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Runtime.Mapping;

/// <summary>
/// What interfaces ask their hosts before they send: for whoever has the address in their own subnet, else for the router of the subnet. They remember the answer for a while. To
/// broadcast and multicast addresses they send without asking, and nobody carries that.
/// </summary>
/// <remarks>Sources: of the specification (foundation §2.6, §1.2); RFC 826, RFC 4861.</remarks>
public sealed class NeighbourCache
{
    // The router of every subnet of IPv6: "Subnet sizing", Amazon VPC User Guide.
    private static readonly IpAddress Ipv6Router = IpAddress.Parse("fe80:ec2::1");
    private static readonly IpPrefix Ipv4Multicast = IpPrefix.Parse("224.0.0.0/4");
    private static readonly IpPrefix Ipv6Multicast = IpPrefix.Parse("ff00::/8");
    private static readonly IpAddress Everybody = IpAddress.Parse("255.255.255.255");

    private readonly ForwardingGraph graph;
    private readonly NeighbourAnswers answers;
    private readonly TimeSpan kept;
    private readonly Dictionary<int, Subnet> subnets;
    private readonly Dictionary<(int Asker, IpAddress Target), TimeSpan> known = [];

    /// <summary>Starts without any answer.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="topology">Its description, which says how large subnets are.</param>
    /// <param name="kept">How long an interface remembers an answer.</param>
    public NeighbourCache(ForwardingGraph graph, Topology topology, TimeSpan kept)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(topology);
        (this.graph, this.kept, answers) = (graph, kept, new NeighbourAnswers(graph));
        var byPath = topology.Subnets.ToDictionary(subnet => subnet.Id.Path, StringComparer.Ordinal);
        subnets = graph.Subnets.Where(subnet => byPath.ContainsKey(graph.Nodes[subnet.Node].Path)).ToDictionary(subnet => subnet.Node, subnet => byPath[graph.Nodes[subnet.Node].Path]);
    }

    /// <summary>What an interface asks before it sends a packet.</summary>
    /// <param name="asker">The interface, an entry of the graph's holder table.</param>
    /// <param name="destination">Where the packet goes.</param>
    /// <param name="time">Virtual time.</param>
    /// <returns>What it asks for, and who answers; nothing when it knows, or has nobody to ask for.</returns>
    public NeighbourAnswer? Ask(int asker, IpAddress destination, TimeSpan time)
    {
        if (!subnets.TryGetValue(graph.Holders[asker].Subnet, out var subnet) || IsForMany(asker, destination))
        {
            return null;
        }

        var target = subnet.Contains(destination) ? destination
            : destination.IsIpv6 ? Ipv6Router
            : subnet.Prefix.Value.First.Plus(1);
        if (known.TryGetValue((asker, target), out var since) && time < since + kept)
        {
            return null;
        }

        known[(asker, target)] = time;
        return new NeighbourAnswer(target, answers.For(asker, target));
    }

    /// <summary>Whether an address is one of broadcast or multicast, as an interface sees it.</summary>
    /// <param name="sender">The interface, an entry of the graph's holder table.</param>
    /// <param name="destination">The address.</param>
    public bool IsForMany(int sender, IpAddress destination) =>
        Ipv4Multicast.Contains(destination) || Ipv6Multicast.Contains(destination) || IsBroadcast(sender, destination);

    /// <summary>Whether an address is one of broadcast: that of every network, or the last one of the interface's subnet.</summary>
    /// <param name="sender">The interface, an entry of the graph's holder table.</param>
    /// <param name="destination">The address.</param>
    public bool IsBroadcast(int sender, IpAddress destination) => destination == Everybody
        || (destination.IsIpv4 && subnets.TryGetValue(graph.Holders[sender].Subnet, out var subnet) && subnet.Prefix.Value.Last == destination);
}

/// <summary>What an interface has learned of a neighbour.</summary>
/// <param name="Target">The address that it has asked for.</param>
/// <param name="Holder">The interface that has it, an entry of the graph's holder table; <see cref="NeighbourAnswers.Router"/> for the router of the subnet.</param>
public readonly record struct NeighbourAnswer(IpAddress Target, int Holder);
