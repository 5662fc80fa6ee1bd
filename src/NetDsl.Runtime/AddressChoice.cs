using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Runtime;

/// <summary>
/// The addresses that the ends of a question speak by, when it names elements: IPv4 where both ends have it, else IPv6.
/// A source address that is named, and ICMPv6, decide the family.
/// </summary>
/// <param name="sender">The sender; nothing for a host on the internet.</param>
/// <param name="source">The source address, where one is named.</param>
/// <param name="protocol">The protocol.</param>
internal readonly struct AddressChoice(AddressHolder? sender, IpAddress? source, Protocol protocol)
{
    // Any address of the family stands for it.
    private static IpAddress Ipv4 => PublicAddressPool.InternetHost;
    private static IpAddress Ipv6 => PublicAddressPool.Ipv6InternetHost;

    /// <summary>The address by which a holder is meant; nothing when the internet asks and it has none there.</summary>
    public IpAddress? Receiver(AddressHolder receiver)
    {
        var (preferred, other) = Families;
        return sender is null
            ? receiver.AddressOnInternet(preferred) ?? (source is null ? receiver.AddressOnInternet(other) : null)
            : receiver.AddressOf(preferred) ?? Resolved(receiver.PrivateAddress);
    }

    /// <summary>The address that a name is resolved to that has only this one: DNS64 answers a sender without IPv4 so that NAT64 leads there.</summary>
    public IpAddress Resolved(IpAddress only) =>
        sender is { UsesDns64: true, PrivateAddress.IsIpv6: true } && only.AsIpv4 is { } ipv4 ? Nat64.Of(ipv4) : only;

    /// <summary>Which of the addresses of a name the sender writes to: the first of the family that it prefers; where there is none, the first.</summary>
    public IpAddress Among(EquatableArray<IpAddress> addresses)
    {
        var preferred = Families.Preferred;
        return addresses.Select(address => (IpAddress?)address).FirstOrDefault(address => address!.Value.IsIpv4 == preferred.IsIpv4) ?? addresses[0];
    }

    /// <summary>The host on the internet that stands for all.</summary>
    public IpAddress InternetHost() => PublicAddressPool.InternetHostOf(Families.Preferred);

    /// <summary>The source as written in the packet: one that a sender without the family does not have is dropped at its source check.</summary>
    public IpAddress Source(IpAddress destination) =>
        source ?? (sender is null ? PublicAddressPool.InternetHostOf(destination) : sender.AddressOf(destination) ?? sender.PrivateAddress);

    private (IpAddress Preferred, IpAddress Other) Families =>
        source?.IsIpv6 == true || (source is null && (protocol == Protocol.Icmpv6 || sender?.PrivateAddress.IsIpv6 == true))
            ? (Ipv6, Ipv4)
            : (Ipv4, Ipv6);
}
