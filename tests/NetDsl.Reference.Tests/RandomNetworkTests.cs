using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Reference.Tests;

public class RandomNetworkTests
{
    const int Networks = 900;
    const int Questions = 40;

    static readonly Lazy<IReadOnlyList<Trace>> Traces = new(() =>
    [
        .. Enumerable.Range(1, Networks).SelectMany(seed =>
        {
            var topology = RandomNetwork.Create(seed);
            var answer = ReferenceVectors.Answering(topology);
            return Question.Draw(topology, seed, Questions).Select(question => answer(question));
        }),
    ]);

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

        // One packet does not exhaust the ports of a NAT gateway or the room of a node, and no time passes in which a flow could be forgotten or a host could move.
        // Routes from other VPCs to a gateway endpoint are not drawn (a vector of shows them), and builders refuse endpoints in zones without their service.
        Assert.Empty(Enum.GetValues<DropCode>().Except(met).Except([DropCode.EndpointNotExtendable, DropCode.VpceServiceNotInstalledInAz, DropCode.NatPortExhausted, DropCode.NatIdleExpired, DropCode.LbIdleExpired, DropCode.LbPortExhausted, DropCode.GaIdleExpired, DropCode.GaPortExhausted, DropCode.MappingMiss, DropCode.FlowStateOverloaded, DropCode.HostDown, DropCode.LinkDown, DropCode.LinkLoss, DropCode.LbTargetUnhealthy, DropCode.PpsAllowance, DropCode.BandwidthAllowance, DropCode.ConntrackFull, DropCode.LinkLocalAllowance]));
    }

    [Theory]
    [InlineData("nat-gateway")]
    [InlineData("internet-gateway")]
    [InlineData("peering")]
    [InlineData("transit-gateway-attachment")]
    [InlineData("vpn-connection")]
    [InlineData("virtual-interface")]
    [InlineData("connect-peer")]
    [InlineData("network-acl")]
    [InlineData("host-service")]
    [InlineData("client-vpn-endpoint")]
    [InlineData("accelerator")]
    [InlineData("egress-only-internet-gateway")]
    public void Many_flows_work_across(string kind)
    {
        var across = Traces.Value.Count(trace => trace.Verdict == Verdict.Reachable && trace.Forward.Hops.Any(hop => hop.Kind == kind));

        Assert.True(across >= Networks * Questions / 600, $"only {across} of {Traces.Value.Count} questions");
    }

    /// <summary>Faults are where two constructs meet: the 2,000 networks about which all engines are asked in each run have every two of them.</summary>
    [Fact]
    public void Every_two_constructs_meet_in_five_small_networks_at_least()
    {
        var names = Constructs.Names;
        var met = new int[names.Count, names.Count];
        foreach (var seed in Enumerable.Range(1, 2000))
        {
            var constructs = Constructs.In(RandomNetwork.CreateSmall(seed));
            foreach (var (place, one) in constructs.Index())
            {
                foreach (var other in constructs.Skip(place + 1))
                {
                    met[one, other]++;
                }
            }
        }

        Assert.Empty(
            from one in Enumerable.Range(0, names.Count)
            from other in Enumerable.Range(one + 1, names.Count - one - 1)
            where met[one, other] < 5
            select $"{names[one]} and {names[other]}: {met[one, other]}");
    }

    [Fact]
    public void Neither_what_works_nor_what_is_blocked_is_rare()
    {
        var reachable = Traces.Value.Count(trace => trace.Verdict == Verdict.Reachable);

        Assert.InRange(reachable * 100 / Traces.Value.Count, 12, 60);
    }
}
