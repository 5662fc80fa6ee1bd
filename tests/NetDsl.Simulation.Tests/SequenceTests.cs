using NetDsl.Compiler.Lowering;
using NetDsl.Runtime;
using NetDsl.Runtime.Wire;
using NetDsl.Testing;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Simulation.Tests;

/// <summary>What one end of a TCP connection sends begins where the segment before it has ended, in both families.</summary>
public class SequenceTests
{
    [Fact]
    public void Segments_follow_one_another()
    {
        var families = new HashSet<bool>();
        foreach (var topology in ExampleNetworks.All.Concat(Enumerable.Range(1, 12).Select(RandomNetwork.Create)))
        {
            var tap = new Tap();
            NetworkSimulation.Run(new CompiledNetwork(TopologyLowering.Lower(topology)), new SimulationOptions { Flows = 40, Tap = tap });
            foreach (var sender in tap.Sent.Where(sent => sent.Packet.Protocol == Protocol.Tcp).GroupBy(sent => sent.Packet))
            {
                // Retries repeat a number, and an acknowledgment has that of what follows: but no segment leaves a hole.
                var end = 0u;
                foreach (var sent in sender)
                {
                    Assert.True(sent.Extent.Sequence <= end, $"{topology.Name}: {sender.Key}");
                    end = Math.Max(end, End(sent));
                }

                families.UnionWith(end > 100 ? [sender.Key.Source.IsIpv4] : []);
            }
        }

        Assert.Equal(2, families.Count);
    }

    static uint End(SentPacket sent) => sent.Extent.Sequence
        + (uint)PacketBytes.PayloadLength(sent.Packet, sent.Flags, sent.Extent)
        + ((sent.Flags & (TcpFlags.Syn | TcpFlags.Fin)) != 0 ? 1u : 0u);

    sealed class Tap : IWireTap
    {
        public List<SentPacket> Sent { get; } = [];

        public void Begin(in SentPacket sent) => Sent.Add(sent);

        public void See(in WireSighting sighting)
        {
        }
    }
}
