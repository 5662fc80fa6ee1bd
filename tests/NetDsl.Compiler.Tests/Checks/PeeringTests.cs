using NetDsl.Compiler.Checks;

namespace NetDsl.Compiler.Tests.Checks;

public class PeeringTests
{
    [Fact]
    public void Peered_vpcs_must_not_share_addresses()
    {
        var finding = Assert.Single(Checked.Findings(network =>
        {
            var region = network.Region("us-east-1");
            network.Peer("shop-shared", region.Vpc("shop", "10.0.0.0/16"), region.Vpc("shared", "10.0.0.0/20"));
        }));

        Assert.Equal(OverlappingPeeredCidrs.Rule, finding.Rule);
        Assert.Equal("Block 10.0.0.0/20 of VPC 'shared' overlaps 10.0.0.0/16 of VPC 'shop', and peering connection 'shop-shared' joins the two; peered VPCs cannot share addresses, the next free block of its size is 10.1.0.0/20.", finding.Message);
        Assert.Equal(["the overlapping block of VPC 'shop'", "the peering connection that joins the two"], finding.Related.Select(related => related.Text));
        Assert.Equal("10.1.0.0/20", finding.FixArgument(FixArguments.Replacement));
    }

    [Fact]
    public void Secondary_blocks_count_on_both_sides()
    {
        var findings = Checked.Messages(network =>
        {
            var region = network.Region("us-east-1");
            var shop = region.Vpc("shop", "10.0.0.0/16").SecondaryCidr("100.64.0.0/16");
            var shared = region.Vpc("shared", "10.1.0.0/16").SecondaryCidr("100.64.8.0/21");
            network.Peer("shop-shared", shop, shared);
        });

        Assert.StartsWith("ND2001: Block 100.64.8.0/21 of VPC 'shared' overlaps 100.64.0.0/16 of VPC 'shop'", Assert.Single(findings), StringComparison.Ordinal);
    }

    [Fact]
    public void The_block_that_was_written_later_has_to_move() =>
        Assert.StartsWith("Block 10.0.0.0/16 of VPC 'late'", Assert.Single(Checked.Findings(network =>
        {
            var region = network.Region("us-east-1");
            var early = region.Vpc("early", "10.0.0.0/16");
            var late = region.Vpc("late", "10.0.0.0/16");
            network.Peer("late-early", late, early);
        })).Message, StringComparison.Ordinal);

    [Fact]
    public void Peers_that_overlap_each_other_are_right() =>
        Assert.Empty(Checked.Findings(network =>
        {
            var region = network.Region("us-east-1");
            var hub = region.Vpc("hub", "10.0.0.0/16");
            network.Peer("hub-one", hub, region.Vpc("one", "10.1.0.0/16"));
            network.Peer("hub-two", hub, region.Vpc("two", "10.1.0.0/16"));
        }));

    [Fact]
    public void Vpcs_that_are_not_peered_may_share_addresses() =>
        Assert.Empty(Checked.Findings(network =>
        {
            network.Region("us-east-1").Vpc("one", "10.1.0.0/16");
            network.Region("us-east-1").Vpc("two", "10.1.0.0/16");
        }));

    [Theory]
    [InlineData("10.1.0.0/16")]
    [InlineData("10.1.7.0/24")]
    [InlineData("10.1.7.9/32")]
    [InlineData("10.2.0.0/16")]
    [InlineData("10.2.0.0/15")]
    public void A_route_to_the_peers_own_blocks_is_right(string destination) =>
        Assert.Empty(Checked.Findings(network =>
        {
            var region = network.Region("us-east-1");
            var a = region.Vpc("a", "10.0.0.0/16");
            var b = region.Vpc("b", "10.1.0.0/16").SecondaryCidr("10.2.0.0/16").SecondaryCidr("10.3.0.0/16");
            a.MainRouteTable.Route(destination, network.Peer("a-b", a, b));
        }));

    [Fact]
    public void A_summary_that_covers_the_peer_and_what_nobody_has_is_right() =>
        Assert.Empty(Checked.Findings(network =>
        {
            var region = network.Region("us-east-1");
            var a = region.Vpc("a", "10.0.0.0/16");
            a.MainRouteTable.Route("10.0.0.0/8", network.Peer("a-b", a, region.Vpc("b", "10.1.0.0/16")));
        }));

    [Fact]
    public void A_summary_is_right_when_longer_routes_lead_to_the_others() =>
        Assert.Empty(Checked.Findings(network =>
        {
            var (a, _, c, peering) = Chain(network);
            a.MainRouteTable.Route("10.0.0.0/8", peering).Route("10.2.0.0/16", network.Peer("a-c", a, c));
        }));

