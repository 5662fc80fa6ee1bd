using System.Diagnostics.Metrics;

namespace NetDsl.Simulation.Measurements;

/// <summary>
/// Tells what happens in a run while it happens, to whoever listens to the meter <c>NetDsl.Simulation</c>, such as <c>dotnet-counters</c> or OpenTelemetry. Costs nothing
/// when nobody does.
/// </summary>
internal sealed class SimulationMeter(string network)
{
    public const string Name = "NetDsl.Simulation";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> DeliveredPackets =
        Meter.CreateCounter<long>("netdsl.packets.delivered", "{packet}", "Packets that came through, or left the network.");

    private static readonly Counter<long> DroppedPackets = Meter.CreateCounter<long>("netdsl.packets.dropped", "{packet}", "Packets that were dropped, by code.");

    private static readonly Counter<long> OpenedFlows = Meter.CreateCounter<long>("netdsl.flows.opened", "{flow}", "Flows whose first packet was sent.");

    private static readonly Counter<long> EstablishedFlows = Meter.CreateCounter<long>("netdsl.flows.established", "{flow}", "Flows that were answered.");

    private static readonly Counter<long> BlockedFlows = Meter.CreateCounter<long>("netdsl.flows.blocked", "{flow}", "Flows that were given up.");

    private static readonly Histogram<double> RequestDuration =
        Meter.CreateHistogram<double>("netdsl.request.duration", "s", "Virtual time from a request to its answer.");

    private readonly KeyValuePair<string, object?> networkTag = new("network", network);

    public void Delivered() => Count(DeliveredPackets);

    public void Dropped(DropCode code)
    {
        if (DroppedPackets.Enabled)
        {
            DroppedPackets.Add(1, networkTag, new KeyValuePair<string, object?>("code", code.ToCode()));
        }
    }

    public void Opened() => Count(OpenedFlows);

    public void Established() => Count(EstablishedFlows);

    public void Blocked() => Count(BlockedFlows);

    public void Answered(TimeSpan took)
    {
        if (RequestDuration.Enabled)
        {
            RequestDuration.Record(took.TotalSeconds, networkTag);
        }
    }

    private void Count(Counter<long> counter)
    {
        if (counter.Enabled)
        {
            counter.Add(1, networkTag);
        }
    }
}
