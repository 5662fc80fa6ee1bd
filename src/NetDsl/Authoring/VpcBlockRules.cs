using NetDsl.Addressing;

namespace NetDsl;

/// <summary>What the vendor refuses when a block is added to a VPC. Source: "IPv4 CIDR block association restrictions", Amazon VPC User Guide.</summary>
internal static class VpcBlockRules
{
    private static readonly Ipv4Prefix Ten = Ipv4Prefix.Parse("10.0.0.0/8");
    private static readonly Ipv4Prefix OneSeventyTwo = Ipv4Prefix.Parse("172.16.0.0/12");
    private static readonly Ipv4Prefix OneNinetyTwo = Ipv4Prefix.Parse("192.168.0.0/16");
    private static readonly Ipv4Prefix Benchmark = Ipv4Prefix.Parse("198.19.0.0/16");
    internal static readonly Ipv4Prefix LinkLocal = Ipv4Prefix.Parse("169.254.0.0/16");

    /// <summary>For blocks in the first range, the ranges that none may be added from.</summary>
    private static readonly (Ipv4Prefix Of, Ipv4Prefix[] Refused)[] Rows =
    [
        (Ten, [OneSeventyTwo, OneNinetyTwo, Benchmark]),
        (Ipv4Prefix.Parse("10.0.0.0/15"), [Ipv4Prefix.Parse("10.0.0.0/16")]),
        (OneSeventyTwo, [Ten, OneNinetyTwo, Benchmark, Ipv4Prefix.Parse("172.31.0.0/16")]),
        (OneNinetyTwo, [Ten, OneSeventyTwo, Benchmark]),
        (Benchmark, [Ten, OneSeventyTwo, OneNinetyTwo]),
    ];

    /// <summary>The first link-local prefix of a length that is not taken; nothing where all are.</summary>
    internal static string? FreeLinkLocal(int length, Func<Ipv4Prefix, bool> isTaken) => Enumerable.Range(0, 1 << (length - LinkLocal.Length))
        .Select(number => Ipv4Prefix.Containing(new Ipv4Address(LinkLocal.First.Value + ((uint)number << (32 - length))), length))
        .Where(prefix => !isTaken(prefix))
        .Select(prefix => prefix.ToString())
        .FirstOrDefault();

    /// <summary>Why a block cannot be added to a VPC as it is now; nothing when it can.</summary>
    public static string? Fault(VpcBuilder vpc, Ipv4Prefix added)
    {
        var most = vpc.Network.Semantics.Profile.Quotas.Ipv4BlocksPerVpc;
        return vpc.Blocks.Count >= most ? $"VPC '{vpc.Name}' has {vpc.Blocks.Count} blocks already, the vendor's quota; use another VPC"
            : LinkLocal.Overlaps(added) ? $"{added} lies in {LinkLocal}, which is link-local; choose another block"
            : Family(vpc, added) ?? Route(vpc, added) ?? Pending(vpc);
    }

    // The row of public blocks holds where the primary is one: blocks of private VPCs may be joined by public ones.
    private static string? Family(VpcBuilder vpc, Ipv4Prefix added)
    {
        foreach (var block in vpc.Blocks)
        {
            var refused = Rows
                .Where(row => row.Of.Contains(block.Value))
                .SelectMany(row => row.Refused)
                .Concat(block == vpc.Blocks[0] && !Rows.Any(row => row.Of.Contains(block.Value)) ? [Ten, OneSeventyTwo, OneNinetyTwo, Benchmark] : Array.Empty<Ipv4Prefix>());
            foreach (var range in refused)
            {
                // A block that overlaps one of the VPC is told as that.
                if (range.Contains(added) && !added.Overlaps(block.Value))
                {
                    return $"the vendor adds no block of {range} to a VPC that has {block}; choose one of the range of {block}, or of 100.64.0.0/10";
                }
            }
        }

        return null;
    }

    private static string? Route(VpcBuilder vpc, Ipv4Prefix added) => vpc.RouteTables
        .SelectMany(table => table.Written.Select(route => route.Destination.Value).Where(destination => ((IpPrefix)added).Contains(destination)).Select(destination =>
            $"route table '{table.Name}' routes {destination}, and a block that is as large or larger cannot be added; add a smaller one, or take the route away"))
        .FirstOrDefault();

    private static string? Pending(VpcBuilder vpc) => vpc.Peerings
        .Where(peering => peering.IsRequestedBy(vpc))
        .Select(peering => $"VPC '{vpc.Name}' has requested peering connection '{peering.Name}', and until that is accepted no block can be added; accept it before")
        .FirstOrDefault();
}
