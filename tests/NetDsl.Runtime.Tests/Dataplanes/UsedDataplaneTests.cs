using NetDsl.Compiler.Lowering;
using NetDsl.Runtime.Tests.Batches;
using NetDsl.Testing;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Runtime.Tests.Dataplanes;

/// <summary>A data plane changes one walk, one passage and one decision with each packet: nothing of the packet before may be left in them.</summary>
public class UsedDataplaneTests
{
    const int Packets = 300;

    [Fact]
    public void The_first_packet_of_a_flow_fares_as_in_a_data_plane_that_nobody_has_used()
    {
        var compared = 0;
        foreach (var (number, topology) in ExampleNetworks.All.Concat(Enumerable.Range(1, 20).Select(RandomNetwork.Create)).Index())
        {
            var network = new CompiledNetwork(TopologyLowering.Lower(topology));
            var used = new Dataplane(network) { WatchesTransitGateways = number % 2 == 0 };
            var columns = new RandomColumns(network.Graph, new Random(number), Packets);
            for (var index = 0; index < Packets; index++)
            {
                var (sender, packet) = (columns.Senders[index], columns.Packets[index]);
                var flags = packet.Protocol == Protocol.Tcp ? TcpFlags.Syn : TcpFlags.None;
                var fresh = new Dataplane(network);
                var unwatched = new Dataplane(network) { WatchesInterfaces = false };
                var expected = fresh.Send(sender, packet, TimeSpan.FromMilliseconds(index), flags);
                var decision = used.Send(sender, packet, TimeSpan.FromMilliseconds(index), flags);
                Assert.Equal(expected, unwatched.Send(sender, packet, TimeSpan.FromMilliseconds(index), flags));
                AssertSame(fresh, unwatched);
                Assert.Empty(unwatched.Events.ToArray());

                // The address and port that a translator has given before it does not give again, so that what comes behind it may choose otherwise.
                if ((decision.Packet.Source, decision.Packet.SourcePort) != (expected.Packet.Source, expected.Packet.SourcePort))
                {
                    continue;
                }

                Assert.Equal(expected, decision);
                AssertSame(fresh, used);
                Assert.Equal(fresh.Events.ToArray(), used.Events.ToArray());
                compared++;

                // The answer, so that what is restored is left behind as well.
                if (decision is { Outcome: Outcome.Delivered, Holder: >= 0 } && packet.AsksForAnswer && !network.Graph.Holders[decision.Holder].Translates)
                {
                    var (answered, answer) = (fresh.Answer(decision.Holder, decision.Packet.Reply(), TimeSpan.FromMilliseconds(index)), used.Answer(decision.Holder, decision.Packet.Reply(), TimeSpan.FromMilliseconds(index)));
                    Assert.Equal(answered, answer);
                    AssertSame(fresh, used);
                }
            }
        }

        Assert.InRange(compared, 5_000, int.MaxValue);

        static void AssertSame(Dataplane one, Dataplane other)
        {
            Assert.Equal(one.Way.ToArray(), other.Way.ToArray());
            Assert.Equal((one.DropNode, one.Service, one.Reset, one.Delay), (other.DropNode, other.Service, other.Reset, other.Delay));
        }
    }
}
