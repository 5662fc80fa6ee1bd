using NetDsl.Model;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <content>I section 4: accelerators.</content>
public abstract partial class SemanticsVectors
{
    /// <summary>
    /// Virginia, Ireland and Tokyo, each with a VPC, an instance in a subnet without a route to the internet, and an internet gateway; a client beside
    /// each of the first two, and an accelerator.
    /// </summary>
    sealed class AcceleratedNetwork
    {
        public AcceleratedNetwork()
        {
            (Virginia, Ireland, Tokyo) = (Network.Region("us-east-1"), Network.Region("eu-west-1"), Network.Region("ap-northeast-1"));
            (America, Europe, Japan) = (Place(Virginia, "us", "10.0"), Place(Ireland, "eu", "10.1"), Place(Tokyo, "jp", "10.2"));
            (NewYork, Dublin) = (Network.InternetClient("new-york", Virginia, "8.8.4.4"), Network.InternetClient("dublin", Ireland, "8.8.8.8"));
            Accelerator = Network.Accelerator("edge");
        }

        public NetworkBuilder Network { get; } = new("Accelerated");

        public RegionBuilder Virginia { get; }

        public RegionBuilder Ireland { get; }

        public RegionBuilder Tokyo { get; }

        public AcceleratedPlace America { get; }

        public AcceleratedPlace Europe { get; }

        public AcceleratedPlace Japan { get; }

        public InstanceBuilder Us => America.Web;

        public InstanceBuilder Eu => Europe.Web;

        public InstanceBuilder Jp => Japan.Web;

        public InternetClientBuilder NewYork { get; }

        public InternetClientBuilder Dublin { get; }

        public AcceleratorBuilder Accelerator { get; }

        /// <summary>A listener on TCP 443 with an instance in each region.</summary>
        public AcceleratedNetwork Everywhere(int us = 100, int eu = 100, int jp = 100, ClientAffinity affinity = ClientAffinity.None)
        {
            var listener = Accelerator.Listener(Tcp(443), affinity);
            listener.EndpointGroup(Tokyo, jp).Endpoint(Jp);
            listener.EndpointGroup(Ireland, eu).Endpoint(Eu);
            listener.EndpointGroup(Virginia, us).Endpoint(Us);
            return this;
        }

        /// <summary>A VPC of the first two numbers, with an internet gateway and an instance that lets everything in.</summary>
        public static AcceleratedPlace Place(RegionBuilder region, string name, string numbers)
        {
            var vpc = region.Vpc(name, $"{numbers}.0.0/16");
            var group = Open(vpc);
            return new AcceleratedPlace(vpc, vpc.InternetGateway("igw"), group, vpc.Subnet("private", $"{numbers}.0.0/24", "a").Instance("web", group));
        }
    }

    sealed record AcceleratedPlace(VpcBuilder Vpc, InternetGatewayBuilder Gateway, SecurityGroupBuilder Group, InstanceBuilder Web)
    {
        /// <summary>Another subnet of zone a.</summary>
        public SubnetBuilder Subnet(string name, string prefix) => Vpc.Subnet(name, prefix, "a");

        /// <summary>Another subnet of zone a, with a route to the internet.</summary>
        public SubnetBuilder Edge(string prefix)
        {
            var edge = Subnet("edge", prefix);
            edge.RouteTable("edge").Route(AnyIpv4, Gateway);
            return edge;
        }
    }

    [Fact]
    [Trait("Rule", "I-4.4")]
    public void I_4_4_The_nearest_group_takes_what_a_client_sends()
    {
        var it = new AcceleratedNetwork().Everywhere();

        var near = Ask(it.Network, it.NewYork, it.Accelerator, Tcp(443));
        AssertReachable(near);
        Assert.Equal("us-east-1/us/web", near.Forward.Receiver);
        Assert.Equal(["internet-client new-york", "accelerator edge", "network-acl us-east-1/us/default", "network-interface us-east-1/us/web"], near.Forward.Hops.Select(hop => $"{hop.Kind} {hop.Element}"));
        Assert.Equal("eu-west-1/eu/web", Ask(it.Network, it.Dublin, it.Accelerator, Tcp(443)).Forward.Receiver);

        // Of a host in no place nobody knows what is near: the region that was declared first.
        Assert.Equal("us-east-1/us/web", AskFromInternet(it.Network, it.Accelerator, Tcp(443)).Forward.Receiver);
    }

