using NetDsl.Addressing;

namespace NetDsl.Compiler.Checks;

/// <summary>Which addresses are hosts on the internet, and which of them stand for a route's destination.</summary>
internal static class InternetSpace
{
    // RFC 6890: not routed between networks; as in docs/semantics.md.
    private static readonly Ipv4Prefix[] Private =
    [
        .. PrefixAllocation.PrivateRanges,
        Ipv4Prefix.Parse("0.0.0.0/8"),
        Ipv4Prefix.Parse("100.64.0.0/10"),
        Ipv4Prefix.Parse("127.0.0.0/8"),
        Ipv4Prefix.Parse("169.254.0.0/16"),
        Ipv4Prefix.Parse("224.0.0.0/3"),
    ];

    /// <summary>Whether some address of the prefix may be one of a host on the internet.</summary>
    public static bool Meets(Ipv4Prefix prefix) => !Private.Any(range => range.Contains(prefix));

    /// <summary>An internet host that the prefix contains; nothing when it contains none.</summary>
    public static Ipv4Address? HostIn(Ipv4Prefix prefix)
    {
        if (prefix.Contains(PublicAddressPool.InternetHost))
        {
            return PublicAddressPool.InternetHost;
        }

        // The lowest address that no range covers: each range in the way moves the candidate behind its end.
        long candidate = prefix.First.Value;
        while (candidate <= prefix.Last.Value)
        {
            var address = new Ipv4Address((uint)candidate);
            var covering = Private.Where(range => range.Contains(address)).ToList();
            if (covering.Count == 0)
            {
                return address;
            }

            candidate = covering.Max(range => range.Last.Value) + 1L;
        }

        return null;
    }
}
