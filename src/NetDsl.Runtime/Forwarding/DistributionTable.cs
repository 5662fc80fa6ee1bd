using System.Runtime.CompilerServices;
using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Forwarding;

/// <summary>What the nodes of load balancers do, by holder.</summary>
internal sealed class DistributionTable
{
    private readonly Distribution?[]? byHolder;
    private readonly ForwardingGraph graph;

    public DistributionTable(ForwardingGraph graph)
    {
        this.graph = graph;
        byHolder = graph.Has(GraphTables.Distributions) ? ByHolder(graph) : null;
    }

    public Distribution this[int node] => byHolder![node]!;

    /// <summary>The first listener that takes the packet; nothing when none does.</summary>
    public DistributionRule? RuleFor(int node, in Packet packet)
    {
        if (byHolder?[node] is { } distribution)
        {
            foreach (var rule in distribution.Rules)
            {
                if (rule.Protocol == packet.Protocol && rule.Port == packet.DestinationPort)
                {
                    return rule;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// whether the target sees the client's address. Never one of another family than its own, nor what another translator has handed over (PrivateLink).
    /// </summary>
    public static bool KeepsSource(DistributionRule rule, in Leg leg, in Packet packet) =>
        rule.KeepsSource && leg.HandedBy < 0 && rule.Targets[0].Address.IsIpv4 == packet.Source.IsIpv4;

    /// <summary>
    /// The packet as the node sends it to the target of its flow. Where the node's own address is the source, the port is still the
    /// client's: who counts ports gives one.
    /// </summary>
    /// <param name="node">The node.</param>
    /// <param name="rule">The listener that takes it.</param>
    /// <param name="keepsSource">Whether the client's address stays.</param>
    /// <param name="packet">The packet as it arrived.</param>
    public Packet Distribute(int node, DistributionRule rule, bool keepsSource, in Packet packet)
    {
        var target = rule.Targets[FlowHash.Choose(packet, rule.BySource, rule.Targets)];
        return packet with
        {
            Source = keepsSource ? packet.Source : graph.Holders[node].AddressOf(target.Address)!.Value,
            Destination = target.Address,
            DestinationPort = target.Port,
        };
    }

    /// <summary>The same where nobody counts ports: the node gives the first.</summary>
    /// <param name="node">The node.</param>
    /// <param name="rule">The listener that takes it.</param>
    /// <param name="keepsSource">Whether the client's address stays.</param>
    /// <param name="packet">The packet as it arrived.</param>
    public Packet DistributeUncounted(int node, DistributionRule rule, bool keepsSource, in Packet packet)
    {
        var sent = Distribute(node, rule, keepsSource, packet);
        return keepsSource ? sent : sent with { SourcePort = ForwardingTables.FirstNatPort };
    }

    // Apart: a method that is entered loads the types that it asks for.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Distribution?[] ByHolder(ForwardingGraph graph)
    {
        var byHolder = new Distribution?[graph.Holders.Count];
        foreach (var distribution in graph.Distributions)
        {
            byHolder[distribution.Holder] = distribution;
        }

        return byHolder;
    }
}
