using System.Collections.Frozen;
using NetDsl.Addressing;
using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Forwarding;

/// <summary>Who has which address, by VPC.</summary>
internal sealed class HolderTable
{
    private readonly AddressHolder[] holders;
    private readonly ILookup<int, IpAddress> secondaryAddresses;
    private readonly FrozenDictionary<ulong, int> byIpv4Address;
    private readonly FrozenDictionary<(int Vpc, IpAddress Address), int> byIpv6Address;

    public HolderTable(ForwardingGraph graph)
    {
        holders = [.. graph.Holders];
        secondaryAddresses = holders.Where(holder => holder.Primary >= 0).ToLookup(holder => holder.Primary, holder => holder.PrivateAddress);
        byIpv4Address = holders
            .Select((holder, index) => (holder, index))
            .Where(each => each.holder.PrivateAddress.IsIpv4)
            .Select(each => KeyValuePair.Create(Key(each.holder.Vpc, each.holder.PrivateAddress.AsIpv4!.Value), each.index))
            .ToFrozenDictionary();
        byIpv6Address = holders
            .SelectMany((holder, index) => holder.Ipv6Addresses.Select(address => KeyValuePair.Create((holder.Vpc, address), index)))
            .ToFrozenDictionary();
        TranslatorCount = holders.Count(holder => holder.KeepsFlows);
    }

    public int Count => holders.Length;

    /// <summary>How many holders send on what arrives at them.</summary>
    public int TranslatorCount { get; }

    public AddressHolder this[int holder] => holders[holder];

    /// <summary>The holder of an address in a VPC, a NAT gateway for its secondary addresses too; -1 when there is none.</summary>
    public int At(int vpc, IpAddress address) =>
        EntryAt(vpc, address) is >= 0 and var entry ? holders[entry].Primary is >= 0 and var primary ? primary : entry : -1;

    /// <summary>The entry of an address in a VPC, with the public address that is paired with it; -1 when there is none.</summary>
    public int EntryAt(int vpc, IpAddress address)
    {
        var isThere = address.AsIpv4 is { } ipv4
            ? byIpv4Address.TryGetValue(Key(vpc, ipv4), out var entry)
            : byIpv6Address.TryGetValue((vpc, address), out entry);
        return isThere ? entry : -1;
    }

    /// <summary>The private addresses of a holder, the primary one first.</summary>
    public IpAddress[] AddressesOf(int holder) =>
        [holders[holder].PrivateAddress, .. secondaryAddresses[holder]];

    private static ulong Key(int vpc, Ipv4Address address) => ((ulong)(uint)vpc << 32) | address.Value;
}