    [Fact]
    public void A_summary_that_covers_a_third_vpc_leads_beyond_the_peer() =>
        Assert.Equal(["ND2002"], Checked.Findings(network =>
        {
            var (a, _, _, peering) = Chain(network);
            a.MainRouteTable.Route("10.0.0.0/8", peering);
        }).Select(finding => finding.Rule.Id));

    [Fact]
    public void A_third_vpc_lies_beyond_the_peer()
    {
        var finding = Assert.Single(Checked.Findings(network =>
        {
            var (a, b, _, peering) = Chain(network);
            a.MainRouteTable.Route("10.1.0.0/16", peering);
            a.RouteTable("app").Route("10.2.0.0/16", peering);
        }));

        Assert.Equal(TransitivePeering.Rule, finding.Rule);
        Assert.Equal("Route table 'app' of VPC 'a' sends 10.2.0.0/16 to peering connection 'a-b', which reaches 10.1.0.0/16 of VPC 'b' and nothing beyond; peering is not transitive, peer VPC 'a' with VPC 'c' directly, or join them by a transit gateway.", finding.Message);
        Assert.Equal(["the peering connection", "VPC 'c', which lies beyond the peer"], finding.Related.Select(related => related.Text));
        Assert.Equal("10.1.0.0/16", finding.FixArgument(FixArguments.Replacement));
    }

    [Fact]
    public void The_gateways_of_the_peer_lie_beyond_it()
    {
        var finding = Assert.Single(Checked.Findings(network =>
        {
            var (a, b, _, peering) = Chain(network);
            b.InternetGateway("igw");
            a.MainRouteTable.Route("10.1.0.0/16", peering).Route("0.0.0.0/0", peering);
        }));

        Assert.Equal("The main route table of VPC 'a' sends 0.0.0.0/0 to peering connection 'a-b', which reaches 10.1.0.0/16 of VPC 'b' and nothing beyond; internet gateway 'igw' cannot be used through a peering, give VPC 'a' a NAT gateway or an internet gateway of its own, or use a transit gateway.", finding.Message);
        Assert.Null(finding.FixArgument(FixArguments.Replacement));
    }

    [Fact]
    public void Addresses_that_nobody_has_lie_beyond_the_peer() =>
        Assert.Equal(
            ["ND2002: The main route table of VPC 'a' sends 192.168.0.0/16 to peering connection 'a-b', which reaches 10.1.0.0/16 of VPC 'b' and nothing beyond; no other VPC has these addresses, and no gateway of the peer is reached through a peering; route a prefix of VPC 'b', or use a transit gateway."],
            Checked.Messages(network =>
            {
                var (a, _, _, peering) = Chain(network);
                a.MainRouteTable.Route("192.168.0.0/16", peering);
            }));

    [Fact]
    public void A_peering_across_accounts_wants_to_be_accepted()
    {
        var finding = Assert.Single(Checked.Findings(network =>
        {
            var region = network.Region("us-east-1");
            network.Peer("a-b", region.Vpc("a", "10.0.0.0/16"), region.Vpc("b", "10.1.0.0/16", network.Account("partner", "210987654321")));
        }));

        Assert.Equal(PeeringNeverAccepted.Rule, finding.Rule);
        Assert.Equal("Peering connection 'a-b' joins VPC 'a' and VPC 'b' across accounts, and nobody accepts it; add AcceptedBy with account 'partner', the owner of VPC 'b'.", finding.Message);
        Assert.Equal("VPC 'b', whose owner accepts", Assert.Single(finding.Related).Text);
    }

    [Fact]
    public void A_peering_across_regions_wants_to_be_accepted_too() =>
        Assert.Contains("across regions", Assert.Single(Checked.Messages(network =>
            network.Peer("a-b", network.Region("us-east-1").Vpc("a", "10.0.0.0/16"), network.Region("eu-west-1").Vpc("b", "10.1.0.0/16")))), StringComparison.Ordinal);

    [Fact]
    public void An_accepted_peering_is_right() =>
        Assert.Empty(Checked.Findings(network =>
        {
            var b = network.Region("eu-west-1").Vpc("b", "10.1.0.0/16", network.Account("partner", "210987654321"));
            network.Peer("a-b", network.Region("us-east-1").Vpc("a", "10.0.0.0/16"), b).AcceptedBy(b.Account);
        }));

    static (VpcBuilder A, VpcBuilder B, VpcBuilder C, PeeringBuilder Peering) Chain(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var (a, b, c) = (region.Vpc("a", "10.0.0.0/16"), region.Vpc("b", "10.1.0.0/16"), region.Vpc("c", "10.2.0.0/16"));
        network.Peer("b-c", b, c);
        return (a, b, c, network.Peer("a-b", a, b));
    }
}
