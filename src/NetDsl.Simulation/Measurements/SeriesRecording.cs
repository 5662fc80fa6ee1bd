using NetDsl.Model;
using NetDsl.Runtime;

namespace NetDsl.Simulation.Measurements;

/// <summary>Cuts a run into parts, and adds up what happens in each.</summary>
/// <param name="duration">How long the run lasts.</param>
/// <param name="loads">What NAT gateways hold at a moment.</param>
internal sealed class SeriesRecording(TimeSpan duration, Func<TimeSpan, IReadOnlyList<NatGatewayLoad>> loads)
{
    private readonly TimeSpan width = MeasurementSeries.WidthFor(duration);
    private readonly int count = MeasurementSeries.PartsOf(duration);
    private readonly List<MeasuredPart> parts = [];
    private readonly List<IReadOnlyList<NatGatewayLoad>> held = [];
    private readonly LatencyHistogram latency = new();
    private TimeSpan end = MeasurementSeries.WidthFor(duration);

    public long Opened { get; set; }

    public long Established { get; set; }

    public long Blocked { get; set; }

    public long Delivered { get; set; }

    public long Dropped { get; set; }

    public long Bytes { get; set; }

    public void Answer(TimeSpan took) => latency.Add(took);

    /// <summary>Ends the parts that are over.</summary>
    public void Advance(TimeSpan time)
    {
        while (time >= end && parts.Count < count - 1)
        {
            End(end);
            end = width * (parts.Count + 1);
        }
    }

    public MeasurementSeries Complete()
    {
        Advance(duration);
        End(duration);
        return new MeasurementSeries(width, parts.ToEquatableArray());
    }

    public EquatableArray<NatGatewaySeries> NatGateways(ElementPaths paths) => NatGatewaySeries.Sum(
        Enumerable.Range(0, held[0].Count).Select(gateway => new NatGatewaySeries(
            paths.OfHolder(held[0][gateway].Holder),
            held.Select(all => all[gateway].Flows).ToEquatableArray(),
            held.Select(all => all[gateway].Ports).ToEquatableArray())));

    private void End(TimeSpan time)
    {
        parts.Add(new MeasuredPart(Opened, Established, Blocked, Delivered, Dropped, Bytes, latency.Take()));
        (Opened, Established, Blocked, Delivered, Dropped, Bytes) = (0, 0, 0, 0, 0, 0);
        held.Add(loads(time));
    }
}
