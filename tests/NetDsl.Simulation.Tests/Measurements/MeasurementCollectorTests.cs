using NetDsl.Simulation.Measurements;

namespace NetDsl.Simulation.Tests.Measurements;

public class MeasurementCollectorTests
{
    [Fact]
    public void Every_packet_has_one_end()
    {
        var measured = MeasuredEvent.Measured(
        [
            new(0, 0, 1),
            new(5, 0, 1, FromClient: false),
            new(9, 0, -1, Outcome: Outcome.Exits),
            new(9, 0, 1, Code: DropCode.NoRouteToDestination),
        ]);

        Assert.Equal(new PacketBalance(Sent: 4, Delivered: 2, Exits: 1, Dropped: 1), measured.Packets);
        Assert.Equal((0, 0.25), (measured.Packets.Unaccounted, measured.Packets.Loss));
    }

    [Fact]
    public void A_packet_without_an_end_is_noticed()
    {
        var collector = MeasuredEvent.Collector();
        new MeasuredEvent(0, 0, 1).Tell(collector);
        collector.Sent(100, TimeSpan.FromSeconds(1));

        Assert.Contains("lost count of 1 packets", Assert.Throws<InvalidOperationException>(() => collector.Complete([])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packet_with_two_ends_is_noticed()
    {
        var collector = MeasuredEvent.Collector();
        new MeasuredEvent(0, 0, 1).Tell(collector);
        collector.Ended(new MeasuredEvent(0, 0, 1, Code: DropCode.NoRouteToDestination).Fate, TimeSpan.Zero);

        Assert.Contains("lost count of -1 packets", Assert.Throws<InvalidOperationException>(() => collector.Complete([])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_that_is_none_is_noticed()
    {
        var collector = MeasuredEvent.Collector();
        new MeasuredEvent(0, 0, 1, Outcome: Outcome.Unknown).Tell(collector);

        Assert.Throws<InvalidOperationException>(() => collector.Complete([]));
    }

    [Fact]
    public void An_outage_lasts_from_the_first_lost_packet_to_the_next_that_comes_through()
    {
        var measured = MeasuredEvent.Measured(
        [
            new(100, 0, 1),
            new(200, 0, 1, Code: DropCode.NoRouteToDestination),
            new(700, 0, 1, Code: DropCode.NoRouteToDestination),

            // The other way is another matter, and so is another pair.
            new(800, 0, 1, FromClient: false),
            new(850, 2, 1),
            new(900, 0, 1),
            new(1000, 0, 1, Code: DropCode.NoRouteToDestination),
            new(1100, 0, 1),
        ]);

        var outage = Assert.Single(measured.Outages);
        Assert.Equal((Milliseconds(200), Milliseconds(900), true, "tcp/443"), (outage.Start, outage.End, outage.IsOver, outage.Traffic));
        Assert.Equal(outage, measured.LongestOutage);
    }

    [Fact]
    public void An_outage_that_does_not_end_lasts_to_the_end()
    {
        var outage = Assert.Single(MeasuredEvent.Measured([new(100, 0, 1), new(4000, 0, 1, Code: DropCode.NoRouteToDestination)]).Outages);
        Assert.Equal((Milliseconds(4000), MeasuredEvent.Duration, false), (outage.Start, outage.End, outage.IsOver));
    }

    [Fact]
    public void What_never_comes_through_is_no_outage() =>
        Assert.Empty(MeasuredEvent.Measured([new(100, 0, 1, Code: DropCode.EniSgRulesMismatch), new(4000, 0, 1, Code: DropCode.EniSgRulesMismatch)]).Outages);

    [Fact]
    public void Drops_are_told_by_code_and_place()
    {
        var measured = MeasuredEvent.Measured(
        [
            new(1, 0, 1, Code: DropCode.EniSgRulesMismatch),
            new(2, 0, 1, Code: DropCode.NoRouteToDestination),
            new(3, 0, 1, Code: DropCode.NoRouteToDestination),
            new(4, -1, 1, Code: DropCode.NoRouteToDestination),
        ]);

        Assert.Equal((DropCode.NoRouteToDestination, 2, Milliseconds(2)), (measured.Drops[0].Code, measured.Drops[0].Packets, measured.Drops[0].First));
        Assert.Equal(3, measured.Drops.Count);
        Assert.Contains(measured.Drops, drop => drop is { From: "internet", Packets: 1 });
        Assert.Equal([new(DropCode.NoRouteToDestination, 3), new(DropCode.EniSgRulesMismatch, 1)], measured.DropsByCode);
    }

    [Fact]
    public void Each_part_has_what_happened_in_it()
    {
        var measured = MeasuredEvent.Measured([new(0, 0, 1), new(49, 0, 1, FromClient: false), new(50, 0, 1), new(9_999, 0, 1, Code: DropCode.NoRouteToDestination)]);

        Assert.Equal((TimeSpan.FromMilliseconds(50), 200), (measured.Series.Width, measured.Series.Parts.Count));
        Assert.Equal((2, 1, 200), (measured.Series.Parts[0].Delivered, measured.Series.Parts[0].Opened, measured.Series.Parts[0].Bytes));
        Assert.Equal(1, measured.Series.Parts[0].Latency.Count);
        Assert.Equal((1, null), (measured.Series.Parts[1].Delivered, measured.Series.Parts[2].Loss));
        Assert.Equal((1, 1.0), (measured.Series.Parts[^1].Dropped, measured.Series.Parts[^1].Loss));
        Assert.All(measured.NatGateways, gateway => Assert.Equal(200, gateway.Flows.Count));
        Assert.Equal(10, measured.NatGateways.Max(gateway => gateway.Flows[^1]));
    }

    [Theory]
    [InlineData(0.0001)]
    [InlineData(1)]
    [InlineData(239)]
    [InlineData(240)]
    [InlineData(241)]
    [InlineData(600)]
    [InlineData(86_400)]
    [InlineData(2_592_000)]
    [InlineData(400_000_000)]
    public void There_are_at_most_240_parts(double seconds)
    {
        var duration = TimeSpan.FromSeconds(seconds);
        var parts = MeasurementSeries.PartsOf(duration);
        Assert.InRange(parts, 1, MeasurementSeries.MostParts);
        Assert.True(MeasurementSeries.WidthFor(duration) * parts >= duration);
    }

    static TimeSpan Milliseconds(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
