using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>Public ranges that were brought along.</content>
public sealed partial class RegionBuilder
{
    // Source: "Requirements for BYOIP", Amazon EC2 User Guide.
    private const int SmallestByoip = 24;
    private const int SmallestAdvertisedIpv6 = 48;
    private const int SmallestUnadvertisedIpv6 = 56;
    private const int MaximumByoipPools = 5;
    private readonly List<ByoipPoolBuilder> byoipPools = [];

    /// <summary>Brings a public range along, from which elastic addresses of this region, or IPv6 blocks of its VPCs, are drawn.</summary>
    /// <param name="cidr">A public range of this region only: /24 or larger, of IPv6 /48, or /56 when it is not advertised. A region takes five.</param>
    /// <param name="advertised">Whether the vendor announces it to the internet. Addresses of one that it does not are unreachable from there.</param>
    public ByoipPoolBuilder ByoipPool(
        string cidr, bool advertised = true, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(cidr));
        var range = Network.Problems.Prefix(cidr, origin);
        if (range is { } read)
        {
            var other = Network.Regions.SelectMany(region => region.byoipPools).FirstOrDefault(pool => pool.Range is { } taken && taken.Value.Overlaps(read.Value));
            var smallest = read.Value.IsIpv4 ? SmallestByoip : advertised ? SmallestAdvertisedIpv6 : SmallestUnadvertisedIpv6;
            var (kind, fault) = read.Value.Length > smallest
                ? (ProblemKind.PrefixLength, $"{read} is too small to be brought along; the vendor takes a /{smallest} or larger")
                : InternetRanges.NotCarried.Any(range => range.Overlaps(read.Value))
                ? (ProblemKind.InvalidPrefix, $"{read} is not public; bring along a range that the internet carries")
                : other is not null
                ? (ProblemKind.NamedAlready, $"{read} overlaps {other.Range}, which was brought along already; a range is in one region")
                : byoipPools.Count(pool => pool.Range is not null) == MaximumByoipPools
                ? (ProblemKind.QuotaExceeded, $"region {Name} has {MaximumByoipPools} ranges already, the vendor's quota")
                : (default, null);
            if (fault is not null)
            {
                Network.Problems.Add(kind, fault, origin, other?.Range?.Origin);
                range = null;
            }
        }

        var pool = new ByoipPoolBuilder(this, cidr, range, advertised);
        byoipPools.Add(pool);
        return pool;
    }

    /// <summary>The range of this region that was brought along and has the whole prefix.</summary>
    internal ByoipPoolBuilder? ByoipRangeOf(IpPrefix prefix) => byoipPools.Find(pool => pool.Range is { } range && range.Value.Contains(prefix));
}
