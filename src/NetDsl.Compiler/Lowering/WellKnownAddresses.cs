using NetDsl.Addressing;

namespace NetDsl.Compiler.Lowering;

/// <summary>Addresses with a meaning of their own.</summary>
internal static class WellKnownAddresses
{
    /// <summary>The resolver, which a VPC also has at the third address of its primary block.</summary>
    public const string Resolver = "resolver";

    /// <summary>Never forwarded, whatever a table says. Source: "Configure route tables", Amazon VPC User Guide.</summary>
    public static Ipv4Prefix Reserved { get; } = Ipv4Prefix.Parse("169.254.168.0/22");

    /// <summary>Answered by the host. Source: "DNS attributes for your VPC", Amazon VPC User Guide.</summary>
    public static IReadOnlyList<(Ipv4Address Address, string Service)> HostServices { get; } =
    [
        (Ipv4Address.Parse("169.254.169.253"), Resolver),
        (Ipv4Address.Parse("169.254.169.254"), "metadata"),
        (Ipv4Address.Parse("169.254.169.123"), "time"),
    ];

    /// <summary>What the internet does not carry: private, special and multicast ranges of RFC 6890.</summary>
    public static IReadOnlyList<Ipv4Prefix> NotRoutable { get; } =
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

    /// <summary>The resolver's address in a VPC: the primary block's base plus two.</summary>
    public static Ipv4Address ResolverOf(Ipv4Prefix primary) => new(primary.Network.Value + 2);
}
