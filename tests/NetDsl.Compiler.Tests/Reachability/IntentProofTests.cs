using NetDsl.Addressing;
using NetDsl.Compiler.Reachability.Intents;
using static NetDsl.Traffic;

namespace NetDsl.Compiler.Tests.Reachability;

/// <summary>Intents are proved, or refuted by the packet that shows it.</summary>
public class IntentProofTests
{
    [Fact]
    public void What_every_packet_does_is_proved() => Assert.True(One((network, shop) =>
        network.Expect(shop.Web).CanReach(shop.Database, Tcp(5432))).Holds);

    [Fact]
    public void A_port_that_no_rule_allows_refutes()
    {
        var verdict = One((network, shop) => network.Expect(shop.Web).CanReach(shop.Database, [Tcp(5432), TcpRange(5432, 5433)]));

        Assert.Equal(IntentFault.Blocked, verdict.Fault);
        Assert.Equal(
            "tcp 10.0.0.4:49152 -> 10.0.1.4:5433 from us-east-1/shop/web to us-east-1/shop/db is dropped: no ingress rule of the security groups of us-east-1/shop/db allows tcp/5433 from 10.0.0.4; add Ingress(Tcp(5433), from: …) (ENI_SG_RULES_MISMATCH)",
            verdict.Text);
        Assert.Equal(new Packet(Address("10.0.0.4"), Address("10.0.1.4"), Protocol.Tcp, 49152, 5433), verdict.Counterexample);
    }

    [Fact]
    public void An_acl_that_forgets_some_ephemeral_ports_refutes()
    {
        var verdict = One((network, shop) =>
        {
            shop.Edge.Associate(shop.Vpc.NetworkAcl("edge").AllowOutbound(100, AllTraffic, to: AnyIpv4).AllowInbound(100, TcpRange(1024, 60999), from: AnyIpv4));
            network.Expect(shop.Web).CanReach(shop.Database, Tcp(5432));
        });

        Assert.Equal(IntentFault.Blocked, verdict.Fault);
        Assert.Equal(61000, verdict.Counterexample!.Value.SourcePort);
        Assert.Contains("arrives, and its reply is dropped: network ACL us-east-1/shop/edge lets no tcp/61000 from 10.0.1.4 in", verdict.Text, StringComparison.Ordinal);
    }

    /// <summary>An intent about ICMP is one about each of its types.</summary>
    [Fact]
    public void A_type_of_icmp_that_no_rule_allows_refutes()
    {
        void Ping(NetworkBuilder network, Shop shop, TrafficSelector asked)
        {
            shop.DatabaseGroup.Ingress(IcmpType(8), from: "10.0.0.0/16");
            network.Expect(shop.Web).CanReach(shop.Database, asked);
        }

        var refuted = One((network, shop) => Ping(network, shop, Icmp));

        Assert.True(One((network, shop) => Ping(network, shop, IcmpType(8))).Holds);
        Assert.Equal(IntentFault.Blocked, refuted.Fault);
        Assert.StartsWith("icmp 10.0.0.4 -> 10.0.1.4 from us-east-1/shop/web to us-east-1/shop/db is dropped: no ingress rule of the security groups of us-east-1/shop/db allows icmp/0", refuted.Text, StringComparison.Ordinal);
    }

    /// <summary>Hosts that are alike are asked about together, and a way is told of the one that sent.</summary>
    [Fact]
    public void The_way_of_a_counterexample_begins_at_its_sender()
    {
        var verdict = One((network, shop) =>
        {
            var other = shop.Edge.Instance("web-2", shop.WebGroup);
            network.Expect(other).CannotReach(shop.Database);
        });

        Assert.Equal(IntentFault.Arrives, verdict.Fault);
        Assert.Equal("us-east-1/shop/web-2", verdict.Path[0].Element);
    }

    [Fact]
    public void What_the_internet_cannot_reach_is_proved() => Assert.True(One((network, shop) =>
        network.Expect(Internet).CannotReach(shop.Database)).Holds);

