using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// A range of public addresses that was brought along: elastic addresses are drawn from it, and IPv6 blocks of VPCs lie in it. One that is not advertised cannot be reached from the
/// internet yet. Source: "Bring your own IP addresses (BYOIP) to Amazon EC2".
/// </summary>
public sealed class ByoipPoolBuilder
{
    private readonly RegionBuilder region;

    internal ByoipPoolBuilder(RegionBuilder region, string cidr, Sourced<IpPrefix>? range, bool advertised)
    {
        this.region = region;
        Cidr = cidr;
        Range = range;
        IsAdvertised = advertised;
    }

    /// <summary>The range, as it was written.</summary>
    public string Cidr { get; }

    /// <summary>Whether the vendor announces the range to the internet.</summary>
    public bool IsAdvertised { get; }

    /// <summary>Nothing when it could not be taken.</summary>
    internal Sourced<IpPrefix>? Range { get; }

    /// <summary>Allocates an elastic IP address from the range.</summary>
    /// <param name="name">Unique in the region.</param>
    /// <param name="address">An address of the range; the lowest that is free when left out.</param>
    public ElasticIpBuilder ElasticIp(
        string name, string? address = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var elasticIp = region.ElasticIp(name, address, file: file, line: line);
        elasticIp.Pool = this;
        if (Range is not { } range)
        {
            elasticIp.LeaveOut();
        }
        else if (range.Value.IsIpv6)
        {
            region.Network.Problems.Add(
                ProblemKind.Conflict, $"{range} has IPv6 addresses, and an elastic IP address is of IPv4; give a VPC a block of the range with Ipv6Cidr(…)", call.Origin, range.Origin);
            elasticIp.LeaveOut();
        }
        else if (elasticIp.FixedAddress is { } known && !range.Value.Contains(known))
        {
            region.Network.Problems.Add(
                ProblemKind.InvalidAddress,
                $"{known} is not in {range}, the range that was brought along; choose one of its addresses",
                call.Of(nameof(address)),
                range.Origin);
            elasticIp.LeaveOut();
        }

        return elasticIp;
    }
}
