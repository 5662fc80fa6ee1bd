using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability;
using NetDsl.Model;
using NetDsl.Testing.RandomNetworks;
using Xunit.Abstractions;

namespace NetDsl.Runtime.Tests.Engines;

/// <summary>What is dead can be taken out, all of it together, and no verdict changes.</summary>
public class DeadRulesTests(ITestOutputHelper output)
{
    [Fact]
    public void Without_what_is_dead_every_verdict_is_the_same()
    {
        var removed = 0;
        for (var seed = 1; seed <= 60; seed++)
        {
            var topology = RandomNetwork.Create(seed);
            var dead = DeadRules.Of(topology).Where(each => each.Index >= 0).ToList();
            if (dead.Count == 0)
            {
                continue;
            }

            removed += dead.Count;
            var before = new CompiledNetwork(TopologyLowering.Lower(topology));
            var after = new CompiledNetwork(TopologyLowering.Lower(Without(topology, dead)));
            foreach (var question in Question.Draw(topology, seed, 100))
            {
                if (Verdict(before, question) != Verdict(after, question))
                {
                    Assert.Fail($"Seed {seed}, {question}: {Verdict(before, question)}, and {Verdict(after, question)} without\n{string.Join("\n", dead)}");
                }
            }
        }

        output.WriteLine($"{removed} dead rules and routes taken out.");
        Assert.True(removed > 100, $"Only {removed} dead rules and routes in the random networks.");
    }

    static string Verdict(CompiledNetwork network, Question question)
    {
        var trace = network.Trace(question.From, question.To, question.Traffic, question.SourceAddress, question.SourcePort, question.Request);
        return $"{trace.Verdict} {trace.Forward.Code} {trace.Return.Code}";
    }

    static Topology Without(Topology topology, List<DeadRule> dead)
    {
        return topology with
        {
            NetworkAcls = topology.NetworkAcls.Select(acl => acl with
            {
                Inbound = Living(acl.Inbound, acl.Id, DeadRuleList.InboundEntries),
                Outbound = Living(acl.Outbound, acl.Id, DeadRuleList.OutboundEntries),
            }).ToEquatableArray(),
            SecurityGroups = topology.SecurityGroups.Select(group => group with
            {
                Ingress = Living(group.Ingress, group.Id, DeadRuleList.IngressRules),
                Egress = Living(group.Egress, group.Id, DeadRuleList.EgressRules),
            }).ToEquatableArray(),
            RouteTables = topology.RouteTables.Select(table => table with { Routes = Living(table.Routes, table.Id, DeadRuleList.Routes) }).ToEquatableArray(),
            TransitGateways = topology.TransitGateways.Select(gateway => gateway with
            {
                RouteTables = gateway.RouteTables.Select(table => table with { Routes = Living(table.Routes, table.Id, DeadRuleList.Routes) }).ToEquatableArray(),
            }).ToEquatableArray(),
        };

        EquatableArray<T> Living<T>(EquatableArray<T> rules, ElementId element, DeadRuleList list) => rules
            .Where((_, place) => !dead.Exists(each => each.Element == element && each.List == list && each.Index == place))
            .ToEquatableArray();
    }
}
