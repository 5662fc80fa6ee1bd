using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetDsl.Runtime.Batches;

/// <summary>
/// A packet of IPv4 and its sender in 16 bytes that leave room for the decision on them, so that an entry of a table is no longer than its key. A sender with an address of its own
/// stands for that address; the internet has none, and its packets have their source in that place.
/// </summary>
/// <param name="Ends">The number of the sender, or the source of a packet from the internet; then the destination.</param>
/// <param name="Rest">From above: both ports, the protocol, whether the internet sends, whether this is a key at all, and the room.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct DecidedKey(ulong Ends, ulong Rest)
{
    /// <summary>How many bits are left for the decision.</summary>
    public const int Room = 22;

    /// <summary>The bits of <see cref="Rest"/> that are left.</summary>
    public const ulong RoomMask = (1UL << Room) - 1;

    /// <summary>The bit of <see cref="Rest"/> that tells a key from an entry that has nothing.</summary>
    public const uint Taken = 1U << Room;

    /// <summary>The bit that says that the internet sends.</summary>
    public const uint FromInternet = Taken << 1;

    /// <summary>What is equal to no entry.</summary>
    public static DecidedKey None => new(ulong.MaxValue, 0);

    /// <summary>Whether it is that of a packet.</summary>
    public bool IsTaken => (Rest & Taken) != 0;

    /// <summary>Where it is looked for; see <see cref="DecidedHash"/>.</summary>
    public uint Hash => DecidedHash.Of((uint)Ends, (uint)(Ends >> 32), (uint)(Rest >> 32), (uint)(Rest & ~RoomMask));

    /// <summary>The key of a packet; <see cref="None"/> where its source is not the sender's own.</summary>
    /// <param name="sender">Who sends; below 0 for the internet.</param>
    /// <param name="own">The address of the sender; whatever for the internet.</param>
    /// <param name="source">The source of the packet.</param>
    /// <param name="destination">Its destination.</param>
    /// <param name="protocol">Its protocol.</param>
    /// <param name="ports">The source port above the destination port.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DecidedKey Of(int sender, uint own, uint source, uint destination, byte protocol, uint ports)
    {
        // All ones for the internet, so that mixed senders cost no branch that is guessed wrong.
        var internet = (uint)(sender >> 31);
        return ((own ^ source) & ~internet) != 0
            ? None
            : new DecidedKey(
                ((ulong)((source & internet) | ((uint)sender & ~internet)) << 32) | destination,
                ((ulong)ports << 32) | ((uint)protocol << 24) | (internet & FromInternet) | Taken);
    }
}
