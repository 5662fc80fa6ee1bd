namespace NetDsl.Simulation;

/// <summary>Adds up what flows did; none is kept.</summary>
internal sealed class FlowTotals
{
    private readonly Dictionary<(int Client, int Target), PairTotals> pairs = [];
    private readonly Dictionary<DropCode, long> blocked = [];

    public IReadOnlyDictionary<(int Client, int Target), PairTotals> Pairs => pairs;

    public IReadOnlyDictionary<DropCode, long> Blocked => blocked;

    public long DroppedPackets { get; private set; }

    /// <summary>Adds a flow that is over, or that time has run out for.</summary>
    public void Add(FlowRun flow)
    {
        if (!flow.HasStarted)
        {
            return;
        }

        var ends = (flow.Plan.Client, flow.Plan.Target);
        if (!pairs.TryGetValue(ends, out var pair))
        {
            pairs.Add(ends, pair = new PairTotals());
        }

        pair.Flows++;
        pair.Packets += flow.Packets;
        pair.Bytes += flow.Bytes;
        DroppedPackets += flow.DroppedPackets;
        if (flow.Outcome == FlowOutcome.Established)
        {
            pair.Established++;
        }
        else if (flow.Outcome == FlowOutcome.Blocked)
        {
            pair.Blocked++;
            blocked[flow.Code!.Value] = blocked.GetValueOrDefault(flow.Code.Value) + 1;
        }
    }

    /// <summary>What two ends had with each other.</summary>
    internal sealed class PairTotals
    {
        public long Flows { get; set; }

        public long Established { get; set; }

        public long Blocked { get; set; }

        public long Packets { get; set; }

        public long Bytes { get; set; }
    }
}
