using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Simulation.Failures;
using NetDsl.Testing;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Simulation.Tests.Failures;

/// <summary>Whatever fails whenever: every flow ends in one way, no packet goes in circles, nothing is remembered for ever.</summary>
public sealed class RandomFailureTests
{
    /// <summary>So many schedules; 1,000 in a soak (<c>NETDSL_SCHEDULES=1000</c>).</summary>
    static readonly int Schedules = int.TryParse(Environment.GetEnvironmentVariable("NETDSL_SCHEDULES"), out var given) ? given : 60;

    [Fact]
    public void Random_failures_leave_nothing_behind()
    {
        var codes = new HashSet<DropCode>();
        foreach (var seed in Enumerable.Range(1, Schedules))
        {
            var topology = seed % 3 == 0 ? ExampleNetworks.All[seed / 3 % ExampleNetworks.All.Count] : RandomNetwork.Create(seed);
            var network = new CompiledNetwork(TopologyLowering.Lower(topology));
            var options = new SimulationOptions { Seed = (ulong)seed, Flows = 200, Topology = topology };
            options = options with { Failures = RandomFailures.Draw(network, topology, 1 + (seed % 12), options.Duration, options.Seed) };
            Assert.True(options.Failures.Count > 0, topology.Name);
            var (report, dataplane) = NetworkSimulation.Execute(network, options);

            Assert.Equal(report.Blocked, report.BlockedByCode.Sum(blocked => blocked.Flows));
            Assert.Equal(report.Attempted, report.Pairs.Sum(pair => pair.Flows));
            if (report.BlockedByCode.Any(blocked => blocked.Code == DropCode.ForwardingLoop))
            {
                // Some random networks have loops by their routes; no failure may add one.
                Assert.Contains(NetworkSimulation.Run(network, options with { Failures = [] }).BlockedByCode, blocked => blocked.Code == DropCode.ForwardingLoop);
            }

            Assert.Equal(0, dataplane.Sweep(TimeSpan.FromDays(30)));
            codes.UnionWith(report.BlockedByCode.Select(blocked => blocked.Code));
        }

        Assert.Contains(DropCode.HostDown, codes);
        Assert.True(Schedules < 200 || codes.Contains(DropCode.LinkDown));
    }

    [Fact]
    public void The_same_seed_draws_the_same_failures()
    {
        var topology = ExampleNetworks.Hybrid();
        var network = new CompiledNetwork(TopologyLowering.Lower(topology));
        EquatableArray<ScheduledFailure> Draw(ulong seed) => RandomFailures.Draw(network, topology, 50, TimeSpan.FromMinutes(10), seed);

        Assert.Equal(Draw(1), Draw(1));
        Assert.NotEqual(Draw(1), Draw(2));
        Assert.True(Draw(1).Select(failure => failure.Kind).Distinct().Count() > 6);
    }
}
