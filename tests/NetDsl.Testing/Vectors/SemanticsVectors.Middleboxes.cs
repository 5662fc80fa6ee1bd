using NetDsl.Model;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

public abstract partial class SemanticsVectors
{
    /// <summary>interconnect §9.3, "east-west in VPC": two subnets and a firewall in one of its own.</summary>
    sealed class EastWestNetwork
    {
        public EastWestNetwork(bool stateful = true)
        {
            Vpc = Network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
            Group = Open(Vpc);
            var inspection = Vpc.Subnet("inspection", "10.0.9.0/24", "a");
            inspection.RouteTable("inspection");
            Firewall = inspection.Instance("fw", Group).SourceDestinationCheck(false).ForwardsTraffic(stateful);
            Left = Vpc.Subnet("left", "10.0.0.0/24", "a");
            Right = Vpc.Subnet("right", "10.0.1.0/24", "b");
            LeftTable = Left.RouteTable("left");
            RightTable = Right.RouteTable("right");
            Client = Left.Instance("client", Group);
            Server = Right.Instance("server", Group);
        }

        public NetworkBuilder Network { get; } = new();

        public VpcBuilder Vpc { get; }

        public SecurityGroupBuilder Group { get; }

        public InstanceBuilder Firewall { get; }

        public SubnetBuilder Left { get; }

        public SubnetBuilder Right { get; }

        public RouteTableBuilder LeftTable { get; }

        public RouteTableBuilder RightTable { get; }

        public InstanceBuilder Client { get; }

        public InstanceBuilder Server { get; }
    }

    [Fact]
    [Trait("Rule", "R-1.14")]
    [Trait("Vector", "interconnect 9.3.3")]
    public void R_1_14_A_route_to_a_whole_subnet_leads_through_a_firewall()
    {
        var it = new EastWestNetwork();
        it.LeftTable.Route("10.0.1.0/24", it.Firewall);
        it.RightTable.Route("10.0.0.0/24", it.Firewall);

        var trace = Ask(it.Network, it.Client, it.Server, Tcp(443));

        AssertReachable(trace);
        Assert.Equal(2, trace.Forward.Hops.Count(hop => hop.Element == it.Firewall.Id.Path));
        Assert.Equal(2, trace.Return.Hops.Count(hop => hop.Element == it.Firewall.Id.Path));
    }

