using NetDsl.Addressing;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

public abstract partial class SemanticsVectors
{
    /// <summary>A VPC with an internet gateway and a public subnet.</summary>
    sealed class EdgeNetwork
    {
        public EdgeNetwork()
        {
            Region = Network.Region("us-east-1");
            Vpc = Region.Vpc("v", "10.0.0.0/16");
            Gateway = Vpc.InternetGateway("igw");
            Public = Vpc.Subnet("public", "10.0.0.0/24", "a");
            PublicTable = Public.RouteTable("public").Route(AnyIpv4, Gateway);
            Private = Vpc.Subnet("private", "10.0.1.0/24", "a");
            PrivateTable = Private.RouteTable("private");
            Group = Open(Vpc);
        }

        public NetworkBuilder Network { get; } = new();

        public RegionBuilder Region { get; }

        public VpcBuilder Vpc { get; }

        public InternetGatewayBuilder Gateway { get; }

        public SubnetBuilder Public { get; }

        public RouteTableBuilder PublicTable { get; }

        public SubnetBuilder Private { get; }

        public RouteTableBuilder PrivateTable { get; }

        public SecurityGroupBuilder Group { get; }

        public InstanceBuilder PublicHost(string name, string address) =>
            Public.Instance(name, Group).ElasticIp(Region.ElasticIp(name, address));
    }

    [Fact]
    public void R_2_1_The_internet_gateway_puts_the_public_source_and_leaves_ports()
    {
        var it = new EdgeNetwork();
        var web = it.PublicHost("web", "203.0.113.10");

        var trace = AskInternet(it.Network, web, Tcp(443));

        AssertReachable(trace);
        Assert.Equal(Outcome.Exits, trace.Forward.Outcome);
        Assert.Null(trace.Forward.Receiver);
        Assert.Equal("tcp 203.0.113.10:49152 -> 198.51.100.7:443", Last(trace.Forward).ToString());
        Assert.Equal("tcp 198.51.100.7:443 -> 10.0.0.4:49152", Last(trace.Return).ToString());
    }

    [Fact]
    public void R_2_1_Without_a_public_address_the_internet_gateway_drops()
    {
        var it = new EdgeNetwork();

        AssertForwardBlocked(
            "IgwPublicIpAssociationForEgress us-east-1/igw", AskInternet(it.Network, it.Public.Instance("web", it.Group), Tcp(443)));
    }

    [Fact]
    public void R_2_1_The_gateway_of_another_vpc_is_a_dead_target()
    {
        var it = new EdgeNetwork();
        var other = it.Region.Vpc("other", "10.1.0.0/16");
        other.MainRouteTable.Route(AnyIpv4, it.Gateway);
        var host = other.Subnet("s", "10.1.0.0/24", "a").Instance("host", Open(other)).PublicIp();

        AssertForwardBlocked("BadStateRoute us-east-1/igw", AskInternet(it.Network, host, Tcp(443)));
    }

    [Fact]
    public void R_2_2_Ingress_goes_to_the_private_address()
    {
        var it = new EdgeNetwork();
        var web = it.PublicHost("web", "203.0.113.10");

        var trace = AskFromInternet(it.Network, web, Tcp(443));

        AssertReachable(trace);
        Assert.Equal("tcp 198.51.100.7:49152 -> 10.0.0.4:443", Last(trace.Forward).ToString());
        Assert.Equal(Outcome.Exits, trace.Return.Outcome);
        Assert.Equal("tcp 203.0.113.10:443 -> 198.51.100.7:49152", Last(trace.Return).ToString());
    }

    [Fact]
    public void R_2_2_An_address_that_nobody_holds_has_no_mapping()
    {
        var it = new EdgeNetwork();
        it.Region.ElasticIp("free", "203.0.113.99");
        var topology = Built(it.Network);

        Assert.All(["203.0.113.99", "192.0.2.1"], address => AssertForwardBlocked(
            "IgwNoMapping internet", Ask(topology, Internet, Endpoint.Of(Ipv4Address.Parse(address)), Tcp(443))));
    }

