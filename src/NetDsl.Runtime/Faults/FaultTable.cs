using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Forwarding;
using NetDsl.Runtime.Randomness;

namespace NetDsl.Runtime.Faults;

/// <summary>What is down at a moment, and what lines do to packets then.</summary>
internal sealed class FaultTable
{
    private readonly FaultOptions options;
    private readonly List<HolderOutage>?[] outages;
    private readonly Dictionary<string, List<CircuitFault>> circuits;

    // The holder of each target, by the VPC of the node and the address.
    private readonly Dictionary<(int Vpc, Addressing.IpAddress Address), int> targets = [];

    public FaultTable(ForwardingGraph graph, ForwardingTables tables, FaultOptions options)
    {
        this.options = options;
        outages = new List<HolderOutage>?[graph.Holders.Count];
        foreach (var outage in options.Outages)
        {
            // A secondary address of a NAT gateway is down with it.
            foreach (var holder in Enumerable.Range(0, outages.Length).Where(holder => holder == outage.Holder || graph.Holders[holder].Primary == outage.Holder))
            {
                (outages[holder] ??= []).Add(outage);
            }
        }

        circuits = options.Circuits.GroupBy(fault => fault.Circuit).ToDictionary(faults => faults.Key, faults => faults.ToList());
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
    /// What a load balancer sends new flows to: targets that are down as far as it knows, or drained, get none; all of them get some where none is left (fail open, R-6.8).
    /// </summary>
    /// <param name="rule">The listener.</param>
    /// <param name="vpc">The VPC of the node.</param>
    /// <param name="time">Virtual time.</param>
    public DistributionRule Serving(DistributionRule rule, int vpc, TimeSpan time)
    {
        if (!rule.Targets.Any(target => IsOut(targets[(vpc, target.Address)], time)))
        {
            return rule;
        }

        var left = rule.Targets.Where(target => !IsOut(targets[(vpc, target.Address)], time)).ToList();
        return left.Count > 0 ? rule with { Targets = [.. left] } : rule;
    }

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

        foreach (var fault in faults)
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

            if (fault.Loss > 0 && RandomStream.Of(options.Seed ^ (ulong)packet.GetHashCode(), (ulong)time.Ticks).Share() <= fault.Loss)
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
            var (from, until) = outage.IsDraining
                ? (outage.At, outage.Until)
                : (outage.At + options.UnhealthyAfter, outage.Until + options.HealthyAfter);

            // What was up again before anybody noticed has never been out.
            var isNoticed = outage.IsDraining || outage.Until is null || outage.Until > from;
            if (isNoticed && from <= time && (until is null || time < until))
            {
                return true;
            }
        }

        return false;
    }
}
