using NetDsl.Addressing;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <content>R-7.6: gateway endpoints in both families, and the names of their services.</content>
public abstract partial class SemanticsVectors
{
    const string DualStackStorage = "s3.dualstack.us-east-1.amazonaws.com";

    /// <summary>A VPC of both families with S3 of both, a host that has both, and one that has IPv6 only.</summary>
    sealed class DualStorage
    {
        public DualStorage()
        {
            Region = Network.Region("us-east-1");
            Storage = Region.Service("s3").Ipv6Cidr("2001:db8:0:500::/64");
            Vpc = Region.Vpc("shop", "10.0.0.0/16").Ipv6Cidr("2001:db8:0:100::/56");
            var group = Open(Vpc).Ingress(AllTraffic, from: AnyIpv6);
            Both = Vpc.Subnet("both", "10.0.1.0/24", "a").Ipv6Cidr("2001:db8:0:101::/64");
            Table = Both.RouteTable("both");
            Host = Both.Instance("host", group).PrivateIp("10.0.1.5").Ipv6Address("2001:db8:0:101::5");
            Six = Vpc.Ipv6OnlySubnet("six", "a", "2001:db8:0:102::/64");
            SixTable = Six.RouteTable("six");
            SixHost = Six.Instance("six", group).Ipv6Address("2001:db8:0:102::5");
        }

        public NetworkBuilder Network { get; } = new("DualStorage");

        public RegionBuilder Region { get; }

        public ServiceBuilder Storage { get; }

        public VpcBuilder Vpc { get; }

        public SubnetBuilder Both { get; }

        public RouteTableBuilder Table { get; }

        public InstanceBuilder Host { get; }

        public SubnetBuilder Six { get; }

        public RouteTableBuilder SixTable { get; }

        public InstanceBuilder SixHost { get; }
    }

    [Theory]
    [InlineData(IpAddressType.Ipv4, true, false)]
    [InlineData(IpAddressType.Dualstack, true, true)]
    [Trait("Rule", "R-7.6")]
    public void R_7_6_A_gateway_endpoint_leads_the_prefix_lists_of_its_families_to_the_service(IpAddressType type, bool leadsIpv4, bool leadsIpv6)
    {
        var it = new DualStorage();
        it.Vpc.GatewayEndpoint("s3", it.Storage).IpAddressType(type).RouteTable(it.Table);

        foreach (var (address, source, leads) in new[] { ("192.88.99.1", "10.0.1.5", leadsIpv4), ("2001:db8:0:500::1", "2001:db8:0:101::5", leadsIpv6) })
        {
            var trace = Ask(it.Network, it.Host, address, Tcp(443));
            if (leads)
            {
                AssertReachable(trace);
                Assert.Equal(("us-east-1/s3", source), (trace.Forward.Receiver, Last(trace.Forward).Source.ToString()));
            }
            else
            {
                AssertForwardBlocked("NoRouteToDestination us-east-1/shop/both", trace);
            }
        }
    }

