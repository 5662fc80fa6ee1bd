using NetDsl.Addressing;

namespace NetDsl.Interop;

/// <summary>Addresses and prefixes as text.</summary>
internal static class AddressText
{
    public static Ipv4Address ReadAddress(JsonPlace place) => Ipv4Address.TryParse(place.Text(), out var address)
        ? address
        : throw place.Fault($"'{JsonPlace.Printable(place.Text())}' is not an IPv4 address; write one such as 10.0.0.4");

    public static Ipv4Prefix ReadPrefix(JsonPlace place) => Ipv4Prefix.TryParse(place.Text(), out var prefix, out var error)
        ? prefix
        : throw place.Fault(JsonPlace.Printable(error));
}
