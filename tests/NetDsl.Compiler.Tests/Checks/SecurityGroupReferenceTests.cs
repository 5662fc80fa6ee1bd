using NetDsl.Compiler.Checks;
using static NetDsl.Traffic;

namespace NetDsl.Compiler.Tests.Checks;

public class SecurityGroupReferenceTests
{
    [Fact]
    public void A_group_of_another_region_cannot_be_referenced()
    {
        var finding = Assert.Single(Checked.Findings(network =>
        {
            var (a, b) = (network.Region("us-east-1").Vpc("a", "10.0.0.0/16"), network.Region("eu-west-1").Vpc("b", "10.1.0.0/16"));
            network.Peer("a-b", a, b).AcceptedBy(b.Account);
            a.SecurityGroup("db").Ingress(Tcp(5432), from: b.SecurityGroup("web"));
        }));

        Assert.Equal(CrossRegionSecurityGroupReference.Rule, finding.Rule);
        Assert.Equal("Security group 'db' of VPC 'a' (us-east-1) references 'web' of VPC 'b' (eu-west-1); a group of another region cannot be referenced, not even over a peering, write a prefix such as 10.1.0.0/16.", finding.Message);
        Assert.Equal("security group 'web' of VPC 'b'", Assert.Single(finding.Related).Text);
        Assert.Equal("10.1.0.0/16", finding.FixArgument(FixArguments.Replacement));
    }

    [Fact]
    public void A_group_of_a_vpc_without_connection_matches_nothing()
    {
        var finding = Assert.Single(Checked.Findings(network => Reference(network, (_, _, _) => { })));

        Assert.Equal(UnconnectedSecurityGroupReference.Rule, finding.Rule);
        Assert.Equal("The ingress rule of security group 'db' (VPC 'a') that references 'web' of VPC 'b' matches nothing: no peering joins the two VPCs, and no transit gateway has both attached; peer them; or write a prefix such as 10.1.0.0/16.", finding.Message);
        Assert.Equal(Severity.Warning, finding.Rule.Severity);
    }

    [Fact]
    public void An_active_peering_connects() =>
        Assert.Empty(Checked.Findings(network => Reference(network, (_, a, b) => network.Peer("a-b", a, b), egress: true)));

    [Fact]
    public void A_pending_peering_does_not() =>
        Assert.Contains("peering connection 'a-b' between the two is never accepted; accept it with AcceptedBy", Checked.Findings(network =>
            Reference(network, (_, a, b) => network.Peer("a-b", a, b), otherAccount: true)).Single(finding => finding.Rule.Id == "ND3002").Message, StringComparison.Ordinal);

    [Fact]
    public void A_transit_gateway_connects_when_it_allows_references() =>
        Assert.Empty(Checked.Findings(network => Reference(network, (region, a, b) => Attach(region, a, b).SecurityGroupReferencing())));