    [Fact]
    [Trait("Rule", "I-4.4")]
    public void I_4_4_Groups_further_away_follow_by_distance()
    {
        var it = new AcceleratedNetwork();
        var listener = it.Accelerator.Listener(Tcp(443));
        listener.EndpointGroup(it.Tokyo).Endpoint(it.Jp);
        listener.EndpointGroup(it.Ireland).Endpoint(it.Eu);
        var chicago = it.Network.InternetClient("chicago", it.Virginia);
        var osaka = it.Network.InternetClient("osaka", it.Network.Region("ap-northeast-3"));

        Assert.Equal("eu-west-1/eu/web", Ask(it.Network, chicago, it.Accelerator, Tcp(443)).Forward.Receiver);
        Assert.Equal("ap-northeast-1/jp/web", Ask(it.Network, osaka, it.Accelerator, Tcp(443)).Forward.Receiver);
    }

    [Fact]
    [Trait("Rule", "I-4.4")]
    public void I_4_4_Two_groups_at_half_serve_each_coast_half_near_and_half_far()
    {
        var it = new AcceleratedNetwork();
        var listener = it.Accelerator.Listener(Tcp(443));
        listener.EndpointGroup(it.Virginia, dial: 50).Endpoint(it.Us);
        listener.EndpointGroup(it.Ireland, dial: 50).Endpoint(it.Eu);
        var topology = Built(it.Network);

        Assert.InRange(Share(topology, it.NewYork, "us-east-1/us/web"), 40, 80);
        Assert.InRange(Share(topology, it.Dublin, "us-east-1/us/web"), 20, 60);
    }

    [Fact]
    [Trait("Rule", "I-4.4")]
    public void I_4_4_A_group_that_is_dialed_down_sends_its_clients_on()
    {
        var it = new AcceleratedNetwork().Everywhere(us: 0);

        Assert.Equal("eu-west-1/eu/web", Ask(it.Network, it.NewYork, it.Accelerator, Tcp(443)).Forward.Receiver);
    }

    [Fact]
    [Trait("Rule", "I-4.4")]
    public void I_4_4_Dials_of_nothing_leave_the_nearest_group()
    {
        var it = new AcceleratedNetwork().Everywhere(0, 0, 0);

        Assert.Equal("eu-west-1/eu/web", Ask(it.Network, it.Dublin, it.Accelerator, Tcp(443)).Forward.Receiver);
    }

    [Fact]
    [Trait("Rule", "I-4.2")]
    public void I_4_2_What_no_listener_takes_is_dropped()
    {
        var it = new AcceleratedNetwork().Everywhere();

        AssertForwardBlocked("GaNoListener edge", Ask(it.Network, it.NewYork, it.Accelerator, Tcp(80)));
        AssertForwardBlocked("GaNoListener edge", Ask(it.Network, it.NewYork, it.Accelerator, Udp(443)));
    }

    [Fact]
    [Trait("Rule", "I-4.2")]
    public void I_4_2_A_listener_without_endpoints_and_a_disabled_accelerator_drop()
    {
        var it = new AcceleratedNetwork();
        it.Accelerator.Listener(TcpRange(80, 90)).EndpointGroup(it.Virginia);

        AssertForwardBlocked("GaNoEndpoint edge", Ask(it.Network, it.NewYork, it.Accelerator, Tcp(85)));
        it.Accelerator.Disable();
        AssertForwardBlocked("GaDisabled edge", Ask(it.Network, it.NewYork, it.Accelerator, Tcp(85)));
    }

    [Fact]
    [Trait("Rule", "I-4.2")]
    public void I_4_2_Both_static_addresses_lead_to_one_accelerator()
    {
        var it = new AcceleratedNetwork().Everywhere();
        var addresses = Built(it.Network).Accelerators[0].Addresses;

        Assert.Equal(2, addresses.Count);
        Assert.All(addresses, address => AssertReachable(Ask(it.Network, it.NewYork, address.ToString(), Tcp(443))));
    }

