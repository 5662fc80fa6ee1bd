using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>What the vendor refuses of the blocks of transit gateways. Source: "Create a transit gateway", CIDR blocks.</summary>
internal static class TransitGatewayBlockRules
{
    private const int ShortestIpv4 = 24;
    private const int ShortestIpv6 = 64;

    /// <summary>Why a block cannot be one; nothing when it can.</summary>
    public static string? Fault(IpPrefix block) =>
        block.IsIpv4 && (block.Length > ShortestIpv4 || block.Overlaps(VpcBlockRules.LinkLocal))
            ? $"{block} cannot be a block of a transit gateway; it has /{ShortestIpv4} or more, outside {VpcBlockRules.LinkLocal}"
        : block.IsIpv6 && block.Length > ShortestIpv6 ? $"{block} cannot be a block of a transit gateway; it has /{ShortestIpv6} or more"
        : null;

    /// <summary>Blocks that overlap a VPC which is attached, whatever was written first.</summary>
    public static IEnumerable<Problem> Problems(TransitGatewayBuilder gateway) =>
        from block in gateway.CidrBlocks
        from vpc in gateway.AttachmentSubnets.Select(subnet => subnet.Vpc).Distinct()
        from taken in vpc.Blocks.Select(taken => new Sourced<IpPrefix>(taken.Value, taken.Origin)).Concat(vpc.Ipv6Blocks)
        where taken.Value.Overlaps(block.Value)
        select new Problem(
            ProblemKind.BlockOfTransitGateway,
            $"{block} is a block of transit gateway '{gateway.Name}' and overlaps {taken} of VPC '{vpc.Name}', which is attached; choose another block",
            block.Origin)
        {
            Other = taken.Origin,
        };
}
