using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Mapping;

namespace NetDsl.Runtime.Wire;

/// <summary>Turns what is seen on wires into frames, as a capture holds them.</summary>
/// <param name="graph">The network.</param>
/// <param name="wants">Whether a sighting is wanted, by virtual time; all are when left out.</param>
/// <param name="isWhole">Whether frames have the payload of their packets, which is zeros; without it they end behind the headers.</param>
/// <param name="take">Takes each frame, in the order in which packets are sent and pass.</param>
/// <param name="neighbours">What interfaces ask their hosts before they send; that is left out without it.</param>
public sealed class WireCapture(ForwardingGraph graph, Func<TimeSpan, WireSighting, bool>? wants, bool isWhole, Action<CapturedFrame> take, NeighbourCache? neighbours = null) : IWireTap
{
    private readonly WireFrames frames = new(graph, neighbours);
    private SentPacket current;

    /// <inheritdoc/>
    public void Begin(in SentPacket sent) => current = sent;

    /// <inheritdoc/>
    public void See(in WireSighting sighting)
    {
        if (sighting is { Kind: WireKind.Interface, IsOutbound: true } && neighbours?.Ask(sighting.From, sighting.Packet.Destination, current.Time) is { } answer)
        {
            var question = new NeighbourMessage(OwnAddress(sighting), answer.Target, answer.Holder, IsAnswer: false);
            Take(sighting with { Neighbour = question });
            Take(sighting with { Neighbour = question with { IsAnswer = true }, From = -1, To = sighting.From, IsOutbound = false });
        }

        Take(sighting);
    }

    private void Take(in WireSighting sighting)
    {
        if (wants?.Invoke(current.Time, sighting) != false)
        {
            var bytes = frames.Of(sighting, current.Flags, current.Extent);
            take(new CapturedFrame(current.Time, sighting, isWhole ? bytes : WireFrames.WithoutPayload(sighting, bytes, current.Flags, current.Extent), bytes.Length) { Flags = sighting.Neighbour is null ? current.Flags : TcpFlags.None });
        }
    }

    /// <summary>Who forwards asks in its own name; where it has no address of the family, in that of who sent.</summary>
    private IpAddress OwnAddress(in WireSighting sighting) =>
        graph.Holders[sighting.From].Has(sighting.Packet.Source) ? sighting.Packet.Source : graph.Holders[sighting.From].AddressOf(sighting.Packet.Source) ?? sighting.Packet.Source;
}

/// <summary>One frame of a capture.</summary>
/// <param name="Time">Virtual time at which its packet was sent.</param>
/// <param name="Sighting">Which packet on which wire.</param>
/// <param name="Bytes">The frame, from the Ethernet header on, without checksum; its start, when it is cut.</param>
/// <param name="Length">The length of the whole frame.</param>
public sealed record CapturedFrame(TimeSpan Time, WireSighting Sighting, byte[] Bytes, int Length)
{
    /// <summary>The control bits of the packet, where it is a TCP segment.</summary>
    public TcpFlags Flags { get; init; }
}