    [Fact]
    [Trait("Rule", "I-4.5")]
    public void I_4_5_Weights_share_flows_out()
    {
        var it = new AcceleratedNetwork();
        var second = it.America.Subnet("more", "10.0.1.0/24").Instance("second", it.America.Group);
        it.Accelerator.Listener(Tcp(443)).EndpointGroup(it.Virginia).Endpoint(it.Us, weight: 255).Endpoint(second, weight: 64);
        var topology = Built(it.Network);

        Assert.InRange(Share(topology, it.NewYork, "us-east-1/us/web"), 70, 90);
    }

    [Fact]
    [Trait("Rule", "I-4.5")]
    public void I_4_5_An_endpoint_without_weight_or_health_gets_nothing()
    {
        var it = new AcceleratedNetwork();
        var more = it.America.Subnet("more", "10.0.1.0/24");
        var (idle, ill) = (more.Instance("idle"), more.Instance("ill"));
        it.Accelerator.Listener(Tcp(443)).EndpointGroup(it.Virginia).Endpoint(idle, weight: 0).Endpoint(ill, healthy: false).Endpoint(it.Us, weight: 1);

        Assert.Equal(100, Share(Built(it.Network), it.NewYork, "us-east-1/us/web"));
    }

    [Fact]
    [Trait("Rule", "I-4.5")]
    public void I_4_5_Affinity_keeps_a_client_with_one_endpoint()
    {
        var it = new AcceleratedNetwork();
        var second = it.America.Subnet("more", "10.0.1.0/24").Instance("second", it.America.Group);
        var listener = it.Accelerator.Listener(Tcp(443), ClientAffinity.SourceIp);
        listener.EndpointGroup(it.Virginia, dial: 50).Endpoint(it.Us).Endpoint(second);
        listener.EndpointGroup(it.Ireland, dial: 50).Endpoint(it.Eu);
        var topology = Built(it.Network);

        Assert.Contains(100, new[] { "us-east-1/us/web", "us-east-1/us/second", "eu-west-1/eu/web" }.Select(receiver => Share(topology, it.NewYork, receiver)));
    }

    [Fact]
    [Trait("Rule", "I-4.6")]
    public void I_4_6_Failover_ignores_dials()
    {
        var it = new AcceleratedNetwork();
        var listener = it.Accelerator.Listener(Tcp(443));
        listener.EndpointGroup(it.Virginia).Endpoint(it.Us, healthy: false);
        listener.EndpointGroup(it.Ireland, dial: 0).Endpoint(it.Eu);

        Assert.Equal("eu-west-1/eu/web", Ask(it.Network, it.NewYork, it.Accelerator, Tcp(443)).Forward.Receiver);
    }

    [Fact]
    [Trait("Rule", "I-4.6")]
    public void I_4_6_Nothing_healthy_anywhere_counts_as_healthy_everywhere()
    {
        var it = new AcceleratedNetwork();
        var listener = it.Accelerator.Listener(Tcp(443));
        listener.EndpointGroup(it.Virginia).Endpoint(it.Us, healthy: false);
        listener.EndpointGroup(it.Ireland).Endpoint(it.Eu, healthy: false);

        Assert.Equal("us-east-1/us/web", Ask(it.Network, it.NewYork, it.Accelerator, Tcp(443)).Forward.Receiver);
        Assert.Equal("eu-west-1/eu/web", Ask(it.Network, it.Dublin, it.Accelerator, Tcp(443)).Forward.Receiver);
    }

    [Fact]
    [Trait("Rule", "I-4.6")]
    public void I_4_6_The_fourth_group_is_not_tried_and_the_nearest_fails_open()
    {
        var it = new AcceleratedNetwork();
        var sydney = it.Network.Region("ap-southeast-2");
        var montreal = it.Network.Region("ca-central-1");
        var last = AcceleratedNetwork.Place(sydney, "au", "10.3").Web;
        var near = AcceleratedNetwork.Place(montreal, "ca", "10.4").Web;
        var listener = it.Accelerator.Listener(Tcp(443));
        listener.EndpointGroup(it.Virginia).Endpoint(it.Us, healthy: false);
        listener.EndpointGroup(montreal).Endpoint(near, weight: 0);
        listener.EndpointGroup(it.Ireland).Endpoint(it.Eu, healthy: false);
        listener.EndpointGroup(it.Tokyo).Endpoint(it.Jp, healthy: false);
        listener.EndpointGroup(sydney).Endpoint(last);

        Assert.Equal("us-east-1/us/web", Ask(it.Network, it.NewYork, it.Accelerator, Tcp(443)).Forward.Receiver);
        Assert.Equal("ap-southeast-2/au/web", Ask(it.Network, it.Network.InternetClient("perth", sydney), it.Accelerator, Tcp(443)).Forward.Receiver);
    }

