namespace NetDsl.Simulation.Measurements;

/// <summary>What became of all packets: each is sent once and ends once.</summary>
/// <param name="Sent">Packets sent.</param>
/// <param name="Delivered">Packets that came to who they were for.</param>
/// <param name="Exits">Packets that left the modelled network for the internet or a site.</param>
/// <param name="Dropped">Packets that were dropped, each with a code.</param>
public sealed record PacketBalance(long Sent, long Delivered, long Exits, long Dropped)
{
    /// <summary>Packets that nobody knows the end of; always 0.</summary>
    public long Unaccounted => Sent - Delivered - Exits - Dropped;

    /// <summary>The share of packets that were dropped, 0 to 1.</summary>
    public double Loss => Sent == 0 ? 0 : (double)Dropped / Sent;

    internal PacketBalance Merge(PacketBalance other) =>
        new(Sent + other.Sent, Delivered + other.Delivered, Exits + other.Exits, Dropped + other.Dropped);
}
