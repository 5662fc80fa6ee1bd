using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <content>F section 7 and section 6.3: endpoints and PrivateLink.</content>
public abstract partial class SemanticsVectors
{
    /// <summary>A VPC with a private host, and S3 and SQS of its region.</summary>
    sealed class EndpointNetwork
    {
        public EndpointNetwork()
        {
            Region = Network.Region("us-east-1");
            Storage = Region.Service("s3");
            Queue = Region.Service("sqs");
            Vpc = Region.Vpc("shop", "10.0.0.0/16");
            Group = Open(Vpc);
            Private = Vpc.Subnet("private", "10.0.1.0/24", "a");
            Table = Private.RouteTable("private");
            Host = Private.Instance("host", Group).PrivateIp("10.0.1.5");
        }

        public NetworkBuilder Network { get; } = new("Endpoints");

        public RegionBuilder Region { get; }

        public ServiceBuilder Storage { get; }

        public ServiceBuilder Queue { get; }

        public VpcBuilder Vpc { get; }

        public SecurityGroupBuilder Group { get; }

        public SubnetBuilder Private { get; }

        public RouteTableBuilder Table { get; }

        public InstanceBuilder Host { get; }

        /// <summary>A public subnet with an internet gateway and a NAT gateway, to which the private table leads by default.</summary>
        public SubnetBuilder WayOut()
        {
            var edge = Vpc.Subnet("edge", "10.0.0.0/24", "a");
            edge.RouteTable("edge").Route(AnyIpv4, Vpc.InternetGateway("igw"));
            Table.Route(AnyIpv4, edge.NatGateway("nat"));
            return edge;
        }
    }

    [Fact]
    [Trait("Rule", "R-7.1")]
    [Trait("Rule", "R-7.2")]
    public void R_7_2_A_gateway_endpoint_leads_to_the_service_and_the_service_sees_the_private_address()
    {
        var it = new EndpointNetwork();
        it.Vpc.GatewayEndpoint("s3", it.Storage).RouteTable(it.Table);

        var trace = Ask(it.Network, it.Host, it.Storage, Tcp(443));

        AssertReachable(trace);
        Assert.Equal("us-east-1/s3", trace.Forward.Receiver);
        Assert.Equal("10.0.1.5", Last(trace.Forward).Source.ToString());
        Assert.Contains(trace.Forward.Hops, hop => hop.Kind == "vpc-endpoint");
    }

    [Fact]
    [Trait("Rule", "R-7.2")]
    public void R_7_2_Without_an_endpoint_the_service_is_reached_by_the_internet_and_sees_a_public_address()
    {
        var it = new EndpointNetwork();
        AssertForwardBlocked("NoRouteToDestination us-east-1/shop/private", Ask(it.Network, it.Host, it.Storage, Tcp(443)));

        it.WayOut();
        var trace = Ask(it.Network, it.Host, it.Storage, Tcp(443));
        AssertReachable(trace);
        Assert.Equal("203.0.113.1", Last(trace.Forward).Source.ToString());
    }

    [Fact]
    [Trait("Rule", "R-7.3")]
    public void R_7_3_The_prefix_list_beats_the_default_route_and_an_identical_static_route_beats_it()
    {
        var it = new EndpointNetwork();
        it.WayOut();
        it.Vpc.GatewayEndpoint("s3", it.Storage).RouteTable(it.Table);
        Assert.Equal("10.0.1.5", Last(Ask(it.Network, it.Host, it.Storage, Tcp(443)).Forward).Source.ToString());

        it.Table.Route("192.88.99.0/29", it.Vpc.Subnet("other", "10.0.2.0/24", "a").NatGateway("elsewhere"));
        Assert.DoesNotContain(Ask(it.Network, it.Host, it.Storage, Tcp(443)).Forward.Hops, hop => hop.Kind == "vpc-endpoint");
    }