    [Fact]
    [Trait("Rule", "I-4.6")]
    public void I_4_6_A_load_balancer_is_unhealthy_when_a_target_group_has_no_healthy_target()
    {
        var it = new AcceleratedNetwork();
        var balancer = Balancer(it, withGroups: true);
        var bad = it.America.Vpc.TargetGroup("bad", ListenerProtocol.Tcp, 8080).Target(it.Us, healthy: false);
        var listener = it.Accelerator.Listener(Tcp(443));
        listener.EndpointGroup(it.Virginia).Endpoint(balancer);
        listener.EndpointGroup(it.Ireland).Endpoint(it.Eu);

        Assert.Equal("us-east-1/us/web", Ask(it.Network, it.NewYork, it.Accelerator, Tcp(443)).Forward.Receiver);
        balancer.Listener(ListenerProtocol.Tcp, 8443, bad);
        Assert.Equal("eu-west-1/eu/web", Ask(it.Network, it.NewYork, it.Accelerator, Tcp(443)).Forward.Receiver);
    }

    [Fact]
    [Trait("Rule", "I-4.7")]
    public void I_4_7_An_instance_sees_the_client_and_answers_through_the_accelerator_without_a_route()
    {
        var it = new AcceleratedNetwork().Everywhere();

        var trace = Ask(it.Network, it.NewYork, it.Accelerator, Tcp(443));

        AssertReachable(trace);
        Assert.Equal("tcp 8.8.4.4:49152 -> 10.0.0.4:443", Last(trace.Forward).ToString());
        Assert.Equal(["network-interface us-east-1/us/web", "network-acl us-east-1/us/default", "accelerator edge", "internet-client new-york"], trace.Return.Hops.Select(hop => $"{hop.Kind} {hop.Element}"));
        Assert.Equal("tcp 203.0.113.1:443 -> 8.8.4.4:49152", Last(trace.Return).ToString());
        Assert.Equal(Outcome.Exits, trace.Return.Outcome);
    }

    [Fact]
    [Trait("Rule", "I-4.7")]
    public void I_4_7_What_holds_an_elastic_address_sees_the_accelerator_and_needs_its_routes()
    {
        var it = new AcceleratedNetwork();
        var edge = it.America.Subnet("edge", "10.0.1.0/24");
        var address = it.Virginia.ElasticIp("fixed", "8.8.8.1");
        edge.Instance("relay", it.America.Group).ElasticIp(address);
        it.Accelerator.Listener(Tcp(443)).EndpointGroup(it.Virginia).Endpoint(address);

        AssertReplyBlocked("NoRouteToDestination us-east-1/us/main", Ask(it.Network, it.NewYork, it.Accelerator, Tcp(443)));

        edge.RouteTable("edge").Route(AnyIpv4, it.America.Gateway);
        var trace = Ask(it.Network, it.NewYork, it.Accelerator, Tcp(443));
        AssertReachable(trace);
        Assert.Equal("us-east-1/us/relay", trace.Forward.Receiver);
        Assert.Equal("tcp 203.0.113.1:1024 -> 10.0.1.4:443", Last(trace.Forward).ToString());
        Assert.Equal("tcp 203.0.113.1:443 -> 8.8.4.4:49152", Last(trace.Return).ToString());
    }