    [Theory]
    [InlineData(false, true, false, "transit gateway 'tgw' between the two does not allow it; call SecurityGroupReferencing on it")]
    [InlineData(true, false, false, "transit gateway attachment 'b' of transit gateway 'tgw' does not allow it; take away SecurityGroupReferencing(false)")]
    [InlineData(true, true, true, "over transit gateway 'tgw' only ingress rules can reference a group; peer the two VPCs")]
    public void A_transit_gateway_does_not_connect_otherwise(bool gatewayAllows, bool attachmentAllows, bool egress, string missing) =>
        Assert.Contains(missing, Assert.Single(Checked.Findings(network =>
            Reference(network, (region, a, b) => Attach(region, a, b, attachmentAllows).SecurityGroupReferencing(gatewayAllows), egress: egress))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_profile_without_references_is_named() =>
        Assert.Contains("the profile Talk2018 of this network has GroupReferencesOverTransitGateway Never; set it", Assert.Single(Checked.Findings(network =>
            Reference(network.Profile(SemanticsProfile.Talk2018), (region, a, b) => Attach(region, a, b).SecurityGroupReferencing()))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("use1-az3", "all interfaces of 'web' are in zone use1-az3 or of endpoints, for which transit gateways carry no references; peer the two VPCs")]
    [InlineData("use1-az1", null)]
    public void A_zone_in_which_no_reference_works_over_a_transit_gateway_is_named(string zone, string? missing)
    {
        var findings = Checked.Findings(network =>
        {
            network.DefaultAccount.Zone("us-east-1a", zone);
            Reference(network, (region, a, b) => Attach(region, a, b).SecurityGroupReferencing(), hasMember: true);
        });

        Assert.Equal(missing is null ? 0 : 1, findings.Count);
        Assert.All(findings, finding => Assert.Contains(missing!, finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_profile_without_references_over_peerings_is_named() =>
        Assert.Contains("the profile Custom of this network has GroupReferencesOverPeering Never; set it", Assert.Single(Checked.Findings(network =>
            Reference(network.Profile(SemanticsProfile.Current with { GroupReferencesOverPeering = GroupReferencesOverPeering.Never }), (_, a, b) => network.Peer("a-b", a, b)))).Message, StringComparison.Ordinal);

    [Fact]
    [Trait("Rule", "R-4.6")]
    public void A_group_that_is_associated_with_the_vpc_of_the_rule_needs_nothing() =>
        Assert.Empty(Checked.Findings(network =>
        {
            var region = network.Region("us-east-1");
            var (a, b) = (region.Vpc("a", "10.0.0.0/16"), region.Vpc("b", "10.1.0.0/16"));
            a.SecurityGroup("db").Ingress(Tcp(5432), from: b.SecurityGroup("web").AssociateWith(a));
        }));

    [Fact]
    public void A_group_of_the_same_vpc_needs_nothing() =>
        Assert.Empty(Checked.Findings(network =>
        {
            var vpc = network.Region("us-east-1").Vpc("a", "10.0.0.0/16");
            vpc.SecurityGroup("db").Ingress(Tcp(5432), from: vpc.SecurityGroup("web"));
        }));

    [Fact]
    public void The_block_that_holds_the_members_takes_the_place_of_the_group() =>
        Assert.Equal("100.64.0.0/20", Assert.Single(Checked.Findings(network => Reference(network, (_, _, _) => { }, membersInSecondaryBlock: true)))
            .FixArgument(FixArguments.Replacement));

    static void Reference(
        NetworkBuilder network,
        Action<RegionBuilder, VpcBuilder, VpcBuilder> connect,
        bool egress = false,
        bool otherAccount = false,
        bool membersInSecondaryBlock = false,
        bool hasMember = false)
    {
        var region = network.Region("us-east-1");
        var a = region.Vpc("a", "10.0.0.0/16");
        var b = region.Vpc("b", "10.1.0.0/16", otherAccount ? network.Account("partner", "210987654321") : null);
        var web = b.SecurityGroup("web");
        if (membersInSecondaryBlock)
        {
            b.SecondaryCidr("100.64.0.0/20").Subnet("pods", "100.64.0.0/24", "a").Instance("pod", web);
        }

        if (hasMember)
        {
            b.Subnet("web", "10.1.1.0/24", "a").Instance("web", web);
        }

        connect(region, a, b);
        var database = a.SecurityGroup("db");
        _ = egress ? database.Egress(Tcp(443), to: web) : database.Ingress(Tcp(5432), from: web);
    }

    static TransitGatewayBuilder Attach(RegionBuilder region, VpcBuilder a, VpcBuilder b, bool allows = true)
    {
        var gateway = region.TransitGateway("tgw");
        gateway.Attach("a", a.Subnet("a", "10.0.0.0/24", "a"));
        gateway.Attach("b", b.Subnet("b", "10.1.0.0/24", "a")).SecurityGroupReferencing(allows);
        return gateway;
    }
}
