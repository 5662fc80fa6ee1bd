namespace NetDsl.Addressing;

/// <summary>
/// IPv4 destinations as hosts that speak IPv6 only write them: the well-known prefix of RFC 6052, whose last 32 bits are the IPv4 address.
/// </summary>
public static class Nat64
{
    /// <summary>The well-known prefix.</summary>
    public static IpPrefix Prefix { get; } = IpPrefix.Parse("64:ff9b::/96");

    /// <summary>The address that stands for an IPv4 address; what DNS64 answers with.</summary>
    /// <param name="address">The IPv4 address.</param>
    public static IpAddress Of(Ipv4Address address) => new(Prefix.First.High, Prefix.First.Low | address.Value);

    /// <summary>The IPv4 address that is meant; nothing when the address is of another prefix.</summary>
    /// <param name="address">An address.</param>
    public static Ipv4Address? Embedded(IpAddress address) => Prefix.Contains(address) ? new Ipv4Address((uint)address.Low) : null;
}