    [Fact]
    public void A_port_that_is_open_to_the_world_refutes()
    {
        var verdict = One((network, shop) => network.Expect(Internet).CannotReach([shop.Database, shop.Web]));

        Assert.Equal(IntentFault.Arrives, verdict.Fault);
        Assert.StartsWith(
            "tcp 198.51.100.7:49152 -> 203.0.113.1:443 from the internet arrives at us-east-1/shop/web: allow tcp/443 from 0.0.0.0/0 (security group web), IntentProofTests.cs:",
            verdict.Text,
            StringComparison.Ordinal);
        Assert.Contains("allow tcp/443 from 0.0.0.0/0 (security group web)", verdict.Path.Select(station => station.Decision));
    }

    [Fact]
    public void Exceptions_are_left_out() => Assert.True(One((network, shop) =>
        network.Expect(Internet).CannotReach([shop.Database, shop.Web]).ExceptTo(shop.Web)).Holds);

    [Fact]
    public void Whoever_is_reached_through_a_balancer_is_reached()
    {
        var verdict = One((network, shop) =>
        {
            var targets = shop.Vpc.TargetGroup("db", ListenerProtocol.Tcp, 5432).Target(shop.Database);
            shop.Vpc.NetworkLoadBalancer("public").Subnet(shop.Edge).Listener(ListenerProtocol.Tcp, 5432, targets);
            shop.DatabaseGroup.Ingress(Tcp(5432), from: AnyIpv4);
            network.Expect(Internet).CannotReach(shop.Database);
        });

        Assert.Equal(IntentFault.Arrives, verdict.Fault);
        Assert.Contains("arrives at us-east-1/shop/db", verdict.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_hosts_that_are_alike_are_proved_together()
    {
        var topology = Described.Shop(network =>
        {
            var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
            var open = vpc.SecurityGroup("open").Ingress(Tcp(443), from: "10.0.0.0/16");
            var one = vpc.Subnet("one", "10.0.0.0/20", "a");
            var other = vpc.Subnet("other", "10.0.16.0/20", "b");
            for (var host = 0; host < 300; host++)
            {
                one.Instance($"one-{host}", open);
                other.Instance($"other-{host}", open);
            }

            network.Expect(vpc).CanReach(vpc, Tcp(443));
        });

        Assert.True(Assert.Single(IntentProof.Of(topology)).Holds);
    }

    [Fact]
    public void One_host_of_many_that_is_otherwise_refutes()
    {
        var topology = Described.Shop(network =>
        {
            var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
            var open = vpc.SecurityGroup("open").Ingress(Tcp(443), from: "10.0.0.0/16");
            var one = vpc.Subnet("one", "10.0.0.0/20", "a");
            for (var host = 0; host < 30; host++)
            {
                one.Instance($"one-{host}", open);
            }

            one.Instance("closed", vpc.SecurityGroup("closed"));
            network.Expect(vpc).CanReach(vpc, Tcp(443));
        });

        var verdict = Assert.Single(IntentProof.Of(topology));
        Assert.Equal(IntentFault.Blocked, verdict.Fault);
        Assert.Contains("to us-east-1/shop/closed is dropped: no ingress rule of the security groups of us-east-1/shop/closed", verdict.Text, StringComparison.Ordinal);
    }

    /// <summary>An accelerator sends nothing to endpoints of a zone that is gone.</summary>
    [Theory]
    [InlineData("a", "b", true)]
    [InlineData("a", "a", false)]
    public void An_accelerator_survives_a_zone_when_it_has_an_endpoint_in_another(string one, string other, bool survives)
    {
        var topology = Described.Shop(network =>
        {
            var region = network.Region("us-east-1");
            var vpc = region.Vpc("shop", "10.0.0.0/16");
            vpc.InternetGateway("igw");
            var open = vpc.SecurityGroup("open").Ingress(Tcp(443), from: AnyIpv4);
            var hosts = new[] { vpc.Subnet("one", "10.0.0.0/24", one).Instance("one", open), vpc.Subnet("other", "10.0.1.0/24", other).Instance("other", open) };
            vpc.Subnet("third", "10.0.2.0/24", "b").Instance("third", open);
            var edge = network.Accelerator("edge", configure: each => each.Listener(Tcp(443), configure: web =>
                web.EndpointGroup(region).Endpoint(hosts[0]).Endpoint(hosts[1])));
            network.Expect(Internet).CanReach(edge, Tcp(443)).SurvivesLossOf("a");
        });

        Assert.Equal(survives ? IntentFault.None : IntentFault.Lost, Assert.Single(IntentProof.Of(topology)).Fault);
    }

    /// <summary>A custom routing accelerator sends nothing to a zone that is gone, and each of its other ports leads where it did.</summary>
    [Theory]
    [InlineData(5000, false)]
    [InlineData(5011, true)]
    public void A_port_of_a_custom_routing_accelerator_survives_the_loss_of_another_zone(int port, bool survives)
    {
        var topology = Described.Shop(network =>
        {
            var region = network.Region("us-east-1");
            var vpc = region.Vpc("shop", "10.0.0.0/16");
            vpc.InternetGateway("igw");
            var open = vpc.SecurityGroup("open").Ingress(Tcp(443), from: AnyIpv4);
            var games = network.CustomRoutingAccelerator("games");
            var group = games.Listener(5000, 5099).EndpointGroup(region, 443, 443, CustomRoutingProtocols.Tcp);
            foreach (var (name, cidr, zone) in new[] { ("one", "10.0.0.0/28", "a"), ("other", "10.0.1.0/28", "b") })
            {
                var subnet = vpc.Subnet(name, cidr, zone);
                subnet.Instance(name, open).PrivateIp(subnet.Cidr.Replace("0/28", "4", StringComparison.Ordinal));
                group.Subnet(subnet).AllowAllTraffic();
            }

            network.Expect(Internet).CanReach(games, Tcp(port)).SurvivesLossOf("a");
        });

        Assert.Equal(survives ? IntentFault.None : IntentFault.Lost, Assert.Single(IntentProof.Of(topology)).Fault);
    }

    static IpAddress Address(string text) => IpAddress.Parse(text);

    [Fact]
    public void An_intent_that_asks_for_too_much_leaves_room_for_the_others()
    {
        var verdicts = IntentProof.Of(Described.Shop(network =>
        {
            var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
            var (one, other) = (vpc.Subnet("one", "10.0.0.0/20", "a"), vpc.Subnet("other", "10.0.16.0/20", "a"));
            for (var host = 0; host < 400; host++)
            {
                one.Instance($"one-{host}", vpc.SecurityGroup($"one-{host}").Ingress(Tcp(443), from: "10.0.0.0/16"));
                other.Instance($"other-{host}", vpc.SecurityGroup($"other-{host}").Ingress(Tcp(443), from: "10.0.0.0/16"));
            }

            network.Expect(vpc.Instance("one-0")).CanReach(vpc.Instance("other-0"), Tcp(443));
            network.Expect(vpc).CanReach(vpc, Tcp(443));
            network.Expect(vpc.Instance("one-1")).CanReach(vpc.Instance("other-1"), Tcp(443));
        }));

        Assert.Equal([IntentFault.None, IntentFault.Unproved, IntentFault.None], verdicts.Select(verdict => verdict.Fault));
    }

    static IntentVerdict One(Action<NetworkBuilder, Shop> describe) => Assert.Single(IntentProof.Of(Described.Shop(network => describe(network, new Shop(network)))));

    /// <summary>A web server that the internet speaks to, and its database.</summary>
    sealed class Shop
    {
        public Shop(NetworkBuilder network)
        {
            Vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
            Edge = Vpc.Subnet("edge", "10.0.0.0/24", "a");
            Edge.RouteTable("edge").Route("0.0.0.0/0", Vpc.InternetGateway("igw"));
            WebGroup = Vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
            DatabaseGroup = Vpc.SecurityGroup("db").Ingress(Tcp(5432), from: WebGroup);
            Web = Edge.Instance("web", WebGroup).PublicIp();
            Database = Vpc.Subnet("data", "10.0.1.0/24", "a").Instance("db", DatabaseGroup);
        }

        public VpcBuilder Vpc { get; }

        public SubnetBuilder Edge { get; }

        public SecurityGroupBuilder WebGroup { get; }

        public SecurityGroupBuilder DatabaseGroup { get; }

        public InstanceBuilder Web { get; }

        public InstanceBuilder Database { get; }
    }
}
