using NetDsl.Model;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <content>I section 4: custom routing accelerators.</content>
public abstract partial class SemanticsVectors
{
    /// <summary>
    /// Two small subnets without a route to the internet behind ports 5000 to 5099, three ports an address: 53 for UDP, 80 and 81 for TCP. Of the first subnet 5000 to
    /// 5002 lead to 10.0.1.4, 5003 to 5005 to <c>web</c>, and so on up to 5032; the second subnet begins at 5033.
    /// </summary>
    sealed class CustomRoutedNetwork
    {
        public CustomRoutedNetwork()
        {
            Region = Network.Region("us-east-1");
            Vpc = Region.Vpc("shop", "10.0.0.0/16");
            Gateway = Vpc.InternetGateway("igw");
            Group = Open(Vpc);
            First = Vpc.Subnet("first", "10.0.1.0/28", "a");
            Second = Vpc.Subnet("second", "10.0.2.0/28", "a");
            Web = First.Instance("web", Group).PrivateIp("10.0.1.5");
            Idle = First.Instance("idle", Group).PrivateIp("10.0.1.6");
            Other = Second.Instance("other", Group).PrivateIp("10.0.2.5");
            Accelerator = Network.CustomRoutingAccelerator("edge");
            Listener = Accelerator.Listener(5000, 5099);
            Endpoints = Listener.EndpointGroup(Region, 80, 81, CustomRoutingProtocols.Tcp).DestinationPorts(53, 53, CustomRoutingProtocols.Udp);
        }

        public NetworkBuilder Network { get; } = new("Routed");

        public RegionBuilder Region { get; }

        public VpcBuilder Vpc { get; }

        public InternetGatewayBuilder Gateway { get; }

        public SecurityGroupBuilder Group { get; }

        public SubnetBuilder First { get; }

        public SubnetBuilder Second { get; }

        public InstanceBuilder Web { get; }

        public InstanceBuilder Idle { get; }

        public InstanceBuilder Other { get; }

        public CustomRoutingAcceleratorBuilder Accelerator { get; }

        public CustomRoutingListenerBuilder Listener { get; }

        public CustomRoutingEndpointGroupBuilder Endpoints { get; }
    }

    /// <summary>A packet of the internet to the accelerator.</summary>
    Trace AskRouted(CustomRoutedNetwork it, TrafficSelector traffic) => Ask(Built(it.Network), Internet, Endpoint.Of(it.Accelerator.Id), traffic);

    void AssertLeads(CustomRoutedNetwork it, TrafficSelector traffic, string to)
    {
        var trace = AskRouted(it, traffic);
        AssertReachable(trace);
        Assert.Equal(to, $"{Last(trace.Forward).Destination}:{Last(trace.Forward).DestinationPort}");
    }

    [Fact]
    [Trait("Rule", "I-4 custom routing")]
    public void I_4_A_port_of_a_custom_routing_accelerator_leads_to_one_port_of_one_host()
    {
        var it = new CustomRoutedNetwork();
        it.Endpoints.Subnet(it.First).AllowTraffic(it.Web);

        foreach (var address in Built(it.Network).Accelerators[0].Addresses)
        {
            var trace = Ask(Built(it.Network), Internet, Endpoint.Of(address), Tcp(5004));
            AssertReachable(trace);
            var last = Last(trace.Forward);
            Assert.Equal(
                ("us-east-1/shop/web", "10.0.1.5", 80, "198.51.100.7"),
                (trace.Forward.Receiver, last.Destination.ToString(), last.DestinationPort, last.Source.ToString()));

            // The reply comes back by the accelerator, and nobody asks a route: the subnet has none.
            var reply = Last(trace.Return);
            Assert.Equal(((Addressing.IpAddress)address, (ushort)5004, "198.51.100.7"), (reply.Source, reply.SourcePort, reply.Destination.ToString()));
        }

        AssertLeads(it, Tcp(5005), "10.0.1.5:81");
        AssertLeads(it, Udp(5003), "10.0.1.5:53");
    }

    [Fact]
    [Trait("Rule", "I-4 custom routing")]
    public void I_4_Custom_routing_sends_nothing_that_is_not_allowed()
    {
        var it = new CustomRoutedNetwork();
        it.Endpoints.Subnet(it.First).AllowTraffic(it.Web, 80, 80);
        it.Endpoints.Subnet(it.Second);

        AssertLeads(it, Tcp(5004), "10.0.1.5:80");

        // Another port of the host, another host, and a host of another subnet.
        foreach (var port in new[] { 5005, 5007, 5037 })
        {
            AssertForwardBlocked("GaNoEndpoint edge", AskRouted(it, Tcp(port)));
        }

        // A port that leads to no subnet.
        AssertForwardBlocked("GaNoEndpoint edge", AskRouted(it, Tcp(5099)));
    }

