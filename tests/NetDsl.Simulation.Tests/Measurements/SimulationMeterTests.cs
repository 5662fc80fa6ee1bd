using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using NetDsl.Compiler.Lowering;
using NetDsl.Runtime;
using NetDsl.Testing;

namespace NetDsl.Simulation.Tests.Measurements;

public class SimulationMeterTests
{
    [Fact]
    public void Whoever_listens_hears_what_the_report_tells()
    {
        // Other tests run networks at the same time: this one has a name of its own.
        var network = new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.Shop() with { Name = "Listened" }));
        var counted = new ConcurrentDictionary<string, long>();
        var requests = new ConcurrentBag<double>();
        using var listener = Listen("Listened", counted, requests);
        var report = NetworkSimulation.Run(network, new SimulationOptions { Flows = 300 });

        Assert.Equal(report.Measurements.Packets.Sent - report.Measurements.Packets.Dropped, counted["netdsl.packets.delivered"]);
        Assert.Equal(report.Attempted, counted["netdsl.flows.opened"]);
        Assert.Equal(report.Established, counted["netdsl.flows.established"]);
        Assert.Equal(report.Blocked, counted["netdsl.flows.blocked"]);
        Assert.All(report.Measurements.DropsByCode, drop => Assert.Equal(drop.Packets, counted[$"netdsl.packets.dropped {drop.Code.ToCode()}"]));
        Assert.Equal(report.Measurements.Latency.Count, requests.Count);
        Assert.InRange(requests.Max(), 0.9 * report.Measurements.Latency.Maximum.TotalSeconds, report.Measurements.Latency.Maximum.TotalSeconds);
    }

    [Fact]
    public void Is_told_while_the_run_lasts()
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.Shop() with { Name = "Live" }));
        var counted = new ConcurrentDictionary<string, long>();
        using var listener = Listen("Live", counted, []);
        var heard = new List<long>();
        NetworkSimulation.Run(network, new SimulationOptions { Flows = 2000 }, new Hearing(() => heard.Add(counted["netdsl.packets.delivered"])));

        Assert.True(heard.Count > 2);
        Assert.True(heard[0] > 0 && heard[0] < heard[^1]);
    }

    static MeterListener Listen(string network, ConcurrentDictionary<string, long> counted, ConcurrentBag<double> requests)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, each) =>
            {
                if (instrument.Meter.Name == "NetDsl.Simulation")
                {
                    each.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, count, tags, _) =>
        {
            if (Tag(tags, "network") == network)
            {
                counted.AddOrUpdate($"{instrument.Name} {Tag(tags, "code")}".TrimEnd(), count, (_, sum) => sum + count);
            }
        });
        listener.SetMeasurementEventCallback<double>((instrument, seconds, tags, _) =>
        {
            if (Tag(tags, "network") == network)
            {
                Assert.Equal(("netdsl.request.duration", "s"), (instrument.Name, instrument.Unit));
                requests.Add(seconds);
            }
        });
        listener.Start();
        return listener;
    }

    static string? Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == name)
            {
                return (string?)tag.Value;
            }
        }

        return null;
    }

    sealed class Hearing(Action hear) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value) => hear();
    }
}
