namespace NetDsl.Compiler.Reachability.Sets;

/// <summary>
/// A set of packets. Sets of one <see cref="PacketSpace"/> are equal exactly when they have the same packets: a set is the name of a node of the space, and
/// each set has one node.
/// </summary>
/// <param name="Node">The node of its diagram in the space.</param>
internal readonly record struct PacketSet(int Node)
{
    /// <summary>No packet.</summary>
    public static PacketSet Empty => new(0);

    /// <summary>Every packet, also such as nobody can send: see <see cref="PacketSpace.WellFormed"/>.</summary>
    public static PacketSet All => new(1);

    /// <summary>Whether it has no packet.</summary>
    public bool IsEmpty => Node == 0;

    /// <summary>Whether it has every packet.</summary>
    public bool IsAll => Node == 1;
}
