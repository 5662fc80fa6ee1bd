using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

public abstract partial class SemanticsVectors
{
    /// <summary>interconnect §9.3, "all egress via firewall": an application subnet, and a firewall in a public one.</summary>
    sealed class EgressNetwork
    {
        public EgressNetwork()
        {
            Vpc = Network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
            Gateway = Vpc.InternetGateway("igw");
            Group = Open(Vpc);
            FirewallSubnet = Vpc.Subnet("firewall", "10.0.0.0/24", "a");
            FirewallTable = FirewallSubnet.RouteTable("firewall").Route(AnyIpv4, Gateway);
            Firewall = FirewallSubnet.Instance("fw", Group).PublicIp();
            Application = Vpc.Subnet("application", "10.0.1.0/24", "a");
            Table = Application.RouteTable("application");
            Host = Application.Instance("host", Group).PublicIp();
        }

        public NetworkBuilder Network { get; } = new();

        public VpcBuilder Vpc { get; }

        public InternetGatewayBuilder Gateway { get; }

        public SecurityGroupBuilder Group { get; }

        public SubnetBuilder FirewallSubnet { get; }

        public RouteTableBuilder FirewallTable { get; }

        public InstanceBuilder Firewall { get; }

        public SubnetBuilder Application { get; }

        public RouteTableBuilder Table { get; }

        public InstanceBuilder Host { get; }
    }

    [Fact]
    [Trait("Rule", "R-1.18")]
    public void R_1_18_A_reply_that_bypasses_a_firewall_breaks_the_connection()
    {
        var it = new EgressNetwork();
        it.Firewall.SourceDestinationCheck(false).ForwardsTraffic(stateful: true);
        it.Table.Route(AnyIpv4, it.Firewall);

        AssertReplyBlocked("StatefulApplianceAsymmetry us-east-1/v/fw", AskInternet(it.Network, it.Host, Tcp(443)));
        AssertReachable(AskInternet(it.Network, it.Host, Udp(53)));
    }