    [Fact]
    [Trait("Rule", "I-4.7")]
    public void I_4_7_An_elastic_address_that_nothing_holds_leads_nowhere()
    {
        var it = new AcceleratedNetwork();
        it.Accelerator.Listener(Tcp(443)).EndpointGroup(it.Virginia).Endpoint(it.Virginia.ElasticIp("unheld"));

        AssertForwardBlocked("IgwNoMapping internet", Ask(it.Network, it.NewYork, it.Accelerator, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "I-4.7")]
    public void I_4_7_A_load_balancer_with_groups_sees_the_client_and_so_do_its_targets()
    {
        var it = new AcceleratedNetwork();
        it.Accelerator.Listener(Tcp(443)).EndpointGroup(it.Virginia).Endpoint(Balancer(it, withGroups: true));

        var trace = Ask(it.Network, it.NewYork, it.Accelerator, Tcp(443));

        AssertReachable(trace);
        Assert.Equal("tcp 8.8.4.4:49152 -> 10.0.0.4:8080", Last(trace.Forward).ToString());
        Assert.Equal($"tcp {Built(it.Network).Accelerators[0].Addresses[0]}:443 -> 8.8.4.4:49152", Last(trace.Return).ToString());
        Assert.Equal(["network-load-balancer", "network-acl", "accelerator", "internet-client"], trace.Return.Hops.TakeLast(4).Select(hop => hop.Kind));
    }

    [Fact]
    [Trait("Rule", "I-4.7")]
    public void I_4_7_A_load_balancer_without_groups_sees_the_accelerator_at_its_public_address()
    {
        var it = new AcceleratedNetwork();
        var balancer = Balancer(it, withGroups: false);
        it.Accelerator.Listener(Tcp(443)).EndpointGroup(it.Virginia).Endpoint(balancer);

        var trace = Ask(it.Network, it.NewYork, it.Accelerator, Tcp(443));

        AssertReachable(trace);
        Assert.Contains(trace.Forward.Hops, hop => hop.Kind == "internet-gateway");
        Assert.StartsWith("tcp 203.0.113.", Last(trace.Forward).ToString(), StringComparison.Ordinal);
        Assert.EndsWith(":1024 -> 10.0.0.4:8080", Last(trace.Forward).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I-4.7")]
    public void I_4_7_An_internal_load_balancer_is_reached_inside_its_vpc()
    {
        var it = new AcceleratedNetwork();
        it.Accelerator.Listener(Tcp(443)).EndpointGroup(it.Virginia).Endpoint(Balancer(it, withGroups: false).Internal());

        var trace = Ask(it.Network, it.NewYork, it.Accelerator, Tcp(443));

        AssertReachable(trace);
        Assert.DoesNotContain(trace.Forward.Hops, hop => hop.Kind == "internet-gateway");
    }

    [Fact]
    [Trait("Rule", "I-4.7")]
    public void I_4_7_The_profile_of_the_talk_lets_load_balancers_see_no_clients()
    {
        var it = new AcceleratedNetwork();
        it.Accelerator.Listener(Tcp(443)).EndpointGroup(it.Virginia).Endpoint(Balancer(it, withGroups: true));
        it.Network.Profile(SemanticsProfile.Current with { AcceleratorPreservesClientsOfLoadBalancers = false });

        Assert.EndsWith(":1024 -> 10.0.0.4:8080", Last(Ask(it.Network, it.NewYork, it.Accelerator, Tcp(443)).Forward).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I-4.8")]
    public void I_4_8_Groups_see_the_client()
    {
        var it = new AcceleratedNetwork();
        var strict = it.America.Subnet("more", "10.0.1.0/24")
            .Instance("strict", it.America.Vpc.SecurityGroup("strict").Ingress(Tcp(443), from: "8.8.4.0/24"));
        it.Accelerator.Listener(Tcp(443)).EndpointGroup(it.Virginia).Endpoint(strict);

        AssertReachable(Ask(it.Network, it.NewYork, it.Accelerator, Tcp(443)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/us/strict", Ask(it.Network, it.Dublin, it.Accelerator, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "I-4.8")]
    public void I_4_8_Both_directions_of_the_subnets_acl_are_asked()
    {
        var it = new AcceleratedNetwork().Everywhere();
        var subnet = it.America.Subnet("more", "10.0.1.0/24");
        var inbound = it.America.Vpc.NetworkAcl("inbound").AllowInbound(100, Tcp(443), from: AnyIpv4);
        subnet.Associate(inbound);
        var host = subnet.Instance("host", it.America.Group);
        it.Accelerator.Listener(Tcp(80)).EndpointGroup(it.Virginia).Endpoint(host);

        AssertForwardBlocked("SubnetAclRestriction us-east-1/us/inbound", Ask(it.Network, it.NewYork, it.Accelerator, Tcp(80)));
        inbound.AllowInbound(110, Tcp(80), from: AnyIpv4);
        AssertReplyBlocked("SubnetAclRestriction us-east-1/us/inbound", Ask(it.Network, it.NewYork, it.Accelerator, Tcp(80)));
        inbound.AllowOutbound(100, TcpRange(1024, 65535), to: AnyIpv4);
        AssertReachable(Ask(it.Network, it.NewYork, it.Accelerator, Tcp(80)));
    }

    [Fact]
    [Trait("Rule", "R-2.8")]
    public void R_2_8_Accelerators_are_public_access_too()
    {
        var it = new AcceleratedNetwork().Everywhere();
        it.Virginia.BlockPublicAccess(BlockPublicAccessMode.Ingress);

        AssertForwardBlocked("BpaBlocked us-east-1/igw", Ask(it.Network, it.NewYork, it.Accelerator, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "I-4.9")]
    public void I_4_9_A_port_override_changes_the_port_of_the_endpoints()
    {
        var it = new AcceleratedNetwork();
        it.Accelerator.Listener(Tcp(443)).Ports(Tcp(80)).EndpointGroup(it.Virginia).PortOverride(443, 8443).Endpoint(it.Us);

        var trace = Ask(it.Network, it.NewYork, it.Accelerator, Tcp(443));
        AssertReachable(trace);
        Assert.Equal("tcp 8.8.4.4:49152 -> 10.0.0.4:8443", Last(trace.Forward).ToString());
        Assert.Equal("tcp 8.8.4.4:49152 -> 10.0.0.4:80", Last(Ask(it.Network, it.NewYork, it.Accelerator, Tcp(80)).Forward).ToString());
    }

    [Fact]
    [Trait("Rule", "I-4.4")]
    public void I_4_4_Hosts_of_the_network_write_to_an_accelerator_from_their_region()
    {
        var it = new AcceleratedNetwork().Everywhere();
        var caller = it.Europe.Edge("10.1.1.0/24").Instance("caller", it.Europe.Group).PublicIp();

        var trace = Ask(it.Network, caller, it.Accelerator, Tcp(443));

        AssertReachable(trace);
        Assert.Equal("eu-west-1/eu/web", trace.Forward.Receiver);
    }

    [Fact]
    [Trait("Rule", "I-4.4")]
    public void I_4_4_Flows_end_at_clients_in_places()
    {
        var it = new AcceleratedNetwork();
        var caller = it.America.Edge("10.0.1.0/24").Instance("caller", it.America.Group).PublicIp();

        var trace = Ask(it.Network, caller, it.NewYork, Tcp(443));

        AssertReachable(trace);
        Assert.Equal(("internet-client", "new-york"), (trace.Forward.Hops[^1].Kind, trace.Forward.Hops[^1].Element));
        Assert.Equal(("internet-client", "new-york"), (trace.Return.Hops[0].Kind, trace.Return.Hops[0].Element));
    }

    /// <summary>A load balancer over a subnet with a route to the internet, which sends 443 to the instance in Virginia.</summary>
    static LoadBalancerBuilder Balancer(AcceleratedNetwork it, bool withGroups)
    {
        var vpc = it.America.Vpc;
        var balancer = vpc.NetworkLoadBalancer("front").Subnet(it.America.Edge("10.0.9.0/24"))
            .Listener(ListenerProtocol.Tcp, 443, vpc.TargetGroup("web", ListenerProtocol.Tcp, 8080).Target(it.Us));
        if (withGroups)
        {
            balancer.SecurityGroup(it.America.Group);
        }

        return balancer;
    }

    /// <summary>How many of a hundred flows of a client arrive there.</summary>
    int Share(Topology topology, InternetClientBuilder client, string receiver) => Enumerable.Range(0, 100)
        .Count(flow => Ask(topology, Endpoint.Of(client.Id), Endpoint.Of(topology.Accelerators[0].Id), Tcp(443), sourcePort: 40000 + flow).Forward.Receiver == receiver);
}
