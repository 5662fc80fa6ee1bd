using NetDsl.Addressing;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <content>I section 4: accelerators of both families.</content>
public abstract partial class SemanticsVectors
{
    const string EdgeIpv6 = "3fff:c00::1";

    /// <summary>A dual-stack accelerator before an instance of both families, whose subnet has no route to the internet.</summary>
    sealed class DualAccelerated
    {
        public DualAccelerated()
        {
            Region = Network.Region("us-east-1");
            Vpc = Region.Vpc("shop", "10.0.0.0/16").Ipv6Cidr("2001:db8:0:100::/56");
            Gateway = Vpc.InternetGateway("igw");
            Group = Open(Vpc).Ingress(AllTraffic, from: AnyIpv6);
            Private = Vpc.Subnet("private", "10.0.1.0/24", "a").Ipv6Cidr("2001:db8:0:101::/64");
            Web = Private.Instance("web", Group).PrivateIp("10.0.1.5").Ipv6Address("2001:db8:0:101::5");
            Accelerator = Network.Accelerator("edge").IpAddressType(IpAddressType.Dualstack);
            Listener = Accelerator.Listener(Tcp(443));
        }

        public NetworkBuilder Network { get; } = new("DualAccelerated");

        public RegionBuilder Region { get; }

        public VpcBuilder Vpc { get; }

        public InternetGatewayBuilder Gateway { get; }

        public SecurityGroupBuilder Group { get; }

        public SubnetBuilder Private { get; }

        public InstanceBuilder Web { get; }

        public AcceleratorBuilder Accelerator { get; }

        public AcceleratorListenerBuilder Listener { get; }
    }

    [Fact]
    [Trait("Rule", "I-4.2")]
    [Trait("Rule", "I-4.7")]
    public void I_4_7_A_dualstack_accelerator_speaks_to_its_endpoints_in_the_family_of_the_client()
    {
        var it = new DualAccelerated();
        it.Listener.EndpointGroup(it.Region).Endpoint(it.Web);
        Assert.Equal([EdgeIpv6, "3fff:c00::2"], Built(it.Network).Accelerators[0].Ipv6Addresses.Select(address => address.ToString()));

        foreach (var address in Built(it.Network).Accelerators[0].AllAddresses)
        {
            var trace = Ask(Built(it.Network), Internet, Endpoint.Of(address), Tcp(443));
            AssertReachable(trace);
            var last = Last(trace.Forward);
            Assert.Equal(
                ("us-east-1/shop/web", address.IsIpv6 ? "2001:db8:0:101::5" : "10.0.1.5", address.IsIpv6 ? "3fff::7" : "198.51.100.7"),
                (trace.Forward.Receiver, last.Destination.ToString(), last.Source.ToString()));
            Assert.Equal(address, Last(trace.Return).Source);
        }

        AssertForwardBlocked("GaNoListener edge", Ask(Built(it.Network), Internet, Endpoint.Of(IpAddress.Parse(EdgeIpv6)), Udp(443)));
    }

    [Fact]
    [Trait("Rule", "I-4.7")]
    public void I_4_7_An_internal_dualstack_load_balancer_is_reached_in_IPv6_beside_its_nodes()
    {
        var it = new DualAccelerated();
        var balancer = it.Vpc.NetworkLoadBalancer("front").Internal().IpAddressType(IpAddressType.Dualstack).SecurityGroup(it.Group)
            .Subnet(it.Vpc.Subnet("nodes", "10.0.2.0/24", "a").Ipv6Cidr(), privateIp: "10.0.2.9");
        balancer.Listener(ListenerProtocol.Tcp, 443, it.Vpc.TargetGroup("web", ListenerProtocol.Tcp, 8443).IpAddressType(IpAddressType.Ipv6).Target(it.Web));
        it.Listener.EndpointGroup(it.Region).Endpoint(balancer);

        var trace = Ask(Built(it.Network), Internet, Endpoint.Of(IpAddress.Parse(EdgeIpv6)), Tcp(443));

        AssertReachable(trace);
        Assert.Equal("us-east-1/shop/web", trace.Forward.Receiver);
    }

    [Fact]
    [Trait("Rule", "I-4.8")]
    public void I_4_8_Groups_and_ACLs_judge_clients_of_IPv6()
    {
        var it = new DualAccelerated();
        it.Listener.EndpointGroup(it.Region).Endpoint(it.Private.Instance("shy", it.Vpc.SecurityGroup("four").Ingress(AllTraffic, from: AnyIpv4)).Ipv6Address());

        AssertForwardBlocked("EniSgRulesMismatch us-east-1/shop/shy", Ask(Built(it.Network), Internet, Endpoint.Of(IpAddress.Parse(EdgeIpv6)), Tcp(443)));
        AssertReachable(Ask(Built(it.Network), Internet, Endpoint.Of(it.Accelerator.Id), Tcp(443)));

        var other = new DualAccelerated();
        other.Listener.EndpointGroup(other.Region).Endpoint(other.Web);
        other.Private.Associate(other.Vpc.NetworkAcl("four").AllowInbound(100, AllTraffic, from: AnyIpv4).AllowOutbound(100, AllTraffic, to: AnyIpv4));
        AssertForwardBlocked("SubnetAclRestriction us-east-1/shop/four", Ask(Built(other.Network), Internet, Endpoint.Of(IpAddress.Parse(EdgeIpv6)), Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "I-4.4")]
    public void I_4_4_A_host_of_a_VPC_is_near_its_region_in_IPv6_too()
    {
        var it = new DualAccelerated();
        var far = it.Network.Region("eu-west-1");
        var vpc = far.Vpc("far", "10.1.0.0/16").Ipv6Cidr("2001:db8:0:200::/56");
        vpc.InternetGateway("igw");
        var group = Open(vpc).Ingress(AllTraffic, from: AnyIpv6);
        var served = vpc.Subnet("served", "10.1.1.0/24", "a").Ipv6Cidr().Instance("web", group).Ipv6Address();
        var asking = vpc.Ipv6OnlySubnet("asking", "a");
        asking.RouteTable("asking").Route(AnyIpv6, vpc.EgressOnlyInternetGateway("eigw"));
        var client = asking.Instance("client", group);
        it.Listener.EndpointGroup(it.Region).Endpoint(it.Web);
        it.Listener.EndpointGroup(far).Endpoint(served);

        var trace = Ask(it.Network, client, it.Accelerator, Tcp(443));

        AssertReachable(trace);
        Assert.Equal("eu-west-1/far/web", trace.Forward.Receiver);
        Assert.Equal("us-east-1/shop/web", Ask(Built(it.Network), Internet, Endpoint.Of(IpAddress.Parse(EdgeIpv6)), Tcp(443)).Forward.Receiver);
    }
}
