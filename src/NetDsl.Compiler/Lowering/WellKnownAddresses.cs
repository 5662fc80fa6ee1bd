using NetDsl.Addressing;

namespace NetDsl.Compiler.Lowering;

/// <summary>Addresses with a meaning of their own.</summary>
internal static class WellKnownAddresses
{
    /// <summary>The resolver, which a VPC also has at the third address of its primary block.</summary>
    public const string Resolver = "resolver";

    /// <summary>Never forwarded, whatever a table says. Source: "Configure route tables", Amazon VPC User Guide.</summary>
    public static IpPrefix Reserved { get; } = IpPrefix.Parse("169.254.168.0/22");

    /// <summary>The same of IPv6.</summary>
    public static IpPrefix Ipv6Reserved { get; } = IpPrefix.Parse("fd00:ec2::/32");

    /// <summary>Answered by the host. Source: "DNS attributes for your VPC", Amazon VPC User Guide.</summary>
    public static IReadOnlyList<(IpAddress Address, string Service)> HostServices { get; } =
    [
        (IpAddress.Parse("169.254.169.253"), Resolver),
        (IpAddress.Parse("169.254.169.254"), "metadata"),
        (IpAddress.Parse("169.254.169.123"), "time"),
        (IpAddress.Parse("fd00:ec2::253"), Resolver),
        (IpAddress.Parse("fd00:ec2::254"), "metadata"),
        (IpAddress.Parse("fd00:ec2::123"), "time"),
    ];

    /// <summary>The resolver's address in a VPC: the primary block's base plus two.</summary>
    public static Ipv4Address ResolverOf(Ipv4Prefix primary) => new(primary.Network.Value + 2);
}
