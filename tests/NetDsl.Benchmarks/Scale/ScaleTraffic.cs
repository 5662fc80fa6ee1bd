using NetDsl.Runtime;

namespace NetDsl.Benchmarks.Scale;

/// <summary>Packets between hosts of different VPCs, one in ten of which is denied.</summary>
internal sealed record ScaleTraffic(int[] Senders, uint[] Sources, uint[] Destinations, byte[] Protocols, ushort[] SourcePorts, ushort[] DestinationPorts)
{
    public PacketColumns Packed => new()
    {
        Senders = Senders,
        Sources = Sources,
        Destinations = Destinations,
        Protocols = Protocols,
        SourcePorts = SourcePorts,
        DestinationPorts = DestinationPorts,
    };

    /// <summary>Draws packets.</summary>
    /// <param name="network">The network.</param>
    /// <param name="random">The dice.</param>
    /// <param name="packets">How many.</param>
    /// <param name="talkers">Among how many hosts.</param>
    public static ScaleTraffic Draw(CompiledNetwork network, Random random, int packets, int talkers)
    {
        var holders = network.Graph.Holders;
        int[] all = [.. Enumerable.Range(0, Math.Min(talkers, holders.Count)).Select(index => talkers >= holders.Count ? index : random.Next(holders.Count))];
        int[] senders = [.. Enumerable.Range(0, packets).Select(_ => all[random.Next(all.Length)])];
        int[] receivers = [.. senders.Select(sender => Other(holders[sender].Vpc))];
        return new ScaleTraffic(
            senders,
            [.. senders.Select(Address)],
            [.. receivers.Select(Address)],
            [.. Enumerable.Repeat((byte)6, packets)],
            [.. Enumerable.Range(0, packets).Select(_ => (ushort)random.Next(32768, 61000))],
            [.. Enumerable.Range(0, packets).Select(_ => random.Next(10) == 0 ? (ushort)22 : (ushort)443)]);

        uint Address(int holder) => holders[holder].PrivateAddress.AsIpv4!.Value.Value;

        int Other(int vpc)
        {
            while (true)
            {
                if (all[random.Next(all.Length)] is var host && holders[host].Vpc != vpc)
                {
                    return host;
                }
            }
        }
    }
}
