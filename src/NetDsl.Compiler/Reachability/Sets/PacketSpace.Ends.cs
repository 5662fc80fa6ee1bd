using NetDsl.Addressing;

namespace NetDsl.Compiler.Reachability.Sets;

/// <content>Sets by who sends packets, and whom they are for.</content>
internal sealed partial class PacketSpace
{
    private PacketSet? fromInternet;
    private PacketSet? toInternet;

    /// <summary>All packets with a source that hosts of the internet may have.</summary>
    public PacketSet FromInternet => fromInternet ??= Complement(UnionOf([.. InternetRanges.NotCarried.Select(From)]));

    /// <summary>All packets with a destination that the internet carries.</summary>
    public PacketSet ToInternet => toInternet ??= Complement(UnionOf([.. InternetRanges.NotCarried.Select(To)]));

    /// <summary>All packets from one of the addresses.</summary>
    public PacketSet FromAnyOf(IEnumerable<IpAddress> addresses) => UnionOf([.. addresses.OrderBy(address => address).Select(From)]);

    /// <summary>All packets to one of the addresses.</summary>
    public PacketSet ToAnyOf(IEnumerable<IpAddress> addresses) => UnionOf([.. addresses.OrderBy(address => address).Select(To)]);
}
