using NetDsl.Compiler.Graph;
using NetDsl.Runtime;

namespace NetDsl.Simulation.Measurements;

/// <summary>Is told of every packet and flow of a run, and adds up what is measured.</summary>
/// <param name="graph">The network.</param>
/// <param name="duration">How long the run lasts.</param>
/// <param name="loads">What NAT gateways hold at a moment.</param>
internal sealed class MeasurementCollector(ForwardingGraph graph, TimeSpan duration, Func<TimeSpan, IReadOnlyList<NatGatewayLoad>> loads)
{
    private readonly SeriesRecording series = new(duration, loads);
    private readonly OutageWatch outages = new();
    private readonly Dictionary<(DropCode Code, int From, int At), (long Packets, TimeSpan First)> drops = [];
    private readonly SimulationMeter meter = new(graph.Name);
    private long sent;
    private long delivered;
    private long exits;

    /// <summary>A packet is about to be sent; times never run backwards.</summary>
    public void Sent(int bytes, TimeSpan time)
    {
        series.Advance(time);
        series.Bytes += bytes;
        sent++;
    }

    /// <summary>It has come to its end.</summary>
    public void Ended(in PacketFate fate, TimeSpan time)
    {
        if (fate.Opens)
        {
            series.Opened++;
            meter.Opened();
        }

        if (fate.Code is { } code)
        {
            Drop(fate, code, time);
        }
        else
        {
            Deliver(fate, time);
        }

        switch (fate.Turns)
        {
            case FlowOutcome.Established:
                series.Established++;
                meter.Established();
                break;
            case FlowOutcome.Blocked:
                series.Blocked++;
                meter.Blocked();
                break;
        }
    }

    /// <summary>Everything, at the end of the run.</summary>
    /// <param name="flowState">How the nodes that keep flows were used.</param>
    /// <exception cref="InvalidOperationException">A packet has no end, or two.</exception>
    public RunMeasurements Complete(IEnumerable<FlowStateUse> flowState)
    {
        var paths = new ElementPaths(graph);
        var dropped = DroppedPackets.Sum(drops.Select(drop => new DroppedPackets(
            drop.Key.Code, paths.OfHolder(drop.Key.From), paths.OfNode(drop.Key.At), drop.Value.Packets, drop.Value.First)));
        var balance = new PacketBalance(sent, delivered, exits, dropped.Sum(drop => drop.Packets));
        if (balance.Unaccounted != 0)
        {
            throw new InvalidOperationException($"The simulation has lost count of {balance.Unaccounted} packets: {balance}. That is a fault of the simulation; please report it.");
        }

        var parts = series.Complete();
        return new RunMeasurements
        {
            Duration = duration,
            Packets = balance,

            // Each answer is recorded once, in its part.
            Latency = parts.Parts.Aggregate(LatencyDistribution.Empty, (whole, part) => whole.Merge(part.Latency)),
            Drops = dropped,
            Outages = PairOutage.Longest(outages.Outages(paths, duration)),
            Series = parts,
            NatGateways = series.NatGateways(paths),
            FlowState = FlowStateUse.Sum(flowState),
        };
    }

    private void Deliver(in PacketFate fate, TimeSpan time)
    {
        // What ends in any other way is missed by the balance.
        switch (fate.Outcome)
        {
            case Outcome.Delivered:
                delivered++;
                break;
            case Outcome.Exits:
                exits++;
                break;
        }

        series.Delivered++;
        meter.Delivered();
        outages.Delivered(fate.Conversation, time);
        if (fate.Answered is { } took)
        {
            series.Answer(took);
            meter.Answered(took);
        }
    }

    private void Drop(in PacketFate fate, DropCode code, TimeSpan time)
    {
        var key = (code, fate.Sender, fate.DropNode);
        drops[key] = drops.TryGetValue(key, out var known) ? known with { Packets = known.Packets + 1 } : (1, time);
        series.Dropped++;
        meter.Dropped(code);
        outages.Lost(fate.Conversation, time);
    }
}