    [Fact]
    [Trait("Rule", "I-4 custom routing")]
    public void I_4_Custom_routing_speaks_the_protocols_of_the_destination()
    {
        var it = new CustomRoutedNetwork();
        it.Endpoints.DestinationPorts(443, 443).Subnet(it.First).AllowAllTraffic();

        // Four ports an address: 53, 80, 81 and 443 of 10.0.1.5 are 5004 to 5007.
        AssertLeads(it, Udp(5004), "10.0.1.5:53");
        AssertForwardBlocked("GaNoEndpoint edge", AskRouted(it, Tcp(5004)));
        AssertLeads(it, Tcp(5005), "10.0.1.5:80");
        AssertForwardBlocked("GaNoEndpoint edge", AskRouted(it, Udp(5005)));
        AssertLeads(it, Tcp(5007), "10.0.1.5:443");
        AssertLeads(it, Udp(5007), "10.0.1.5:443");
    }

    [Fact]
    [Trait("Rule", "I-4 custom routing")]
    public void I_4_Custom_routing_takes_TCP_and_UDP_to_the_ports_of_its_listeners()
    {
        var it = new CustomRoutedNetwork();
        it.Endpoints.Subnet(it.First).AllowAllTraffic();

        AssertForwardBlocked("GaNoListener edge", AskRouted(it, Tcp(4999)));
        AssertForwardBlocked("GaNoListener edge", AskRouted(it, Udp(5100)));
        AssertForwardBlocked("GaNoListener edge", AskRouted(it, Icmp));
        it.Accelerator.Disable();
        AssertForwardBlocked("GaDisabled edge", AskRouted(it, Tcp(5004)));
    }

    [Fact]
    [Trait("Rule", "I-4 custom routing")]
    public void I_4_Ports_are_given_to_groups_and_subnets_as_declared_and_to_addresses_and_their_ports_rising()
    {
        var it = new CustomRoutedNetwork();
        var ireland = it.Network.Region("eu-west-1");
        var vpc = ireland.Vpc("far", "10.1.0.0/16");
        vpc.InternetGateway("igw");
        var far = vpc.Subnet("far", "10.1.0.0/28", "a");
        far.Instance("far", Open(vpc)).PrivateIp("10.1.0.14");
        it.Listener.Ports(7000, 7199).EndpointGroup(ireland, 9000, 9000).Subnet(far).AllowAllTraffic();
        it.Endpoints.Subnet(it.Second).AllowAllTraffic();
        it.Endpoints.Subnet(it.First).AllowAllTraffic();

        // The second subnet was declared first, 33 ports; then the first, 33 more; then the eleven addresses of the other group, up to 5076.
        AssertLeads(it, Tcp(5004), "10.0.2.5:80");
        AssertLeads(it, Tcp(5037), "10.0.1.5:80");
        AssertLeads(it, Tcp(5076), "10.1.0.14:9000");

        // With seven more ports an address the first range ends in the first subnet, and the next goes on.
        it.Endpoints.DestinationPorts(100, 106, CustomRoutingProtocols.Tcp);
        AssertLeads(it, Tcp(5011), "10.0.2.5:80");
        AssertForwardBlocked("GaNoEndpoint edge", AskRouted(it, Tcp(5076)));
        AssertLeads(it, Tcp(7000 + (110 + 11) - 100), "10.0.1.5:80");
    }

    [Fact]
    [Trait("Rule", "I-4 custom routing")]
    public void I_4_Custom_routing_leads_to_instances_alone()
    {
        var it = new CustomRoutedNetwork();
        it.Second.NatGateway("nat").PrivateIp("10.0.2.6");
        it.Endpoints.Subnet(it.First).AllowTraffic("10.0.1.4");
        it.Endpoints.Subnet(it.Second).AllowAllTraffic();

        AssertForwardBlocked("GaNoEndpoint edge", AskRouted(it, Tcp(5001)));
        AssertForwardBlocked("GaNoEndpoint edge", AskRouted(it, Tcp(5040)));
        AssertLeads(it, Tcp(5037), "10.0.2.5:80");
        it.First.Instance("late", it.Group).PrivateIp("10.0.1.4");
        AssertLeads(it, Tcp(5001), "10.0.1.4:80");
    }

    [Fact]
    [Trait("Rule", "I-4.8")]
    [Trait("Rule", "I-4 custom routing")]
    public void I_4_Groups_ACLs_and_blocks_judge_clients_of_custom_routing()
    {
        var grouped = new CustomRoutedNetwork();
        grouped.First.Instance("shy", grouped.Vpc.SecurityGroup("inner").Ingress(AllTraffic, from: "10.0.0.0/8")).PrivateIp("10.0.1.7");
        grouped.Endpoints.Subnet(grouped.First).AllowAllTraffic();
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/shop/shy", AskRouted(grouped, Tcp(5010)));

        var listed = new CustomRoutedNetwork();
        listed.Endpoints.Subnet(listed.First).AllowAllTraffic();
        listed.First.Associate(listed.Vpc.NetworkAcl("inner").AllowInbound(100, AllTraffic, from: "10.0.0.0/8").AllowOutbound(100, AllTraffic, to: AnyIpv4));
        AssertForwardBlocked("SubnetAclRestriction us-east-1/shop/inner", AskRouted(listed, Tcp(5004)));

        var blocked = new CustomRoutedNetwork();
        blocked.Endpoints.Subnet(blocked.First).AllowAllTraffic();
        blocked.Region.BlockPublicAccess(BlockPublicAccessMode.Bidirectional);
        AssertForwardBlocked("BpaBlocked us-east-1/igw", AskRouted(blocked, Tcp(5004)));
    }
}
