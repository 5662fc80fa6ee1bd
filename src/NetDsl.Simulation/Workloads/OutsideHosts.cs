using NetDsl.Addressing;
using NetDsl.Runtime.Randomness;

namespace NetDsl.Simulation.Workloads;

/// <summary>Hosts of the internet that traffic comes from and goes to: in blocks for documentation (RFC 5737 and RFC 9637), which no host on the real internet has.</summary>
internal static class OutsideHosts
{
    /// <summary>Those that answer.</summary>
    public static readonly IpPrefix Servers = IpPrefix.Parse("198.51.100.0/24");

    /// <summary>Those that answer over IPv6.</summary>
    public static readonly IpPrefix Ipv6Servers = IpPrefix.Parse("3fff::/64");

    /// <summary>Those that nobody asked for.</summary>
    public static readonly IpPrefix Strangers = IpPrefix.Parse("192.0.2.0/24");

    /// <summary>Draws an address of a prefix, of its first 65,536 at most: neither the first nor the last one, where there is another.</summary>
    /// <param name="prefix">The prefix.</param>
    /// <param name="random">Where randomness comes from.</param>
    public static IpAddress Draw(IpPrefix prefix, ref RandomStream random)
    {
        var hosts = prefix.HostBits > 16 ? 65_536 : (1 << prefix.HostBits) - 2;
        return hosts <= 0 ? prefix.First : prefix.First.Plus(1 + (ulong)random.Below(hosts));
    }
}
