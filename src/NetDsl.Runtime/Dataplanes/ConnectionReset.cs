namespace NetDsl.Runtime;

/// <summary>The answer to a TCP segment that goes on with a connection which is no more: of a NAT gateway, a load balancer, an endpoint or an accelerator .</summary>
/// <param name="Translator">Who sends it, an entry of the graph's holder table.</param>
/// <param name="HandedBy">The translator that had handed the segment over, by which the answer goes back; -1 for none.</param>
/// <param name="Packet">The packet, as it is sent.</param>
public sealed record ConnectionReset(int Translator, int HandedBy, Packet Packet)
{
    private const int Ipv4Length = 40;
    private const int Ipv6Length = 60;

    /// <summary>Its sequence number: what the segment that it answers acknowledges (RFC 9293, "Reset Generation").</summary>
    public uint Sequence { get; init; }

    /// <summary>Its length in bytes: the headers of IP and TCP, without options.</summary>
    public int Length => Packet.Source.IsIpv4 ? Ipv4Length : Ipv6Length;
}