    [Fact]
    [Trait("Rule", "R-7.6")]
    public void R_7_6_An_endpoint_of_IPv6_serves_subnets_that_have_no_other()
    {
        var it = new DualStorage();
        it.Vpc.GatewayEndpoint("s3", it.Storage).IpAddressType(IpAddressType.Ipv6).RouteTable(it.SixTable);

        AssertReachable(Ask(it.Network, it.SixHost, it.Storage, Tcp(443)));
        AssertReachable(Ask(it.Network, it.SixHost, it.Storage, Icmpv6));
        AssertForwardBlocked("VpceGatewayProtocolRestriction us-east-1/shop/s3", Ask(it.Network, it.SixHost, it.Storage, Udp(443)));
        AssertForwardBlocked("NoRouteToDestination us-east-1/shop/both", Ask(it.Network, it.Host, it.Storage, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-7.3")]
    [Trait("Rule", "R-7.6")]
    public void R_7_6_Without_an_endpoint_of_the_family_IPv6_takes_the_way_of_the_internet()
    {
        var it = new DualStorage();
        it.SixTable.Route(AnyIpv6, it.Vpc.EgressOnlyInternetGateway("eigw"));
        var around = Ask(it.Network, it.SixHost, it.Storage, Tcp(443));
        AssertReachable(around);
        Assert.Contains(around.Forward.Hops, hop => hop.Kind == "egress-only-internet-gateway");

        // The longer prefix list beats the default route.
        it.Vpc.GatewayEndpoint("s3", it.Storage).IpAddressType(IpAddressType.Ipv6).RouteTable(it.SixTable);
        Assert.Contains(Ask(it.Network, it.SixHost, it.Storage, Tcp(443)).Forward.Hops, hop => hop.Kind == "vpc-endpoint");

        it.SixTable.Route("2001:db8:0:500::/64", it.Vpc.InternetGateway("igw"));
        Assert.DoesNotContain(Ask(it.Network, it.SixHost, it.Storage, Tcp(443)).Forward.Hops, hop => hop.Kind == "vpc-endpoint");
    }

    [Fact]
    [Trait("Rule", "R-7.4")]
    [Trait("Rule", "R-7.6")]
    public void R_7_6_IPv6_of_a_gateway_endpoint_is_for_its_own_vpc_too()
    {
        var it = new DualStorage();
        it.Vpc.GatewayEndpoint("s3", it.Storage).IpAddressType(IpAddressType.Dualstack).RouteTable(it.Table);
        var branch = it.Region.Vpc("branch", "10.1.0.0/16").Ipv6Cidr("2001:db8:0:200::/56");
        var far = branch.Subnet("far", "10.1.0.0/24", "a").Ipv6Cidr();
        var host = far.Instance("far", Open(branch)).Ipv6Address();
        var hub = it.Region.TransitGateway("hub", defaultRouteTable: false);
        var shop = hub.Attach("shop", it.Both).Ipv6Support();
        hub.RouteTable("all").Associate(hub.Attach("branch", far).Ipv6Support()).Route("2001:db8:0:500::/64", shop);
        branch.MainRouteTable.Route("2001:db8:0:500::/64", hub);

        AssertForwardBlocked("EndpointNotExtendable us-east-1/shop/s3", Ask(it.Network, host, "2001:db8:0:500::1", Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-7.13")]
    [Trait("Rule", "R-7.6")]
    public void R_7_6_The_policy_judges_requests_of_either_family()
    {
        var it = new DualStorage();
        it.Vpc.GatewayEndpoint("s3", it.Storage).IpAddressType(IpAddressType.Dualstack).RouteTable(it.Table).Policy().Allow("Read", "s3:Get*");

        Assert.Equal(Verdict.Reachable, Request("s3:GetObject"));
        Assert.Equal(Verdict.Blocked, Request("s3:PutObject"));

        Verdict Request(string action) => Ask(
            Built(it.Network), Endpoint.Of(it.Host.Id), Endpoint.Of(IpAddress.Parse("2001:db8:0:500::1")), Tcp(443), request: new ServiceRequest(action, "arn:aws:s3:::b/o")).Verdict;
    }

    [Theory]
    [InlineData(DnsRecordIpType.ServiceDefined, "192.88.99.1", "192.88.99.1, 2001:db8:0:500::1")]
    [InlineData(DnsRecordIpType.Ipv4, "192.88.99.1", "192.88.99.1")]
    [InlineData(DnsRecordIpType.Ipv6, "2001:db8:0:500::1", "2001:db8:0:500::1")]
    [InlineData(DnsRecordIpType.Dualstack, "192.88.99.1, 2001:db8:0:500::1", "192.88.99.1, 2001:db8:0:500::1")]
    [Trait("Rule", "R-7.6")]
    public void R_7_6_The_names_of_the_service_have_the_records_that_its_endpoint_says(DnsRecordIpType type, string regional, string dualStack)
    {
        var it = new DualStorage();
        it.Vpc.DnsHostnames().GatewayEndpoint("s3", it.Storage).IpAddressType(IpAddressType.Dualstack).DnsRecordIpType(type).RouteTable(it.Table);

        Assert.Equal((regional, dualStack), (AskName(it.Network, it.Host, Storage), AskName(it.Network, it.Host, DualStackStorage)));
        Assert.Equal((regional, dualStack), (AskName(it.Network, it.Host, "logs." + Storage), AskName(it.Network, it.Host, "logs." + DualStackStorage)));
        Assert.Equal(("192.88.99.1", "192.88.99.1, 2001:db8:0:500::1"), (AskName(it.Network, null, Storage), AskName(it.Network, null, DualStackStorage)));
    }

    [Fact]
    [Trait("Rule", "R-7.6")]
    public void R_7_6_Without_a_resolver_nobody_tells_the_addresses_of_the_service()
    {
        var it = new DualStorage();
        it.Vpc.DnsSupport(false).GatewayEndpoint("s3", it.Storage).IpAddressType(IpAddressType.Dualstack).RouteTable(it.Table);

        Assert.Equal("no resolver", AskName(it.Network, it.Host, DualStackStorage));
    }

    [Fact]
    [Trait("Rule", "R-7.6")]
    [Trait("Rule", "R-7.10")]
    public void R_7_10_Private_DNS_of_an_interface_endpoint_has_the_dual_stack_name_too()
    {
        var it = new DualStorage();
        it.Storage.SupportedIpAddressTypes(IpAddressType.Dualstack);
        it.Vpc.DnsHostnames().GatewayEndpoint("s3", it.Storage).IpAddressType(IpAddressType.Dualstack).DnsRecordIpType(DnsRecordIpType.Dualstack).RouteTable(it.Table);
        it.Vpc.InterfaceEndpoint("s3-interface", it.Storage).IpAddressType(IpAddressType.Dualstack).DnsRecordIpType(DnsRecordIpType.ServiceDefined).Subnet(it.Both, "10.0.1.9", "2001:db8:0:101::9");

        Assert.Equal("10.0.1.9", AskName(it.Network, it.Host, Storage));
        Assert.Equal("10.0.1.9, 2001:db8:0:101::9", AskName(it.Network, it.Host, DualStackStorage));
    }
}
