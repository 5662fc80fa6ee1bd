using NetDsl.Compiler.Reachability;
using NetDsl.Model;
using NetDsl.Testing.RandomNetworks;
using Xunit.Abstractions;

namespace NetDsl.Runtime.Tests.Engines;

/// <summary>Fewer rules of security groups only close flows, and the way back opens the same.</summary>
public class BehaviourDifferenceTests(ITestOutputHelper output)
{
    [Fact]
    public void Fewer_rules_close_flows_and_the_way_back_opens_them()
    {
        var closed = 0;
        for (var seed = 1; seed <= 30; seed++)
        {
            var topology = RandomNetwork.Create(seed);

            // The groups of a peer's host decide whether its tunnel carries routes (I section 2): fewer rules there lead flows other ways, which may be open.
            if (topology.Hybrid.ConnectPeers.Count > 0)
            {
                continue;
            }

            var fewer = topology with
            {
                SecurityGroups = topology.SecurityGroups.Select(group => group with { Ingress = group.Ingress.Skip(1).ToEquatableArray() }).ToEquatableArray(),
            };
            var there = BehaviourDifference.Of(topology, fewer).Flows;
            var back = BehaviourDifference.Of(fewer, topology).Flows;
            Assert.All(there, change => Assert.True(!change.IsOpened, $"Seed {seed}: {change}"));
            Assert.All(back, change => Assert.True(change.IsOpened, $"Seed {seed}: {change}"));
            Assert.All(there, change => Assert.StartsWith("arrives", change.Before.Text, StringComparison.Ordinal));
            Assert.Equal(
                there.Select(change => $"{change.From} {change.To} {change.Sample}").Order(StringComparer.Ordinal),
                back.Select(change => $"{change.From} {change.To} {change.Sample}").Order(StringComparer.Ordinal));
            closed += there.Count;
        }

        output.WriteLine($"{closed} pairs closed.");
        Assert.True(closed > 100, $"Only {closed} pairs closed.");
    }
}
