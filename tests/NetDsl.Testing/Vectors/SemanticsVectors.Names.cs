using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <content>F section 7.3: names.</content>
public abstract partial class SemanticsVectors
{
    const string Storage = "s3.us-east-1.amazonaws.com";
    const string Queue = "sqs.us-east-1.amazonaws.com";

    [Fact]
    [Trait("Rule", "R-7.10")]
    [Trait("Rule", "R-7.11")]
    public void R_7_11_Private_DNS_takes_the_service_from_the_whole_VPC_and_loses_it_for_who_is_not_admitted()
    {
        var it = new EndpointNetwork();
        var edge = it.WayOut();
        var admitted = it.Vpc.SecurityGroup("admitted");
        it.Vpc.DnsHostnames();
        Assert.Equal("192.88.99.9", AskName(it.Network, it.Host, Queue));
        AssertReachable(Ask(it.Network, it.Host, "192.88.99.9", Tcp(443)));

        it.Vpc.InterfaceEndpoint("sqs", it.Queue).Subnet(edge, "10.0.0.9").SecurityGroup(it.Vpc.SecurityGroup("endpoint").Ingress(Tcp(443), from: admitted));

        Assert.Equal("10.0.0.9", AskName(it.Network, it.Host, Queue));
        Assert.Equal("10.0.0.9", AskName(it.Network, it.Host, "eu." + Queue));
        Assert.Equal(Verdict.Blocked, Ask(it.Network, it.Host, "10.0.0.9", Tcp(443)).Verdict);
        Assert.Equal("192.88.99.9", AskName(it.Network, null, Queue));
    }

    [Theory]
    [InlineData(true, true, "10.0.1.9")]
    [InlineData(true, false, "192.88.99.9")]
    [InlineData(false, true, "no resolver")]
    [InlineData(false, false, "no resolver")]
    [Trait("Rule", "R-7.10")]
    [Trait("Rule", "R-7.21")]
    public void R_7_21_Private_names_need_both_attributes(bool support, bool hostnames, string expected)
    {
        var it = new EndpointNetwork();
        it.Vpc.DnsSupport(support).DnsHostnames(hostnames).InterfaceEndpoint("sqs", it.Queue).Subnet(it.Private, "10.0.1.9");

        Assert.Equal(expected, AskName(it.Network, it.Host, Queue));
    }

    [Fact]
    [Trait("Rule", "R-7.12")]
    [Trait("Rule", "R-7.6")]
    public void R_7_12_Sites_use_the_interface_endpoint_and_the_VPC_its_gateway_endpoint()
    {
        var it = new EndpointNetwork();
        it.Vpc.DnsHostnames();
        it.Vpc.GatewayEndpoint("s3-gateway", it.Storage).RouteTable(it.Table);
        it.Vpc.InterfaceEndpoint("s3-interface", it.Storage).Subnet(it.Private, "10.0.1.9").PrivateDnsOnlyForInboundResolver();
        var site = it.Network.Site("office").Prefix("192.168.0.0/16");
        var desk = site.Host("desk", "192.168.0.7");
        Assert.Equal("192.88.99.1", AskName(it.Network, desk, Storage));

        site.ResolvesBy(it.Vpc.InboundResolverEndpoint("inbound").Subnet(it.Private, "10.0.1.53"));

        Assert.Equal("10.0.1.9", AskName(it.Network, desk, Storage));
        Assert.Equal("192.88.99.1", AskName(it.Network, it.Host, Storage));
    }

    [Fact]
    [Trait("Rule", "R-7.22")]
    public void R_7_22_The_longest_domain_answers_and_its_zone_hides_what_it_does_not_know()
    {
        var it = new EndpointNetwork();
        it.Vpc.DnsHostnames();
        it.Network.PrivateHostedZone("example").Associate(it.Vpc).Record("www.corp", "10.0.1.1");
        it.Network.PrivateHostedZone("corp.example").Associate(it.Vpc).Record("db", ["10.0.1.2", "10.0.1.3"]).Record("*.wild", "10.0.1.4");
        it.Network.PrivateHostedZone("amazonaws.com").Associate(it.Vpc);

        Assert.Equal("10.0.1.2, 10.0.1.3", AskName(it.Network, it.Host, "db.corp.example"));
        Assert.Equal("no such name", AskName(it.Network, it.Host, "www.corp.example"));
        Assert.Equal("10.0.1.4", AskName(it.Network, it.Host, "deep.down.wild.corp.example"));
        Assert.Equal("no such name", AskName(it.Network, it.Host, "other.example"));
        Assert.Equal("no such name", AskName(it.Network, it.Host, Queue));
        Assert.Equal("unknown", AskName(it.Network, it.Host, "example.org"));
        Assert.Equal("unknown", AskName(it.Network, null, "db.corp.example"));
    }

