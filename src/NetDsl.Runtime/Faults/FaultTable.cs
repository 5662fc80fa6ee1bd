using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Forwarding;
using NetDsl.Runtime.Randomness;

namespace NetDsl.Runtime.Faults;

/// <summary>What is down at a moment, and what lines do to packets then.</summary>
internal sealed partial class FaultTable
{
    private readonly FaultOptions options;
    private readonly ForwardingGraph graph;

    // The nodes of the same load balancer, by node.
    private readonly Dictionary<int, List<Distribution>> siblings;
    private readonly List<HolderOutage>?[] outages;

    // Of those that are down at any time.
    private readonly HealthTimeline?[] health;
    private readonly HealthTimeline?[] endpointHealth;

    // Each with a number of its own, so that two of them lose packets independently.
    private readonly Dictionary<string, List<(CircuitFault Fault, ulong Key)>> circuits;

    // The holder of each target, by the VPC of the node and the address.
    private readonly Dictionary<(int Vpc, Addressing.IpAddress Address), int> targets = [];

    public FaultTable(ForwardingGraph graph, ForwardingTables tables, FaultOptions options)
    {
        (this.options, this.graph) = (options, graph);
        siblings = graph.Distributions.GroupBy(distribution => distribution.Node).SelectMany(nodes => nodes.Select(node => (node.Holder, Nodes: nodes.ToList()))).ToDictionary(each => each.Holder, each => each.Nodes);
        outages = new List<HolderOutage>?[graph.Holders.Count];
        foreach (var outage in options.Outages)
        {
            // A secondary address of a NAT gateway is down with it.
            foreach (var holder in Enumerable.Range(0, outages.Length).Where(holder => holder == outage.Holder || graph.Holders[holder].Primary == outage.Holder))
            {
                (outages[holder] ??= []).Add(outage);
            }
        }

        health = [.. Enumerable.Range(0, outages.Length).Select(holder => Watch(holder, options.TargetChecks, turn: 0))];
        endpointHealth = [.. Enumerable.Range(0, outages.Length).Select(holder => Watch(holder, options.EndpointChecks, turn: 1))];
        circuits = options.Circuits
            .Select((fault, index) => (Fault: fault, Key: RandomStream.Of(options.Seed, (ulong)index).Next()))
            .GroupBy(each => each.Fault.Circuit)
            .ToDictionary(faults => faults.Key, faults => faults.ToList());
        foreach (var distribution in graph.Distributions)
        {
            var vpc = graph.Holders[distribution.Holder].Vpc;
            foreach (var address in distribution.Rules.SelectMany(rule => rule.Targets).Select(target => target.Address))
            {
                // A target in a peered VPC has the only such address that the node can reach.
                var own = tables.Holders.At(vpc, address);
                targets[(vpc, address)] = own >= 0 ? own : Enumerable.Range(0, graph.Holders.Count).FirstOrDefault(holder => graph.Holders[holder].Has(address), -1);
            }
        }
    }

    /// <summary>Whether any line has a fault at any time.</summary>
    public bool HasCircuits => circuits.Count > 0;

