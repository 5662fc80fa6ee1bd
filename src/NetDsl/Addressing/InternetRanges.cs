namespace NetDsl.Addressing;

/// <summary>Which addresses exist on the internet: those that are neither private nor special (RFC 6890), and of IPv6 those that
/// are global unicast, <c>2000::/3</c> (RFC 4291).</summary>
public static class InternetRanges
{
    /// <summary>The ranges that the internet does not carry.</summary>
    public static IReadOnlyList<IpPrefix> NotCarried { get; } =
    [
        IpPrefix.Parse("0.0.0.0/8"),
        IpPrefix.Parse("10.0.0.0/8"),
        IpPrefix.Parse("100.64.0.0/10"),
        IpPrefix.Parse("127.0.0.0/8"),
        IpPrefix.Parse("169.254.0.0/16"),
        IpPrefix.Parse("172.16.0.0/12"),
        IpPrefix.Parse("192.168.0.0/16"),
        IpPrefix.Parse("224.0.0.0/3"),
        IpPrefix.Parse("::/3"),
        IpPrefix.Parse("4000::/2"),
        IpPrefix.Parse("8000::/1"),
    ];

    /// <summary>Whether the internet carries packets to that address.</summary>
    public static bool Carries(IpAddress address) => NotCarried.All(range => !range.Contains(address));
}
