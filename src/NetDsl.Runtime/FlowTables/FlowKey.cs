using NetDsl.Addressing;

namespace NetDsl.Runtime.FlowTables;

/// <summary>
/// A packet of IPv4 and the number of whoever keeps its flow, in 16 bytes: what is looked up for every packet has to fit into the caches of a processor.
/// </summary>
/// <param name="Addresses">The source, then the destination.</param>
/// <param name="Rest">The ports, the protocol, and the number of the owner and one: never 0.</param>
internal readonly record struct FlowKey(ulong Addresses, ulong Rest)
{
    // The multipliers of SplitMix64's finaliser.
    private const ulong First = 0xBF58476D1CE4E5B9;
    private const ulong Second = 0x94D049BB133111EB;
    private const int MostOwners = (1 << 24) - 1;

    /// <summary>Whether a packet and an owner fit.</summary>
    public static bool Holds(int owner, in Packet packet) => packet.Source.IsIpv4 && packet.Destination.IsIpv4 && (uint)owner < MostOwners;

    /// <summary>The key of what fits.</summary>
    public static FlowKey Of(int owner, in Packet packet) => new(
        (packet.Source.Low << 32) | (uint)packet.Destination.Low,
        ((ulong)packet.SourcePort << 48) | ((ulong)packet.DestinationPort << 32) | ((ulong)(byte)packet.Protocol.Number << 24) | (uint)(owner + 1));

    /// <summary>Keys of one network differ in few bits, which have to spread.</summary>
    public uint Hash
    {
        get
        {
            unchecked
            {
                var hash = Addresses * First;
                hash = ((hash ^ (hash >> 32)) + Rest) * Second;
                return (uint)(hash ^ (hash >> 29) ^ (hash >> 47));
            }
        }
    }

    /// <summary>Whoever keeps the flow.</summary>
    public int Owner => (int)(Rest & MostOwners) - 1;

    /// <summary>The packet.</summary>
    public Packet Packet => new(
        new Ipv4Address((uint)(Addresses >> 32)),
        new Ipv4Address((uint)Addresses),
        Protocol.FromNumber((byte)(Rest >> 24)),
        (ushort)(Rest >> 48),
        (ushort)(Rest >> 32));
}