    [Fact]
    public void R_2_2_A_public_address_without_an_attached_gateway_has_no_mapping()
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var host = vpc.Subnet("s", "10.0.0.0/24", "a").Instance("host", Open(vpc)).PublicIp();

        AssertForwardBlocked("IgwNoMapping internet", AskFromInternet(network, host, Tcp(443)));
    }

    [Fact]
    public void An_element_without_a_public_address_is_not_asked_from_the_internet()
    {
        var it = new EdgeNetwork();

        AssertForwardBlocked("IgwNoMapping internet", AskFromInternet(it.Network, it.Private.Instance("db", it.Group), Tcp(443)));
    }

    [Fact]
    public void R_2_3_In_a_private_subnet_a_public_address_gets_packets_and_loses_replies()
    {
        var it = new EdgeNetwork();
        var host = it.Private.Instance("host", it.Group).ElasticIp(it.Region.ElasticIp("e"));

        AssertReplyBlocked("NoRouteToDestination us-east-1/v/private", AskFromInternet(it.Network, host, Tcp(443)));
    }

    [Fact]
    public void R_2_3_Behind_nat_the_reply_leaves_from_another_address()
    {
        var it = new EdgeNetwork();
        it.PrivateTable.Route(AnyIpv4, it.Public.NatGateway("nat"));
        var host = it.Private.Instance("host", it.Group).ElasticIp(it.Region.ElasticIp("e"));

        AssertReplyBlocked("ReplyMismatch internet", AskFromInternet(it.Network, host, Tcp(443)));
    }

    [Fact]
    public void R_2_5_The_internet_gateway_drops_what_a_private_nat_gateway_sends()
    {
        var it = new EdgeNetwork();
        it.PrivateTable.Route(AnyIpv4, it.Public.NatGateway("nat").Private());

        AssertForwardBlocked(
            "IgwPublicIpAssociationForEgress us-east-1/igw", AskInternet(it.Network, it.Private.Instance("host", it.Group), Tcp(443)));
    }

    [Fact]
    public void R_2_7_An_elastic_address_inside_the_vpc_is_reached_by_way_of_the_internet_gateway()
    {
        var it = new EdgeNetwork();
        var a = it.PublicHost("a", "203.0.113.10");
        var b = it.PublicHost("b", "203.0.113.11");

        var trace = Ask(it.Network, a, "203.0.113.11", Tcp(443));

        AssertReachable(trace);
        Assert.Equal(b.Id.Path, trace.Forward.Receiver);
        Assert.Equal("tcp 203.0.113.10:49152 -> 10.0.0.5:443", Last(trace.Forward).ToString());
        Assert.DoesNotContain(trace.Forward.Hops, hop => hop.Element == "internet");
    }

    [Fact]
    public void R_2_7_A_reference_does_not_match_what_came_by_the_public_address()
    {
        var it = new EdgeNetwork();
        var a = it.PublicHost("a", "203.0.113.10");
        var b = it.Public.Instance("b", it.Vpc.SecurityGroup("server").Ingress(Tcp(443), from: it.Group))
            .ElasticIp(it.Region.ElasticIp("b", "203.0.113.11"));

        AssertReachable(Ask(it.Network, a, b, Tcp(443)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/b", Ask(it.Network, a, "203.0.113.11", Tcp(443)));
    }

    [Theory]
    [InlineData("10.200.0.1")]
    [InlineData("172.31.0.1")]
    [InlineData("192.168.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("224.0.0.5")]
    [InlineData("255.255.255.255")]
    public void The_internet_does_not_carry_private_and_special_addresses(string address)
    {
        var it = new EdgeNetwork();

        AssertForwardBlocked("NotRoutableOnInternet internet", Ask(it.Network, it.PublicHost("web", "203.0.113.10"), address, Tcp(443)));
    }
}
