using NetDsl.Addressing;

namespace NetDsl.Compiler.Checks;

/// <summary>Which addresses are hosts on the internet, and which of them stand for a route's destination.</summary>
internal static class InternetSpace
{
    /// <summary>Whether some address of the prefix may be one of a host on the internet.</summary>
    public static bool Meets(IpPrefix prefix) => !InternetRanges.NotCarried.Any(range => range.Contains(prefix));

    /// <summary>An IPv4 internet host that the prefix contains; nothing when it contains none.</summary>
    public static Ipv4Address? HostIn(IpPrefix destination)
    {
        if (destination.AsIpv4 is not { } prefix)
        {
            return null;
        }

        if (prefix.Contains(PublicAddressPool.InternetHost))
        {
            return PublicAddressPool.InternetHost;
        }

        // The lowest address that no range covers: each range in the way moves the candidate behind its end.
        long candidate = prefix.First.Value;
        while (candidate <= prefix.Last.Value)
        {
            var address = new Ipv4Address((uint)candidate);
            var covering = InternetRanges.NotCarried.Where(range => range.Contains(address)).Select(range => range.AsIpv4!.Value).ToList();
            if (covering.Count == 0)
            {
                return address;
            }

            candidate = covering.Max(range => range.Last.Value) + 1L;
        }

        return null;
    }
}
