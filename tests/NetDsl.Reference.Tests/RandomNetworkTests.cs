using NetDsl.Model;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Reference.Tests;

public class RandomNetworkTests
{
    const int Networks = 300;
    const int Questions = 40;

    static readonly Lazy<IReadOnlyList<Trace>> Traces = new(() =>
    [
        .. Enumerable.Range(1, Networks).SelectMany(seed =>
        {
            var topology = RandomNetwork.Create(seed);
            var answer = Reference(topology);
            return Question.Draw(topology, seed, Questions).Select(question => answer(question));
        }),
    ]);

    static Answer Reference(Topology topology)
    {
        var interpreter = new ReferenceInterpreter(topology);
        return question => interpreter.Trace(question.From, question.To, question.Traffic, question.SourceAddress, question.SourcePort);
    }

    [Fact]
    public void A_seed_gives_the_same_network_and_the_same_questions() =>
        Assert.All([1, 77, 4711], seed =>
        {
            var topology = RandomNetwork.Create(seed);
            Assert.Equal(topology, RandomNetwork.Create(seed));
            Assert.Equal(Question.Draw(topology, seed, 20), Question.Draw(topology, seed, 20));
        });

    [Fact]
    public void Questions_meet_every_reason_that_drops()
    {
        var met = Traces.Value.SelectMany(trace => trace.Forward.Blocks.Concat(trace.Return.Blocks)).Select(block => block.Code).ToHashSet();

        // One packet does not exhaust the ports of a NAT gateway.
        Assert.Empty(Enum.GetValues<DropCode>().Except(met).Except([DropCode.NatPortExhausted]));
    }

    [Theory]
    [InlineData("nat-gateway")]
    [InlineData("internet-gateway")]
    [InlineData("peering")]
    [InlineData("transit-gateway-attachment")]
    [InlineData("network-acl")]
    [InlineData("host-service")]
    public void Many_flows_work_across(string kind)
    {
        var across = Traces.Value.Count(trace => trace.Verdict == Verdict.Reachable && trace.Forward.Hops.Any(hop => hop.Kind == kind));

        Assert.True(across >= Networks * Questions / 400, $"only {across} of {Traces.Value.Count} questions");
    }

    [Fact]
    public void Neither_what_works_nor_what_is_blocked_is_rare()
    {
        var reachable = Traces.Value.Count(trace => trace.Verdict == Verdict.Reachable);

        Assert.InRange(reachable * 100 / Traces.Value.Count, 12, 60);
    }

    [Fact]
    public void Engines_that_agree_pass_and_the_first_difference_is_told_with_the_line_that_replays_it()
    {
        Agreement.Check(Reference, Reference, networks: 5, questions: 10, everyHop: true);

        var told = Assert.Throws<DisagreementException>(() => Agreement.Check(Reference, Forgetful, networks: 50, questions: 40));

        Assert.Contains("Replay: NETDSL_SEED=", told.Message, StringComparison.Ordinal);
        Assert.Contains("SUBNET_ACL_RESTRICTION", told.Message, StringComparison.Ordinal);

        // It forgets what network ACLs say.
        Answer Forgetful(Topology topology) => Reference(topology with
        {
            NetworkAcls = topology.NetworkAcls
                .Select(acl => acl with { Inbound = [AllowAll], Outbound = [AllowAll] })
                .ToEquatableArray(),
        });
    }

    static NetworkAclEntry AllowAll { get; } = new(
        1, AclAction.Allow, Traffic.AllTraffic, new Sourced<Addressing.Ipv4Prefix>(Addressing.Ipv4Prefix.All, Origin.None), Origin.None);
}
