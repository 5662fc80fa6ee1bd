using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Forwarding;

/// <summary>Who has which address, by VPC.</summary>
internal sealed class HolderTable
{
    private readonly AddressHolder[] holders;
    private readonly Dictionary<int, IpAddress[]>? secondaryAddresses;
    private readonly HolderIndex byIpv4Address;

    // Nothing where nobody has an IPv6 address: a program that starts would compile what makes it.
    private readonly FrozenDictionary<(int Vpc, IpAddress Address), int>? byIpv6Address;

    public HolderTable(ForwardingGraph graph)
    {
        holders = [.. graph.Holders];
        byIpv4Address = new HolderIndex(Keys(holders));
        var hasIpv6 = false;
        for (var index = 0; index < holders.Length; index++)
        {
            var holder = holders[index];
            if (holder.PrivateAddress.AsIpv4 is { } address)
            {
                byIpv4Address.Set(holder.Vpc, address, index);
            }

            if (holder.Primary >= 0)
            {
                secondaryAddresses = WithSecondary(secondaryAddresses, holder.Primary, holder.PrivateAddress);
            }

            hasIpv6 |= holder.Ipv6Addresses.Count > 0;
            TranslatorCount += holder.KeepsFlows ? 1 : 0;
        }

        byIpv6Address = hasIpv6 ? ByIpv6Address(holders) : null;
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
        if (address.AsIpv4 is { } ipv4)
        {
            return byIpv4Address.Find(vpc, ipv4);
        }

        return byIpv6Address is not null && byIpv6Address.TryGetValue((vpc, address), out var entryOfIpv6) ? entryOfIpv6 : -1;
    }

    /// <summary>The private addresses of a holder, the primary one first.</summary>
    public IpAddress[] AddressesOf(int holder) =>
        [holders[holder].PrivateAddress, .. secondaryAddresses?.GetValueOrDefault(holder) ?? []];

    // Apart: a method that is entered loads the types that it asks for.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Dictionary<int, IpAddress[]> WithSecondary(Dictionary<int, IpAddress[]>? addresses, int primary, IpAddress address)
    {
        addresses ??= [];
        addresses[primary] = [.. addresses.GetValueOrDefault(primary, []), address];
        return addresses;
    }

    private static ReadOnlySpan<ulong> Keys(AddressHolder[] holders)
    {
        var keys = new ulong[holders.Length];
        var count = 0;
        foreach (var holder in holders)
        {
            if (holder.PrivateAddress.AsIpv4 is { } address)
            {
                keys[count++] = HolderIndex.Key(holder.Vpc, address);
            }
        }

        return keys.AsSpan(0, count);
    }

    private static FrozenDictionary<(int Vpc, IpAddress Address), int> ByIpv6Address(AddressHolder[] holders) => holders
        .SelectMany((holder, index) => holder.Ipv6Addresses.Select(address => KeyValuePair.Create((holder.Vpc, address), index)))
        .ToFrozenDictionary();
}
