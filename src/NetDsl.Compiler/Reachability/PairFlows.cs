using NetDsl.Addressing;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>
/// The packets by which one reaches another, or each of many each of many others: what of them is the same for all is found once.
/// </summary>
internal sealed class PairFlows
{
    private readonly PacketSet packets;
    private readonly bool isForAll;
    private readonly PacketSpace space;
    private readonly PlanTables tables;
    private readonly Lazy<EquatableArray<TrafficSelector>> traffic;
    private readonly Lazy<Packet> sample;

    /// <param name="packets">The packets that arrive and are answered, as they are sent.</param>
    /// <param name="isCertain">Whether no hash decides.</param>
    /// <param name="isForAll">Whether they are those of many pairs, which differ in their addresses only.</param>
    /// <param name="space">The sets.</param>
    /// <param name="tables">The network.</param>
    public PairFlows(PacketSet packets, bool isCertain, bool isForAll, PacketSpace space, PlanTables tables)
    {
        this.packets = packets;
        this.isForAll = isForAll;
        this.space = space;
        this.tables = tables;
        IsCertain = isCertain;
        traffic = new(() => space.TrafficOf(packets).ToEquatableArray());
        sample = new(() => space.SampleLikePeople(packets)!.Value);
    }

    /// <summary>Whether no hash decides.</summary>
    public bool IsCertain { get; }

    /// <summary>What traffic they are.</summary>
    public EquatableArray<TrafficSelector> Traffic => traffic.Value;

    /// <summary>Those of one pair.</summary>
    /// <param name="from">The entry of who sends in the holder table.</param>
    /// <param name="to">That of who receives.</param>
    public PacketSet Between(int from, int to) => !isForAll ? packets : space.Intersect(
        packets,
        space.Intersect(
            space.UnionOf([.. tables.AddressesOf(from).Select(space.From)]),
            space.UnionOf([.. tables.AddressesOf(to).Select(space.To)])));

    /// <summary>One of those of one pair.</summary>
    /// <param name="from">The entry of who sends in the holder table.</param>
    /// <param name="to">That of who receives.</param>
    public Packet Sample(int from, int to)
    {
        var one = sample.Value;
        return !isForAll ? one : new Packet(
            LowestOf(from, one.Source.IsIpv4), LowestOf(to, one.Destination.IsIpv4), one.Protocol, one.SourcePort, one.DestinationPort);
    }

    private IpAddress LowestOf(int holder, bool isIpv4)
    {
        IpAddress? lowest = null;
        foreach (var address in tables.AddressesOf(holder))
        {
            if (address.IsIpv4 == isIpv4 && !(lowest <= address))
            {
                lowest = address;
            }
        }

        return lowest!.Value;
    }
}