    [Fact]
    [Trait("Rule", "R-7.4")]
    public void R_7_4_A_gateway_endpoint_serves_its_own_region_and_its_own_vpc_only()
    {
        var it = new EndpointNetwork();
        it.Vpc.GatewayEndpoint("s3", it.Storage).RouteTable(it.Table);
        var abroad = it.Network.Region("eu-west-1").Service("s3");
        AssertForwardBlocked("NoRouteToDestination us-east-1/shop/private", Ask(it.Network, it.Host, abroad, Tcp(443)));

        var branch = it.Region.Vpc("branch", "10.1.0.0/16");
        var far = branch.Subnet("far", "10.1.0.0/24", "a");
        var host = far.Instance("far", Open(branch));
        var hub = it.Region.TransitGateway("hub", defaultRouteTable: false);
        var shop = hub.Attach("shop", it.Private);
        hub.RouteTable("all").Associate(hub.Attach("branch", far)).Route("192.88.99.0/24", shop);
        branch.MainRouteTable.Route("192.88.99.0/24", hub);
        AssertForwardBlocked("EndpointNotExtendable us-east-1/shop/s3", Ask(it.Network, host, it.Storage, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-7.5")]
    public void R_7_5_The_senders_group_must_let_the_service_out()
    {
        var it = new EndpointNetwork();
        it.Vpc.GatewayEndpoint("s3", it.Storage).RouteTable(it.Table);
        it.Group.Egress(Tcp(443), to: "10.0.0.0/8");

        AssertForwardBlocked("EniSgRulesMismatch us-east-1/shop/host", Ask(it.Network, it.Host, it.Storage, Tcp(443)));
    }

    [Fact]
    public void A_gateway_endpoint_takes_no_udp()
    {
        var it = new EndpointNetwork();
        it.Vpc.GatewayEndpoint("s3", it.Storage).RouteTable(it.Table);

        AssertForwardBlocked("VpceGatewayProtocolRestriction us-east-1/shop/s3", Ask(it.Network, it.Host, it.Storage, Udp(443)));
    }

    [Fact]
    [Trait("Rule", "R-7.8")]
    public void R_7_8_An_interface_endpoint_is_reached_by_its_address_from_a_peered_vpc_too()
    {
        var it = new EndpointNetwork();
        var endpoint = it.Vpc.InterfaceEndpoint("sqs", it.Queue).Subnet(it.Private, "10.0.1.77").SecurityGroup(it.Group);
        AssertReachable(Ask(it.Network, it.Host, endpoint, Tcp(443)));

        var branch = it.Region.Vpc("branch", "10.1.0.0/16");
        var host = branch.Subnet("far", "10.1.0.0/24", "a").Instance("far", Open(branch));
        var peering = it.Network.Peer("pcx", it.Vpc, branch);
        branch.MainRouteTable.Route("10.0.0.0/16", peering);
        it.Table.Route("10.1.0.0/16", peering);
        var trace = Ask(it.Network, host, "10.0.1.77", Tcp(443));
        AssertReachable(trace);
        Assert.Equal("us-east-1/sqs", trace.Forward.Receiver);
    }

    [Fact]
    [Trait("Rule", "R-7.9")]
    public void R_7_9_The_groups_of_the_endpoint_judge_its_clients_and_the_default_group_does_when_none_is_given()
    {
        var it = new EndpointNetwork();
        var endpoint = it.Vpc.InterfaceEndpoint("sqs", it.Queue).Subnet(it.Private);
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/shop/sqs/us-east-1a", Ask(it.Network, it.Host, endpoint, Tcp(443)));

        endpoint.SecurityGroup(it.Vpc.SecurityGroup("https").Ingress(Tcp(443), from: it.Group));
        AssertReachable(Ask(it.Network, it.Host, endpoint, Tcp(443)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/shop/sqs/us-east-1a", Ask(it.Network, it.Host, endpoint, Tcp(80)));
    }

    /// <summary>A provider with a load balancer in zones a and b, and a consumer with the same addresses.</summary>
    sealed class PrivateLinkNetwork
    {
        public PrivateLinkNetwork(bool acceptanceRequired = false)
        {
            var region = Network.Region("us-east-1");
            var partner = Network.Account("partner", "210987654321");
            var provider = region.Vpc("provider", "10.0.0.0/16");
            var dataA = provider.Subnet("data-a", "10.0.0.0/24", "a");
            var dataB = provider.Subnet("data-b", "10.0.1.0/24", "b");
            Server = dataA.Instance("server", Open(provider)).PrivateIp("10.0.0.5");
            Balancer = provider.NetworkLoadBalancer("lb").Internal().Subnet(dataA, privateIp: "10.0.0.100").Subnet(dataB);
            Targets = provider.TargetGroup("servers", ListenerProtocol.Tcp, 8080).Target(Server);
            Balancer.Listener(ListenerProtocol.Tcp, 443, Targets);
            Service = provider.EndpointService("svc", Balancer, acceptanceRequired).Permit(partner);
            Consumer = region.Vpc("consumer", "10.0.0.0/16", partner);
            var home = Consumer.Subnet("home", "10.0.0.0/24", "a");
            var other = Consumer.Subnet("other", "10.0.1.0/24", "b");
            var group = Open(Consumer);
            Client = home.Instance("client", group).PrivateIp("10.0.0.9");
            Endpoint = Consumer.InterfaceEndpoint("to-svc", Service).Subnet(home, "10.0.0.50").Subnet(other, "10.0.1.50").SecurityGroup(group);
        }

        public NetworkBuilder Network { get; } = new("PrivateLink");

        public InstanceBuilder Server { get; }

        public LoadBalancerBuilder Balancer { get; }

        public TargetGroupBuilder Targets { get; }

        public EndpointServiceBuilder Service { get; }

        public VpcBuilder Consumer { get; }

        public InstanceBuilder Client { get; }

        public InterfaceEndpointBuilder Endpoint { get; }
    }

    [Fact]
    [Trait("Rule", "R-6.17")]
    [Trait("Rule", "R-6.19")]
    public void R_6_19_Overlapping_vpcs_are_joined_and_the_server_sees_the_node()
    {
        var it = new PrivateLinkNetwork();

        var trace = Ask(it.Network, it.Client, it.Endpoint, Tcp(443));

        AssertReachable(trace);
        Assert.Equal("us-east-1/provider/server", trace.Forward.Receiver);
        Assert.Equal("tcp 10.0.0.100:1024 -> 10.0.0.5:8080", Last(trace.Forward).ToString());
        Assert.Equal("tcp 10.0.0.50:443 -> 10.0.0.9:49152", Last(trace.Return).ToString());
    }

    [Fact]
    [Trait("Rule", "R-6.18")]
    public void R_6_18_A_zone_without_a_target_fails_although_another_has_one_unless_cross_zone()
    {
        var it = new PrivateLinkNetwork();
        AssertForwardBlocked("Elbv2NoTargetsInAz us-east-1/provider/lb", Ask(it.Network, it.Client, "10.0.1.50", Tcp(443)));

        it.Balancer.CrossZone();
        AssertReachable(Ask(it.Network, it.Client, "10.0.1.50", Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-6.20")]
    public void R_6_20_An_endpoint_carries_nothing_before_it_is_accepted_or_once_it_is_rejected()
    {
        var it = new PrivateLinkNetwork(acceptanceRequired: true);
        AssertForwardBlocked("EndpointNotAccepted us-east-1/consumer/to-svc", Ask(it.Network, it.Client, it.Endpoint, Tcp(443)));

        it.Service.Accept(it.Endpoint);
        AssertReachable(Ask(it.Network, it.Client, it.Endpoint, Tcp(443)));

        it.Service.Reject(it.Endpoint);
        AssertForwardBlocked("EndpointNotAccepted us-east-1/consumer/to-svc", Ask(it.Network, it.Client, it.Endpoint, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-6.13")]
    public void R_6_13_The_balancers_groups_judge_the_consumers_private_address()
    {
        var it = new PrivateLinkNetwork();
        it.Balancer.SecurityGroup(it.Balancer.Vpc.SecurityGroup("lb").Ingress(Tcp(443), from: "10.0.0.50/32"));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/provider/lb/us-east-1a", Ask(it.Network, it.Client, it.Endpoint, Tcp(443)));

        it.Balancer.SecurityGroup(it.Balancer.Vpc.SecurityGroup("lb2").Ingress(Tcp(443), from: "10.0.0.9/32"));
        AssertReachable(Ask(it.Network, it.Client, it.Endpoint, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-6.21")]
    public void R_6_21_An_interface_endpoint_takes_tcp_only()
    {
        var it = new PrivateLinkNetwork();

        AssertForwardBlocked("ProtocolRestriction us-east-1/consumer/to-svc", Ask(it.Network, it.Client, it.Endpoint, Udp(443)));
    }
}
