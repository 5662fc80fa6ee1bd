using NetDsl.Addressing;
using NetDsl.Model;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

public abstract partial class SemanticsVectors
{
    [Fact]
    [Trait("Rule", "R-2.8")]
    public void R_2_8_An_association_of_client_vpn_is_no_nat_gateway()
    {
        var it = new ClientVpnNetwork();
        it.Region.BlockPublicAccess(BlockPublicAccessMode.Ingress);
        var topology = Built(it.Network);
        var address = topology.ClientVpnEndpoints[0].Associations[0].PublicAddress!.Value;

        AssertForwardBlocked("BpaBlocked us-east-1/igw", Ask(topology, Internet, Endpoint.Of((IpAddress)address), Tcp(443)));
    }

    [Theory]
    [InlineData(BlockPublicAccessMode.Off, null, null, true, true)]
    [InlineData(BlockPublicAccessMode.Bidirectional, null, null, false, false)]
    [InlineData(BlockPublicAccessMode.Bidirectional, PublicAccessExclusion.AllowBidirectional, null, true, true)]
    [InlineData(BlockPublicAccessMode.Bidirectional, PublicAccessExclusion.AllowEgress, null, false, true)]
    [InlineData(BlockPublicAccessMode.Bidirectional, null, PublicAccessExclusion.AllowBidirectional, true, true)]
    [InlineData(BlockPublicAccessMode.Ingress, null, null, false, true)]
    [InlineData(BlockPublicAccessMode.Ingress, null, PublicAccessExclusion.AllowBidirectional, true, true)]
    [Trait("Rule", "R-2.8")]
    public void R_2_8_A_region_blocks_public_access_but_for_exclusions(
        BlockPublicAccessMode mode, PublicAccessExclusion? ofVpc, PublicAccessExclusion? ofSubnet, bool direct, bool byNat)
    {
        var it = new EdgeNetwork();
        it.Region.BlockPublicAccess(mode);
        if (ofVpc is { } vpc)
        {
            it.Vpc.ExcludeFromPublicAccessBlock(vpc);
        }

        if (ofSubnet is { } subnet)
        {
            it.Public.ExcludeFromPublicAccessBlock(subnet);
        }

        it.PrivateTable.Route(AnyIpv4, it.Public.NatGateway("nat"));
        var outside = it.Public.Instance("direct", it.Group).PublicIp();
        var inside = it.Private.Instance("inside", it.Group);

        AssertAccess(direct, AskInternet(it.Network, outside, Tcp(443)));
        AssertAccess(direct, AskFromInternet(it.Network, outside, Tcp(443)));
        AssertAccess(byNat, AskInternet(it.Network, inside, Tcp(443)));

        static void AssertAccess(bool allowed, Trace trace)
        {
            if (allowed)
            {
                AssertReachable(trace);
            }
            else
            {
                AssertForwardBlocked("BpaBlocked us-east-1/igw", trace);
            }
        }
    }
}
