using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <content>R-4.6: groups of several VPCs.</content>
public abstract partial class SemanticsVectors
{
    /// <summary>Two VPCs of one region, of which the second takes a group of the first.</summary>
    sealed class AssociatedNetwork
    {
        public AssociatedNetwork()
        {
            var region = Network.Region("us-east-1");
            Home = region.Vpc("home", "10.0.0.0/16");
            Further = region.Vpc("further", "10.1.0.0/16");
            Team = Home.SecurityGroup("team").AssociateWith(Further);
            HomeSubnet = Home.Subnet("home", "10.0.0.0/24", "a");
            FurtherSubnet = Further.Subnet("further", "10.1.0.0/24", "a");
        }

        public NetworkBuilder Network { get; } = new("Associated");

        public VpcBuilder Home { get; }

        public VpcBuilder Further { get; }

        public SecurityGroupBuilder Team { get; }

        public SubnetBuilder HomeSubnet { get; }

        public SubnetBuilder FurtherSubnet { get; }

        public void Peer()
        {
            var peering = Network.Peer("pcx", Home, Further);
            Home.MainRouteTable.Route("10.1.0.0/16", peering);
            Further.MainRouteTable.Route("10.0.0.0/16", peering);
        }
    }

    [Fact]
    [Trait("Rule", "R-4.6")]
    public void R_4_6_A_group_filters_the_interfaces_of_a_further_vpc()
    {
        var it = new AssociatedNetwork();
        it.Team.Ingress(Tcp(443), from: "10.1.0.0/16");
        var client = it.FurtherSubnet.Instance("client", Open(it.Further));
        var server = it.FurtherSubnet.Instance("server", it.Team);

        AssertReachable(Ask(it.Network, client, server, Tcp(443)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/further/server", Ask(it.Network, client, server, Tcp(80)));
    }

    [Fact]
    [Trait("Rule", "R-4.6")]
    public void R_4_6_A_rule_that_references_an_associated_group_matches_its_members_in_the_rules_own_vpc()
    {
        var it = new AssociatedNetwork();
        var client = it.FurtherSubnet.Instance("client", it.Team);
        var server = it.FurtherSubnet.Instance("server", it.Further.SecurityGroup("servers").Ingress(Tcp(443), from: it.Team));
        AssertReachable(Ask(it.Network, client, server, Tcp(443)));

        // The group itself, by itself.
        var other = it.FurtherSubnet.Instance("other", it.Team);
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/further/other", Ask(it.Network, client, other, Tcp(443)));
        it.Team.Ingress(Tcp(443), from: it.Team);
        AssertReachable(Ask(it.Network, client, other, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-4.6")]
    [Trait("Rule", "R-4.4")]
    public void R_4_6_Members_in_another_vpc_match_only_where_it_may_be_referenced()
    {
        var it = new AssociatedNetwork();
        it.Team.Ingress(Tcp(443), from: it.Team);
        var client = it.HomeSubnet.Instance("client", it.Team);
        var server = it.FurtherSubnet.Instance("server", it.Team);
        var hub = it.Home.Region.TransitGateway("hub");
        hub.Attach("home", it.HomeSubnet);
        hub.Attach("further", it.FurtherSubnet);
        it.Home.MainRouteTable.Route("10.0.0.0/8", hub);
        it.Further.MainRouteTable.Route("10.0.0.0/8", hub);
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/further/server", Ask(it.Network, client, server, Tcp(443)));

        it.Peer();
        AssertReachable(Ask(it.Network, client, server, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-4.6")]
    public void R_4_6_Load_balancers_and_endpoints_of_a_further_vpc_may_have_the_group()
    {
        var it = new AssociatedNetwork();
        it.Team.Ingress(Tcp(443), from: "10.1.0.0/16");
        var client = it.FurtherSubnet.Instance("client", Open(it.Further));
        var endpoint = it.Further.InterfaceEndpoint("sqs", it.Further.Region.Service("sqs")).Subnet(it.FurtherSubnet).SecurityGroup(it.Team);

        AssertReachable(Ask(it.Network, client, endpoint, Tcp(443)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/further/sqs/us-east-1a", Ask(it.Network, client, endpoint, Tcp(80)));
    }
}
