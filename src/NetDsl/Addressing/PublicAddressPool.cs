namespace NetDsl.Addressing;

/// <summary>
/// The public addresses that the model gives out where the author names none: those reserved for documentation
/// (RFC 5737) and then for benchmarks (RFC 2544), because no host on the internet has them. The choice is a model's:
/// the vendor's own is not known before deployment.
/// </summary>
public sealed class PublicAddressPool
{
    private static readonly Ipv4Prefix[] Pools = [Ipv4Prefix.Parse("203.0.113.0/24"), Ipv4Prefix.Parse("198.18.0.0/15")];
    private readonly HashSet<Ipv4Address> taken = [];
    private readonly List<Ipv4Prefix> reserved = [];
    private long next = Pools[0].First.Value + 1L;
    private int pool;

    /// <summary>A host on the internet, where a question names none, <c>198.51.100.7</c>; RFC 5737.</summary>
    public static Ipv4Address InternetHost => new(0xC6336407);

    /// <summary>A host on the internet that speaks IPv6, where a question names none, <c>3fff::7</c>; RFC 9637.</summary>
    public static IpAddress Ipv6InternetHost => new(0x3FFF_0000_0000_0000, 7);

    /// <summary>The host of that family on the internet.</summary>
    public static IpAddress InternetHostOf(IpAddress like) => like.IsIpv4 ? InternetHost : Ipv6InternetHost;

    /// <summary>Keeps addresses of somebody else's, such as a site's, from being given out.</summary>
    /// <param name="prefix">Where they are.</param>
    public void Reserve(Ipv4Prefix prefix) => reserved.Add(prefix);

    /// <summary>Takes one address; false when somebody has it already.</summary>
    public bool TryTake(Ipv4Address address) => !reserved.Exists(prefix => prefix.Contains(address)) && taken.Add(address);

    /// <summary>Takes the lowest address of the pools that nobody has.</summary>
    /// <returns>The address, or nothing when all of the more than 131,000 are taken.</returns>
    public Ipv4Address? TakeNext()
    {
        while (pool < Pools.Length)
        {
            while (next < Pools[pool].Last.Value)
            {
                var address = new Ipv4Address((uint)next++);
                if (TryTake(address))
                {
                    return address;
                }
            }

            pool++;
            next = pool < Pools.Length ? Pools[pool].First.Value + 1L : next;
        }

        return null;
    }
}
