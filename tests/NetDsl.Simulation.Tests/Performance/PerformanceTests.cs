using System.Globalization;
using NetDsl.Runtime.Allowances;
using NetDsl.Simulation.Performance;
using NetDsl.Testing;

namespace NetDsl.Simulation.Tests.Performance;

public class PerformanceTests
{
    const int Bytes = 200;
    const int Exchanges = 200_000;

    [Fact]
    public void The_same_service_by_each_mode() => Snapshot.MatchPage(
        $"""
        # Network cards and request/reply

        A model ([InterfaceMode](../src/NetDsl.Simulation/Performance/InterfaceMode.cs), [LatencyModel](../src/NetDsl.Simulation/Performance/LatencyModel.cs)): how long a packet takes through a host, how much that varies, and how many packets a card takes. A service in the
        same zone answers requests of {Bytes} bytes; as soon as one is answered the next is sent. With one request under way the time through the hosts is the bound, with 64 of them the
        packets of the card. `law` is min(c / RTT, PPS / p, B / b); the rest is played packet by packet, {Exchanges:N0} exchanges each (PerformanceTests).
        The law takes the typical time of a packet; where times vary much, their average is longer, and fewer are answered.

        | Card | under way | answers/s | law | ratio | p50 | p99 | p99.9 |
        | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
        {string.Join('\n', from mode in InterfaceMode.All from outstanding in new[] { 1, 64 } select Row(mode, outstanding))}

        ![How long exchanges take, one under way](pictures/exchanges-1.svg)

        ![How long exchanges take, 64 under way](pictures/exchanges-64.svg)

        """,
        "docs/performance.md");

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public void The_times_of_exchanges_are_drawn(int outstanding) => Snapshot.MatchPage(
        PercentilePlot.Of(
            $"{outstanding} under way: the time that so many exchanges stay below",
            InterfaceMode.All.Select(mode => (mode.Name, RequestReply.Measure(mode, NetworkDistance.SameZone, outstanding, Bytes, Exchanges, seed: 1)))),
        $"docs/pictures/exchanges-{outstanding}.svg");

    [Fact]
    public void More_exchanges_stay_below_a_longer_time()
    {
        var curve = RequestReply.Measure(InterfaceMode.Ena, NetworkDistance.SameZone, 4, Bytes, 20_000, seed: 1).Curve;
        Assert.All(curve.Zip(curve.Skip(1)), pair => Assert.True(pair.First.Share < pair.Second.Share && pair.First.Time <= pair.Second.Time));
    }

    [Theory]
    [InlineData(50, 20_000)]
    [InlineData(100, 10_000)]
    [InlineData(200, 5_000)]
    [InlineData(1000, 1_000)]
    public void One_request_under_way_is_answered_as_often_as_its_round_trip_allows(int microseconds, double perSecond)
    {
        // A card that takes no time itself, so that the distance is all.
        var mode = new InterfaceMode("none", TimeSpan.Zero, 0, 1e9, 1e15);
        var distance = TimeSpan.FromMicroseconds((microseconds / 2.0) - 1);
        Assert.InRange(RequestReply.Predict(mode, distance, 1, Bytes) / perSecond, 0.999, 1.001);
        Assert.InRange(RequestReply.Measure(mode, distance, 1, Bytes, 2000, seed: 1).PerSecond / perSecond, 0.999, 1.001);
    }

    [Fact]
    public void Many_under_way_are_bounded_by_the_packets_of_the_card()
    {
        var measured = RequestReply.Measure(InterfaceMode.Paravirtual, NetworkDistance.SameZone, 64, Bytes, 50_000, seed: 1);
        Assert.InRange(measured.PerSecond, 49_000, 50_001);
        Assert.Equal(50_000, RequestReply.Predict(InterfaceMode.Paravirtual, NetworkDistance.SameZone, 64, Bytes));
    }

    [Fact]
    public void Large_packets_are_bounded_by_the_bits_of_each_direction()
    {
        var law = RequestReply.Predict(InterfaceMode.Paravirtual, NetworkDistance.SameZone, 64, 9000);
        Assert.Equal(1e9 / (9000 * 8), law, 3);
        Assert.InRange(RequestReply.Measure(InterfaceMode.Paravirtual, NetworkDistance.SameZone, 64, 9000, 20_000, seed: 1).PerSecond / law, 0.97, 1.01);
    }

    [Fact]
    public void A_seed_repeats_a_run() => Assert.Equal(
        RequestReply.Measure(InterfaceMode.Ena, NetworkDistance.SameZone, 4, Bytes, 5000, seed: 3),
        RequestReply.Measure(InterfaceMode.Ena, NetworkDistance.SameZone, 4, Bytes, 5000, seed: 3));

    [Fact]
    public void A_queue_waits_as_the_formula_of_one_server_says()
    {
        var model = new LatencyModel(InterfaceMode.Ena, NetworkDistance.SameZone);
        Assert.Equal(TimeSpan.Zero, model.Waiting(0));
        Assert.InRange(model.Waiting(0.95).TotalSeconds, 4.6e-6, 4.8e-6);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Waiting(1));
    }

    [Fact]
    public void What_is_above_an_allowance_waits_and_then_is_dropped()
    {
        var allowance = new Allowance(baseline: 100, peak: 100, credit: 0, longestWait: TimeSpan.FromMilliseconds(50));
        var waits = Enumerable.Range(0, 10).Select(_ => allowance.Use(1, TimeSpan.Zero)).ToList();
        Assert.Equal([0, 10, 20, 30, 40, 50], waits.OfType<TimeSpan>().Select(wait => wait.TotalMilliseconds));
        Assert.Equal((9, 4), (allowance.Exceeded, allowance.Dropped));
        Assert.Equal(TimeSpan.Zero, allowance.Use(1, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void What_was_saved_is_spent_above_the_baseline()
    {
        // A thousand packets are there at launch: at ten times the baseline they last for 111 hundredths of a second.
        var allowance = new Allowance(baseline: 100, peak: 1000, credit: 1000, longestWait: TimeSpan.FromHours(1));
        var (time, burst) = (TimeSpan.Zero, 0);
        while (allowance.Saved > 0)
        {
            time += allowance.Use(1, time)!.Value;
            burst++;
        }

        Assert.InRange(burst, 1110, 1113);
        Assert.InRange(time.TotalSeconds, 1.1, 1.12);
        allowance.Use(1, time + TimeSpan.FromSeconds(5));
        Assert.InRange(allowance.Saved, 490, 500);
    }

    static string Row(InterfaceMode mode, int outstanding)
    {
        var measured = RequestReply.Measure(mode, NetworkDistance.SameZone, outstanding, Bytes, Exchanges, seed: 1);
        var law = RequestReply.Predict(mode, NetworkDistance.SameZone, outstanding, Bytes);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {mode.Name} | {outstanding} | {measured.PerSecond:N0} | {law:N0} | {measured.PerSecond / law:0.00} | {measured.Median.TotalMicroseconds:0} µs | {measured.P99.TotalMicroseconds:0} µs | {measured.P999.TotalMicroseconds:0} µs |");
    }
}