    /// <summary>Whether a machine is down.</summary>
    public bool IsDown(int holder, TimeSpan time)
    {
        if (holder < 0 || outages[holder] is not { } all)
        {
            return false;
        }

        foreach (var outage in all)
        {
            if (!outage.IsDraining && outage.At <= time && (outage.Until is null || time < outage.Until))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// What a node of a load balancer sends new flows to: targets that are down as far as it knows, or drained, get none. Where none is left in any zone, all get some (fail
    /// open); where others are left in other zones only, the node has nobody, and nothing is told.
    /// </summary>
    /// <param name="node">The node.</param>
    /// <param name="rule">Its listener.</param>
    /// <param name="time">Virtual time.</param>
    public DistributionRule? Serving(int node, DistributionRule rule, TimeSpan time)
    {
        var vpc = graph.Holders[node].Vpc;
        if (!rule.Targets.Any(target => IsOut(vpc, target, time)))
        {
            return rule;
        }

        var left = rule.Targets.Where(target => !IsOut(vpc, target, time)).ToList();
        return left.Count > 0 ? rule with { Targets = [.. left] }
            : siblings[node].Any(sibling => sibling.Rules.Any(other => other.Group == rule.Group && other.Targets.Any(target => !IsOut(vpc, target, time)))) ? null
            : rule;
    }

    /// <summary>Whether flows that a target has are reset with their next packet: it is known to be down, and others get its flows .</summary>
    /// <param name="node">The node.</param>
    /// <param name="rule">Its listener.</param>
    /// <param name="target">The address of the target.</param>
    /// <param name="time">Virtual time.</param>
    public bool Resets(int node, DistributionRule rule, Addressing.IpAddress target, TimeSpan time) =>
        targets.GetValueOrDefault((graph.Holders[node].Vpc, target), -1) is >= 0 and var holder
        && health[holder]?.IsUnhealthy(time) == true
        && (Serving(node, rule, time) is not { } serving || !serving.Targets.Any(each => each.Address == target));

    /// <summary>Whether clients are told the address of a node: not when it is down or has nobody to send flows to, as far as health checks know and answers are not kept any more.</summary>
    /// <param name="node">The node.</param>
    /// <param name="time">Virtual time.</param>
    public bool IsNamed(int node, TimeSpan time)
    {
        if (!siblings.TryGetValue(node, out var nodes))
        {
            return true;
        }

        var asked = time - options.NamesKept;
        return !IsOut(node, asked) && nodes.First(each => each.Holder == node).Rules.All(rule => rule.Targets.Count == 0 || Serving(node, rule, asked) is not null);
    }

    private bool IsOut(int vpc, DistributionTarget target, TimeSpan time) => IsOut(targets[(vpc, target.Address)], time);

    /// <summary>What becomes of a packet on a line: why it is lost, or how much longer it takes.</summary>
    /// <param name="circuit">The path of the line.</param>
    /// <param name="isToSite">Which way it goes.</param>
    /// <param name="packet">The packet.</param>
    /// <param name="time">Virtual time.</param>
    /// <param name="delay">What is added to its time.</param>
    public DropCode? Cross(string circuit, bool isToSite, in Packet packet, TimeSpan time, ref TimeSpan delay)
    {
        if (!circuits.TryGetValue(circuit, out var faults))
        {
            return null;
        }

        foreach (var (fault, key) in faults)
        {
            if (fault.At > time || time >= fault.Until || !(isToSite ? fault.ToSite : fault.FromSite))
            {
                continue;
            }

            // The same for a packet at a moment, whoever else sends.
            if (fault.Loss >= 1)
            {
                return DropCode.LinkDown;
            }

            if (fault.Loss > 0 && RandomStream.Of(options.Seed ^ (ulong)packet.GetHashCode() ^ key, (ulong)time.Ticks).Share() <= fault.Loss)
            {
                return DropCode.LinkLoss;
            }

            delay += fault.Delay;
        }

        return null;
    }

    /// <summary>Whether a target gets no new flow.</summary>
    private bool IsOut(int holder, TimeSpan time)
    {
        if (holder < 0 || outages[holder] is not { } all)
        {
            return false;
        }

        foreach (var outage in all)
        {
            if (outage.IsDraining && outage.At <= time && (outage.Until is null || time < outage.Until))
            {
                return true;
            }
        }

        return health[holder]?.IsUnhealthy(time) == true;
    }

    /// <summary>Checks of different things begin at different times, which depend on the seed and their names only.</summary>
    private HealthTimeline? Watch(int holder, HealthCheckOptions checks, ulong turn)
    {
        var down = outages[holder]?.Where(outage => !outage.IsDraining).Select(outage => (outage.At, outage.Until)).ToList();
        if (down is not { Count: > 0 })
        {
            return null;
        }

        var random = RandomStream.Of(options.Seed + turn, WeightedHash.KeyOf(graph.Nodes[graph.Holders[holder].Node].Path));
        return new HealthTimeline(down, checks, TimeSpan.FromTicks((long)(checks.Interval.Ticks * (1 - random.Share()))));
    }
}
