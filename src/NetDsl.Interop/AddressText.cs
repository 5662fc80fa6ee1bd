using NetDsl.Addressing;

namespace NetDsl.Interop;

/// <summary>Addresses and prefixes as text.</summary>
internal static class AddressText
{
    public static Ipv4Address ReadAddress(JsonPlace place) => Ipv4Address.TryParse(place.Text(), out var address)
        ? address
        : throw place.Fault($"'{JsonPlace.Printable(place.Text())}' is not an IPv4 address; write one such as 10.0.0.4");

    public static IpAddress ReadAnyAddress(JsonPlace place) => IpAddress.TryParse(place.Text(), out var address)
        ? address
        : throw place.Fault($"'{JsonPlace.Printable(place.Text())}' is not an IP address; write one such as 10.0.0.4");

    public static IpAddress ReadIpv6Address(JsonPlace place) => ReadAnyAddress(place) is { IsIpv6: true } address
        ? address
        : throw place.Fault($"'{JsonPlace.Printable(place.Text())}' is not an IPv6 address; write one such as 2001:db8::4");

    public static Ipv4Prefix ReadIpv4Prefix(JsonPlace place) => Ipv4Prefix.TryParse(place.Text(), out var prefix, out var error)
        ? prefix
        : throw place.Fault(JsonPlace.Printable(error));

    public static IpPrefix ReadIpv6Prefix(JsonPlace place) => ReadPrefix(place) is { IsIpv6: true } prefix
        ? prefix
        : throw place.Fault($"'{JsonPlace.Printable(place.Text())}' is not an IPv6 prefix; write one such as 2001:db8::/56");

    public static IpPrefix ReadPrefix(JsonPlace place) => IpPrefix.TryParse(place.Text(), out var prefix, out var error)
        ? prefix
        : throw place.Fault(JsonPlace.Printable(error));
}
