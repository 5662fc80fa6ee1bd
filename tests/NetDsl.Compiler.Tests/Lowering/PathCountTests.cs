using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Lowering.Memory;
using NetDsl.Model;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Compiler.Tests.Lowering;

/// <summary>What a network with junctions is said to compile at most, beside what it does.</summary>
public class PathCountTests
{
    [Fact]
    public void No_more_walks_are_made_than_are_counted()
    {
        foreach (var seed in Enumerable.Range(1, 40))
        {
            var topology = RandomNetwork.Create(seed);
            if (topology.IsWhole)
            {
                Assert.InRange(WalksOf(topology), 1, PathCount.WithJunctions(topology));
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Peered_spokes_of_a_hub_are_counted_by_what_they_tell_apart(bool withNat)
    {
        var topology = PeeredSpokes(withNat);

        // Looser, and large networks that are compiled with ease are refused.
        Assert.InRange(PathCount.WithJunctions(topology), WalksOf(topology), 8 * WalksOf(topology));
    }

    static int WalksOf(Topology topology)
    {
        TopologyLowering.Lower(topology, hasJunctions: true, "", new LoweringMemory(), CancellationToken.None, out var walks);
        return walks.Walked;
    }

    static Topology PeeredSpokes(bool withNat)
    {
        var network = new NetworkBuilder("spokes");
        var region = network.Region("eu-central-1");
        var hub = region.TransitGateway("hub");
        VpcBuilder? before = null;
        foreach (var spoke in Enumerable.Range(0, 40))
        {
            var vpc = region.Vpc($"spoke-{spoke}", $"10.{spoke}.0.0/16");
            foreach (var (zone, part) in new[] { ("a", 0), ("b", 1) })
            {
                vpc.Subnet($"part-{zone}", $"10.{spoke}.{part}.0/24", zone).Instance($"host-{zone}");
            }

            hub.Attach(vpc.Name, vpc.Subnet("transit", $"10.{spoke}.2.0/24", "a"));
            if (withNat)
            {
                vpc.InternetGateway($"{vpc.Name}-igw");
                vpc.MainRouteTable.Route("0.0.0.0/0", vpc.Subnet("front", $"10.{spoke}.3.0/24", "a").NatGateway("nat"));
            }

            vpc.MainRouteTable.Route("10.0.0.0/8", hub);
            if (before is not null)
            {
                var peering = network.Peer($"{before.Name}-to-{vpc.Name}", before, vpc);
                before.MainRouteTable.Route(vpc.Cidr, peering);
                vpc.MainRouteTable.Route(before.Cidr, peering);
            }

            before = vpc;
        }

        return network.Build();
    }
}