    [Theory]
    [Trait("Rule", "I-9.2")]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "R-1.18")]
    [Trait("Vector", "interconnect 9.3.3")]
    public void R_1_18_One_side_without_the_route_is_asymmetric(bool forwardIsMissing)
    {
        var it = new EastWestNetwork();
        _ = forwardIsMissing ? it.RightTable.Route("10.0.0.0/24", it.Firewall) : it.LeftTable.Route("10.0.1.0/24", it.Firewall);

        AssertReplyBlocked("StatefulApplianceAsymmetry us-east-1/v/fw", Ask(it.Network, it.Client, it.Server, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-1.14")]
    public void R_1_14_The_target_of_the_local_route_can_be_replaced()
    {
        var it = new EastWestNetwork(stateful: false);
        it.LeftTable.Route("10.0.0.0/16", it.Firewall);

        var trace = Ask(it.Network, it.Client, it.Server, Tcp(443));

        AssertReachable(trace);
        Assert.Contains(trace.Forward.Hops, hop => hop.Element == it.Firewall.Id.Path);
        Assert.DoesNotContain(trace.Return.Hops, hop => hop.Element == it.Firewall.Id.Path);
    }

    [Fact]
    [Trait("Rule", "R-1.15")]
    public void R_1_15_Traffic_inside_a_subnet_cannot_be_steered()
    {
        var it = new EastWestNetwork();
        it.LeftTable.Route("10.0.0.0/24", it.Firewall);

        var trace = Ask(it.Network, it.Client, it.Left.Instance("neighbour", it.Group), Tcp(443));

        AssertReachable(trace);
        Assert.DoesNotContain(trace.Forward.Hops, hop => hop.Element == it.Firewall.Id.Path);
    }

    [Fact]
    [Trait("Vector", "foundation 4.6")]
    [Trait("Rule", "R-1.19")]
    public void R_1_19_A_reference_to_a_group_does_not_match_across_a_middlebox()
    {
        var it = new EastWestNetwork(stateful: false);
        var servers = it.Vpc.SecurityGroup("servers").Ingress(Tcp(443), from: it.Group).Ingress(Tcp(80), from: "10.0.0.0/24");
        var server = it.Right.Instance("guarded", servers);

        AssertReachable(Ask(it.Network, it.Client, server, Tcp(443)));

        it.LeftTable.Route("10.0.1.0/24", it.Firewall);

        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/guarded", Ask(it.Network, it.Client, server, Tcp(443)));
        AssertReachable(Ask(it.Network, it.Client, server, Tcp(80)));
    }

    [Fact]
    [Trait("Rule", "R-1.16")]
    [Trait("Vector", "interconnect 9.3.1")]
    public void R_1_16_A_gateway_route_table_brings_what_comes_in_to_the_firewall()
    {
        var it = new EgressNetwork();
        it.Firewall.SourceDestinationCheck(false).ForwardsTraffic(stateful: true);
        it.Table.Route(AnyIpv4, it.Firewall);
        it.Gateway.Associate(it.Vpc.RouteTable("edge").Route("10.0.1.0/24", it.Firewall));

        var from = AskFromInternet(it.Network, it.Host, Tcp(443));
        var to = AskInternet(it.Network, it.Host, Tcp(443));

        AssertReachable(from);
        AssertReachable(to);
        Assert.Equal(
            "internet us-east-1/igw us-east-1/v/edge us-east-1/v/default us-east-1/v/fw us-east-1/v/fw us-east-1/v/default us-east-1/v/firewall us-east-1/v/default us-east-1/v/host",
            string.Join(' ', from.Forward.Hops.Select(hop => hop.Element)));
        Assert.Contains(to.Return.Hops, hop => hop.Element == it.Firewall.Id.Path);
    }

    [Fact]
    [Trait("Rule", "R-1.17")]
    public void R_1_17_The_local_route_of_a_gateway_route_table_can_be_replaced()
    {
        var it = new EgressNetwork();
        it.Firewall.SourceDestinationCheck(false).ForwardsTraffic(stateful: true);
        it.Table.Route(AnyIpv4, it.Firewall);
        it.Gateway.Associate(it.Vpc.RouteTable("edge").Route("10.0.0.0/16", it.Firewall));

        AssertReachable(AskFromInternet(it.Network, it.Host, Tcp(443)));
        AssertReachable(AskFromInternet(it.Network, it.Firewall, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-1.18")]
    public void R_1_18_An_appliance_behind_a_gateway_needs_a_public_address()
    {
        var it = new EgressNetwork();
        var hidden = it.FirewallSubnet.Instance("hidden", it.Group).SourceDestinationCheck(false).ForwardsTraffic();
        it.Table.Route(AnyIpv4, it.Gateway);
        it.Gateway.Associate(it.Vpc.RouteTable("edge").Route("10.0.1.0/24", hidden));

        AssertForwardBlocked("BadStateRoute us-east-1/v/hidden", AskFromInternet(it.Network, it.Host, Tcp(443)));
    }

    [Theory]
    [InlineData("10.0.1.0/25", true, "10.0.1.0/25 lies in VPC 'v', which routes it locally, and is not the whole prefix of one of its subnets; route 10.0.1.0/24, all of subnet 'right'")]
    [InlineData("10.0.0.0/23", true, "10.0.0.0/23 lies in VPC 'v', which routes it locally, and is not the whole prefix of one of its subnets; a route inside the VPC is for one whole subnet")]
    [InlineData("10.0.1.0/24", false, "10.0.1.0/24 lies in VPC 'v', which routes it locally; route table 'left' can lead it to a NAT gateway, an interface or a Gateway Load Balancer endpoint, not to internet gateway 'igw'")]
    [InlineData("10.0.0.0/16", false, "10.0.0.0/16 lies in VPC 'v', which routes it locally; route table 'left' can lead it to a NAT gateway, an interface or a Gateway Load Balancer endpoint, not to internet gateway 'igw'")]
    [Trait("Rule", "R-1.14")]
    public void R_1_14_Other_routes_inside_the_vpc_are_refused(string destination, bool inside, string problem)
    {
        var it = new EastWestNetwork();
        it.LeftTable.Route(destination, inside ? it.Firewall : it.Vpc.InternetGateway("igw"));

        Assert.Equal(problem, Assert.Single(it.Network.Build().Problems).Text);
    }

    [Theory]
    [InlineData("10.8.0.0/24", true)]
    [InlineData("10.8.0.0/22", true)]
    [InlineData("10.8.0.0/25", false)]
    [Trait("Rule", "R-1.5")]
    public void R_1_5_A_block_that_swallows_the_destination_of_a_route_is_refused(string block, bool refused)
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        vpc.MainRouteTable.Route("10.8.0.0/24", vpc.InternetGateway("igw"));
        vpc.SecondaryCidr(block);

        Assert.Equal(!refused, network.Build().IsWhole);
    }

    [Theory]
    [InlineData("0.0.0.0/0", "0.0.0.0/0 is neither a block of VPC 'v' nor the whole prefix of one of its subnets; route table 'edge' routes what comes in from internet gateway 'igw', to these only")]
    [InlineData("10.0.1.0/25", "10.0.1.0/25 is neither a block of VPC 'v' nor the whole prefix of one of its subnets; route table 'edge' routes what comes in from internet gateway 'igw', to these only")]
    [Trait("Rule", "R-1.17")]
    public void R_1_17_Other_destinations_of_a_gateway_route_table_are_refused(string destination, string problem)
    {
        var it = new EgressNetwork();
        it.Gateway.Associate(it.Vpc.RouteTable("edge").Route(destination, it.Firewall));

        Assert.Equal(problem, Assert.Single(it.Network.Build().Problems).Text);
    }

    [Fact]
    [Trait("Rule", "R-1.16")]
    public void R_1_16_Other_targets_of_a_gateway_route_table_are_refused()
    {
        var it = new EgressNetwork();
        it.Gateway.Associate(it.Vpc.RouteTable("edge").Route("10.0.1.0/24", it.FirewallSubnet.NatGateway("nat")));

        Assert.Equal(
            "route table 'edge' routes what comes in from internet gateway 'igw', which an interface or a Gateway Load Balancer endpoint can take, and NAT gateway 'nat' cannot",
            Assert.Single(it.Network.Build().Problems).Text);
    }

    [Fact]
    [Trait("Rule", "R-1.16")]
    public void R_1_16_The_main_table_and_tables_of_others_are_none_of_a_gateway()
    {
        var it = new EgressNetwork();
        it.Gateway.Associate(it.Vpc.MainRouteTable);
        Assert.Equal(
            "the main route table of VPC 'v' cannot be the table of internet gateway 'igw'; declare one for it",
            Assert.Single(it.Network.Build().Problems).Text);

        var other = new EgressNetwork();
        other.Gateway.Associate(other.Vpc.Region.Vpc("w", "10.1.0.0/16").RouteTable("edge"));
        Assert.Equal(
            "route table 'edge' is of VPC 'w', internet gateway 'igw' of VPC 'v'; use one of its own VPC",
            Assert.Single(other.Network.Build().Problems).Text);
    }

    [Fact]
    [Trait("Rule", "R-1.17")]
    public void Gateway_route_tables_are_not_of_the_talk()
    {
        var it = new EgressNetwork();
        it.Network.Profile(SemanticsProfile.Talk2018);
        it.Gateway.Associate(it.Vpc.RouteTable("edge"));

        Assert.Equal(ProblemKind.NotInProfile, Assert.Single(it.Network.Build().Problems).Kind);
    }
}
