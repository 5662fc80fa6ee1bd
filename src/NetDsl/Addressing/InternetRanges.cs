namespace NetDsl.Addressing;

/// <summary>Which addresses exist on the internet: those that are neither private nor special (RFC 6890).</summary>
public static class InternetRanges
{
    /// <summary>The ranges that the internet does not carry.</summary>
    public static IReadOnlyList<Ipv4Prefix> NotCarried { get; } =
    [
        Ipv4Prefix.Parse("0.0.0.0/8"),
        Ipv4Prefix.Parse("10.0.0.0/8"),
        Ipv4Prefix.Parse("100.64.0.0/10"),
        Ipv4Prefix.Parse("127.0.0.0/8"),
        Ipv4Prefix.Parse("169.254.0.0/16"),
        Ipv4Prefix.Parse("172.16.0.0/12"),
        Ipv4Prefix.Parse("192.168.0.0/16"),
        Ipv4Prefix.Parse("224.0.0.0/3"),
    ];

    /// <summary>Whether the internet carries packets to that address.</summary>
    public static bool Carries(Ipv4Address address) => NotCarried.All(range => !range.Contains(address));
}
