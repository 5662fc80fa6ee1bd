using System.Collections.Frozen;
using NetDsl.Addressing;
using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Mapping;

/// <summary>
/// What a host answers when an interface on it asks for a neighbour, by ARP or neighbour discovery: the address of hardware of whoever has the address in the subnet, and of
/// the router of the subnet for everything else. It belongs to the interface, and goes with it to another host.
/// </summary>
/// <param name="graph">The network.</param>
public sealed class NeighbourAnswers(ForwardingGraph graph)
{
    /// <summary>Stands for the router of the subnet.</summary>
    public const int Router = -1;

    private readonly FrozenDictionary<(int Subnet, IpAddress Address), int> holders = graph.Holders
        .SelectMany((holder, index) => holder.Addresses.Select(address => (Key: (holder.Subnet, address), index)))
        .DistinctBy(each => each.Key)
        .ToFrozenDictionary(each => each.Key, each => each.index);

    /// <summary>Who answers.</summary>
    /// <param name="asker">The interface that asks, an entry of the graph's holder table.</param>
    /// <param name="target">The address that it asks for.</param>
    /// <returns>The interface that has it, or <see cref="Router"/>.</returns>
    public int For(int asker, IpAddress target) => holders.TryGetValue((graph.Holders[asker].Subnet, target), out var holder) ? holder : Router;
}