    [Fact]
    [Trait("Rule", "I-9.2")]
    [Trait("Rule", "R-1.18")]
    public void R_1_18_A_firewall_drops_the_reply_of_a_connection_that_it_has_not_seen_begin()
    {
        var it = new EgressNetwork();
        it.Firewall.SourceDestinationCheck(false).ForwardsTraffic(stateful: true);
        it.Table.Route(AnyIpv4, it.Firewall);

        AssertReplyBlocked("StatefulApplianceAsymmetry us-east-1/v/fw", AskFromInternet(it.Network, it.Host, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-1.18")]
    public void R_1_18_A_router_does_not_mind_which_way_replies_take()
    {
        var it = new EgressNetwork();
        it.Firewall.SourceDestinationCheck(false).ForwardsTraffic();
        it.Table.Route(AnyIpv4, it.Firewall);

        var trace = AskInternet(it.Network, it.Host, Tcp(443));

        AssertReachable(trace);
        Assert.Equal(2, trace.Forward.Hops.Count(hop => hop.Element == it.Firewall.Id.Path));
    }

    [Fact]
    [Trait("Rule", "I-9.2")]
    [Trait("Rule", "R-1.18")]
    public void R_1_18_What_is_not_for_an_interface_with_the_check_on_is_dropped()
    {
        var it = new EgressNetwork();
        it.Firewall.ForwardsTraffic();
        it.Table.Route(AnyIpv4, it.Firewall);

        AssertForwardBlocked("EniSourceDestCheckRestriction us-east-1/v/fw", AskInternet(it.Network, it.Host, Tcp(443)));
    }

    [Fact]
    public void A_host_that_does_not_forward_drops_what_is_not_for_it()
    {
        var it = new EgressNetwork();
        it.Firewall.SourceDestinationCheck(false);
        it.Table.Route(AnyIpv4, it.Firewall);

        AssertForwardBlocked("HostDoesNotForward us-east-1/v/fw", AskInternet(it.Network, it.Host, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-1.13")]
    public void R_1_13_An_interface_without_an_instance_is_no_live_target()
    {
        var it = new EgressNetwork();
        it.Table.Route(AnyIpv4, it.FirewallSubnet.Interface("loose", it.Group).SourceDestinationCheck(false));

        AssertForwardBlocked("BadStateRoute us-east-1/v/loose", AskInternet(it.Network, it.Host, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-1.13")]
    public void R_1_13_A_blackhole_drops_and_no_shorter_route_steps_in()
    {
        var it = new EgressNetwork();
        it.Table.Route(AnyIpv4, it.Gateway).Blackhole("203.0.113.0/24");

        AssertForwardBlocked("BadStateRoute us-east-1/v/application", Ask(it.Network, it.Host, "203.0.113.5", Tcp(443)));
        AssertReachable(AskInternet(it.Network, it.Host, Tcp(443)));
    }

    [Fact]
    public void The_groups_of_an_appliance_are_asked_at_both_passages()
    {
        var it = new EgressNetwork();
        var inside = it.Vpc.SecurityGroup("inside").Ingress(Tcp(443), from: "10.0.1.0/24").Egress(Tcp(80), to: AnyIpv4);
        var appliance = it.FirewallSubnet.Instance("second", inside).SourceDestinationCheck(false).ForwardsTraffic();
        it.Table.Route(AnyIpv4, appliance);

        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/second", AskInternet(it.Network, it.Host, Tcp(443)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/second", AskInternet(it.Network, it.Host, Tcp(80)));
    }

    [Fact]
    [Trait("Rule", "R-3.16")]
    public void R_3_16_A_nat_instance_lets_private_hosts_out_and_brings_their_replies_back()
    {
        var it = new EgressNetwork();
        it.Firewall.SourceDestinationCheck(false).TranslatesSources();
        it.Table.Route(AnyIpv4, it.Firewall);
        var hidden = it.Application.Instance("hidden", it.Group);

        var trace = AskInternet(it.Network, hidden, Tcp(443));

        AssertReachable(trace);
        Assert.Equal(hidden.Id.Path, trace.Return.Receiver);
        Assert.Contains(trace.Return.Hops, hop => hop.Element == it.Firewall.Id.Path);
    }

    [Fact]
    [Trait("Rule", "R-3.16")]
    public void R_3_16_A_nat_instance_without_public_address_leads_nowhere()
    {
        var it = new EgressNetwork();
        var hidden = it.FirewallSubnet.Instance("nat", it.Group).SourceDestinationCheck(false).TranslatesSources();
        it.Table.Route(AnyIpv4, hidden);

        AssertForwardBlocked("IgwPublicIpAssociationForEgress us-east-1/igw", AskInternet(it.Network, it.Host, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-3.16")]
    public void R_3_16_A_nat_instance_whose_group_admits_no_private_host_drops()
    {
        var it = new EgressNetwork();
        var closed = it.Vpc.SecurityGroup("closed").Ingress(Tcp(22), from: AnyIpv4);
        var nat = it.FirewallSubnet.Instance("nat", closed).PublicIp().SourceDestinationCheck(false).TranslatesSources();
        it.Table.Route(AnyIpv4, nat);

        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/nat", AskInternet(it.Network, it.Host, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-3.23")]
    public void R_3_23_A_nat_instance_is_a_host_too_and_can_be_a_bastion()
    {
        var it = new EgressNetwork();
        it.Firewall.SourceDestinationCheck(false).TranslatesSources();
        it.Table.Route(AnyIpv4, it.Firewall);
        var bastion = it.Vpc.SecurityGroup("bastion").Ingress(Tcp(22), from: "203.0.113.0/24");
        var inside = it.Vpc.SecurityGroup("inside").Ingress(Tcp(22), from: it.Group);
        var hidden = it.Application.Instance("hidden", inside);
        var jump = it.FirewallSubnet.Instance("jump", bastion).PublicIp().SecurityGroup(it.Group).SourceDestinationCheck(false).TranslatesSources();

        AssertReachable(AskFromInternet(it.Network, jump, Tcp(22)));
        AssertReachable(Ask(it.Network, jump, hidden, Tcp(22)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/hidden", Ask(it.Network, it.Application.Instance("third", bastion), hidden, Tcp(22)));
    }

    [Fact]
    [Trait("Rule", "R-3.20")]
    [Trait("Rule", "R-3.21")]
    public void R_3_21_A_proxy_is_two_flows_and_its_clients_have_no_way_out_of_their_own()
    {
        var it = new EgressNetwork();
        var proxies = it.Vpc.SecurityGroup("proxies").Ingress(Tcp(3128), from: "10.0.1.0/24").Egress(Tcp(443), to: AnyIpv4).Egress(Tcp(80), to: AnyIpv4);
        var proxy = it.FirewallSubnet.Instance("proxy", proxies).PublicIp();

        AssertReachable(Ask(it.Network, it.Host, proxy, Tcp(3128)));
        AssertReachable(AskInternet(it.Network, proxy, Tcp(443)));
        AssertForwardBlocked("NoRouteToDestination us-east-1/v/application", AskInternet(it.Network, it.Host, Tcp(443)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/proxy", AskInternet(it.Network, proxy, Tcp(22)));
    }

    [Fact]
    public void A_host_without_the_check_may_send_from_another_address()
    {
        var it = new EgressNetwork();
        it.Firewall.SourceDestinationCheck(false);

        var trace = Ask(
            Built(it.Network), Endpoint.Of(it.Firewall.Id), Endpoint.Of(it.Host.Id), Tcp(443), Addressing.Ipv4Address.Parse("192.0.2.1"));

        Assert.Equal("", Why(trace.Forward));
        Assert.Equal(Verdict.Blocked, trace.Verdict);
    }
}