    [Fact]
    [Trait("Rule", "R-7.22")]
    public void R_7_22_A_rule_wins_over_a_zone_of_its_length_and_loses_to_a_longer_one()
    {
        var it = new EndpointNetwork();
        it.Vpc.DnsHostnames();
        it.Network.PrivateHostedZone("corp.example").Associate(it.Vpc).Record("db", "10.0.1.2");
        it.Network.PrivateHostedZone("eu.corp.example").Associate(it.Vpc).Record("db", "10.0.1.3");
        it.Region.ResolverRule("corp", "corp.example").Target("192.168.0.53").Associate(it.Vpc);

        Assert.Equal("forwarded to 192.168.0.53", AskName(it.Network, it.Host, "db.corp.example"));
        Assert.Equal("10.0.1.3", AskName(it.Network, it.Host, "db.eu.corp.example"));
    }

    [Fact]
    [Trait("Rule", "R-7.23")]
    [Trait("Rule", "R-3.23")]
    [Trait("Rule", "I-1 DNS")]
    public void R_7_23_A_public_name_is_private_inside_and_over_peerings_that_allow_it()
    {
        var network = new NetworkBuilder("Names");
        var region = network.Region("eu-west-1");
        var home = region.Vpc("home", "10.0.0.0/16").DnsHostnames();
        var edge = home.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route(AnyIpv4, home.InternetGateway("igw"));
        var bastion = edge.Instance("bastion", Open(home)).PrivateIp("10.0.0.5").ElasticIp(region.ElasticIp("door", "198.51.100.20"));
        var peer = region.Vpc("peer", "10.1.0.0/16");
        var guest = peer.Subnet("guests", "10.1.0.0/24", "a").Instance("guest", Open(peer)).PrivateIp("10.1.0.6");
        var peering = network.Peer("pcx", home, peer);
        const string Name = "ec2-198-51-100-20.eu-west-1.compute.amazonaws.com";

        Assert.Equal("10.0.0.5", AskName(network, bastion, Name));
        Assert.Equal("198.51.100.20", AskName(network, guest, Name));
        Assert.Equal("198.51.100.20", AskName(network, null, Name));
        Assert.Equal("10.0.0.5", AskName(network, bastion, "ip-10-0-0-5.eu-west-1.compute.internal"));
        Assert.Equal("no such name", AskName(network, guest, "ip-10-0-0-5.eu-west-1.compute.internal"));

        peering.AllowDnsResolution(peer);
        Assert.Equal("198.51.100.20", AskName(network, guest, Name));
        peering.AllowDnsResolution(home);
        Assert.Equal("10.0.0.5", AskName(network, guest, Name));

        home.DnsHostnames(false);
        Assert.Equal("no such name", AskName(network, guest, Name));
    }

    [Fact]
    [Trait("Rule", "R-7.25")]
    public void R_7_25_A_site_asks_by_an_inbound_endpoint_which_its_questions_must_reach()
    {
        var it = new EndpointNetwork();
        it.Vpc.DnsHostnames();
        it.Network.PrivateHostedZone("corp.example").Associate(it.Vpc).Record("db", "10.0.1.5");
        var site = it.Network.Site("office").Prefix("192.168.0.0/16");
        var desk = site.Host("desk", "192.168.0.7");
        Assert.Equal("unknown", AskName(it.Network, desk, "db.corp.example"));

        var group = it.Vpc.SecurityGroup("resolver").Ingress(Udp(53), from: "192.168.0.0/16");
        var inbound = it.Vpc.InboundResolverEndpoint("inbound").Subnet(it.Private, "10.0.1.53").SecurityGroup(group);
        site.ResolvesBy(inbound);
        var gateway = it.Vpc.VpnGateway("vgw");
        gateway.VpnConnection("vpn", site.CustomerGateway("router", "203.0.113.1"));
        it.Table.Route("192.168.0.0/16", gateway);

        Assert.Equal("10.0.1.5", AskName(it.Network, desk, "db.corp.example"));
        AssertReachable(Ask(it.Network, desk, "10.0.1.53", Udp(53)));
        Assert.Equal(Verdict.Blocked, Ask(it.Network, desk, "10.0.1.53", Tcp(22)).Verdict);

        // The VPC's own resolver address is no address of the network that sites reach.
        Assert.NotEqual(Verdict.Reachable, Ask(it.Network, desk, "10.0.0.2", Udp(53)).Verdict);
    }

    [Fact]
    [Trait("Rule", "R-1.21")]
    [Trait("Rule", "R-7.23")]
    public void R_7_23_Who_has_no_IPv4_is_told_addresses_for_NAT64_where_its_subnet_says_so()
    {
        var it = new EndpointNetwork();
        it.Vpc.DnsHostnames().AmazonIpv6Cidr();
        it.Network.PrivateHostedZone("corp.example").Associate(it.Vpc).Record("db", "10.0.1.5");
        var subnet = it.Vpc.Ipv6OnlySubnet("six", "a");
        var six = subnet.Instance("six", it.Group);
        Assert.Equal("10.0.1.5", AskName(it.Network, six, "db.corp.example"));

        subnet.Dns64();

        Assert.Equal("64:ff9b::a00:105", AskName(it.Network, six, "db.corp.example"));
        Assert.Equal("no such name", AskName(it.Network, six, "gone.corp.example"));
        Assert.Equal("10.0.1.5", AskName(it.Network, it.Host, "db.corp.example"));
    }
}
