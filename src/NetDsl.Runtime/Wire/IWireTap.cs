namespace NetDsl.Runtime.Wire;

/// <summary>Sees packets wherever they are on a wire.</summary>
public interface IWireTap
{
    /// <summary>A packet is about to be sent; what is seen until the next one is of it.</summary>
    /// <param name="sent">The packet.</param>
    void Begin(in SentPacket sent);

    /// <summary>The packet is on a wire.</summary>
    /// <param name="sighting">Which, and how it looks.</param>
    void See(in WireSighting sighting);
}

/// <summary>A packet as it is sent.</summary>
/// <param name="Packet">Its headers.</param>
/// <param name="Flags">The control bits of a TCP segment.</param>
/// <param name="Time">Virtual time.</param>
/// <param name="Extent">How much it carries.</param>
public readonly record struct SentPacket(Packet Packet, TcpFlags Flags, TimeSpan Time, PacketExtent Extent);

/// <summary>How much a packet carries, and where in its connection; nothing of it decides where it goes.</summary>
/// <param name="Length">Its length in bytes with its headers; 0 for that of the headers.</param>
/// <param name="Sequence">The sequence number of a TCP segment.</param>
/// <param name="Acknowledgment">What a TCP segment acknowledges.</param>
public readonly record struct PacketExtent(int Length, uint Sequence, uint Acknowledgment);
