using NetDsl.Compiler.Lowering;
using NetDsl.Runtime.Batches;
using NetDsl.Runtime.Forwarding;
using NetDsl.Runtime.Ranges;
using NetDsl.Testing;

namespace NetDsl.Runtime.Tests.Batches;

/// <summary>The runtime's compiler optimises in full what decides packets and looks addresses up.</summary>
public class JitTests
{
    [Fact]
    public void What_decides_packets_is_optimised_in_full()
    {
        using var tiers = new JitTiers();
        var network = new CompiledNetwork(TopologyLowering.Lower(Hub()));
        var holders = network.Graph.Holders;
        int[] senders = [.. Enumerable.Range(0, 512).Select(index => index % holders.Count)];
        uint[] sources = [.. senders.Select(sender => holders[sender].PrivateAddress.AsIpv4!.Value.Value)];
        uint[] destinations = [.. Enumerable.Reverse(sources)];
        var (protocols, ports) = (Enumerable.Repeat((byte)6, senders.Length).ToArray(), Enumerable.Repeat((ushort)443, senders.Length).ToArray());
        var decisions = new BatchDecision[senders.Length];

        AssertFull(typeof(BatchDecider), nameof(BatchDecider.Decide));
        AssertFull(typeof(PacketClasses), nameof(PacketClasses.FindRows));
        AssertFull(typeof(PacketClasses), nameof(PacketClasses.FindColumns));
        AssertFull(typeof(CompiledNetwork), nameof(CompiledNetwork.Decide));
        AssertFull(typeof(PathTable), nameof(PathTable.ProgramFor));

        void AssertFull(Type type, string method) => Assert.True(tiers.After(Work, type.FullName!, method) == JitTier.Full, $"{type.Name}.{method} is at {tiers.Of(type.FullName!, method)}.");

        void Work()
        {
            var packets = new PacketColumns
            {
                Senders = senders,
                Sources = sources,
                Destinations = destinations,
                Protocols = protocols,
                SourcePorts = ports,
                DestinationPorts = ports,
            };
            network.Decide(packets, decisions);
            for (var index = 0; index < senders.Length; index += 8)
            {
                network.Decide(senders[index], packets[index]);
            }
        }
    }

    [Fact]
    public void What_looks_addresses_up_is_optimised_in_full()
    {
        using var tiers = new JitTiers();
        uint[] starts = [.. Enumerable.Range(0, 40).Select(range => (uint)range * 100_000_000)];
        int[] numbers = [.. Enumerable.Range(0, 40)];
        uint[] addresses = [.. Enumerable.Range(0, 1024).Select(index => (uint)index * 4_000_000)];
        var found = new int[addresses.Length];
        RangeTable[] tables = [new ComparedRanges(RangeLayer.Of(starts, numbers)), new RankedRanges(starts, numbers), MarkedRanges.TryBuild(starts, numbers, long.MaxValue)!, DirectRanges.TryBuild(starts, numbers)!];

        foreach (var table in tables)
        {
            Assert.True(tiers.After(() => table.Find(addresses, found), table.GetType().FullName!, nameof(RangeTable.Find)) == JitTier.Full, $"{table.GetType().Name} is at {tiers.Of(table.GetType().FullName!, nameof(RangeTable.Find))}.");
        }
    }

    static Model.Topology Hub()
    {
        var network = new NetworkBuilder("Hub");
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        for (var number = 0; number < 4; number++)
        {
            var vpc = region.Vpc($"vpc-{number}", $"10.{number}.0.0/16");
            vpc.MainRouteTable.Route("10.0.0.0/8", hub);
            var group = vpc.SecurityGroup("app").Ingress(Traffic.Tcp(443), from: "10.0.0.0/8");
            var subnet = vpc.Subnet("app", $"10.{number}.0.0/24", "a");
            for (var host = 0; host < 8; host++)
            {
                subnet.Instance($"host-{host}", group);
            }

            hub.Attach(vpc.Name, subnet);
        }

        return network.Build();
    }
}
