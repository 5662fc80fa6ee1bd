using NetDsl.Model;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

public abstract partial class SemanticsVectors
{
    const string Inspector = "us-east-1/sec/fw";

    /// <summary>interconnect §9.3, "GWLB ingress": an application behind an internet gateway, an endpoint, and a firewall in a VPC of its own.</summary>
    sealed class InspectedNetwork
    {
        public InspectedNetwork(bool stateful = true, bool isOpen = true)
        {
            var region = Network.Region("us-east-1");
            Security = region.Vpc("sec", "10.9.0.0/16");
            Firewalls = Security.Subnet("firewalls", "10.9.0.0/24", "a");
            Geneve = Security.SecurityGroup("geneve");
            _ = isOpen ? Geneve.Ingress(Udp(6081), from: "10.9.0.0/16") : Geneve;
            Balancer = Security.GatewayLoadBalancer("gwlb").Subnet(Firewalls);
            Firewall = Firewalls.Instance("fw", Geneve).ForwardsTraffic(stateful);
            Balancer.Target(Firewall);
            Service = Security.EndpointService("inspection", Balancer, acceptanceRequired: false);

            Vpc = region.Vpc("v", "10.0.0.0/16");
            Gateway = Vpc.InternetGateway("igw");
            Group = Open(Vpc);
            Application = Vpc.Subnet("app", "10.0.1.0/24", "a");
            Table = Application.RouteTable("app");
            EndpointSubnet = Vpc.Subnet("endpoint", "10.0.2.0/24", "a");
            EndpointTable = EndpointSubnet.RouteTable("endpoint");
            Endpoint = Vpc.GatewayLoadBalancerEndpoint("gwlbe", EndpointSubnet, Service);
            Host = Application.Instance("host", Group).PublicIp();
        }

        public NetworkBuilder Network { get; } = new();

        public VpcBuilder Security { get; }

        public SubnetBuilder Firewalls { get; }

        public SecurityGroupBuilder Geneve { get; }

        public GatewayLoadBalancerBuilder Balancer { get; }

        public EndpointServiceBuilder Service { get; }

        public InstanceBuilder Firewall { get; }

        public VpcBuilder Vpc { get; }

        public InternetGatewayBuilder Gateway { get; }

        public SecurityGroupBuilder Group { get; }

        public SubnetBuilder Application { get; }

        public RouteTableBuilder Table { get; }

        public SubnetBuilder EndpointSubnet { get; }

        public RouteTableBuilder EndpointTable { get; }

        public GatewayLoadBalancerEndpointBuilder Endpoint { get; }

        public InstanceBuilder Host { get; }

        /// <summary>IGW edge: app -> endpoint; app: 0/0 -> endpoint; endpoint: 0/0 -> IGW.</summary>
        public InspectedNetwork Routed(bool edge = true, bool application = true, bool beyond = true)
        {
            if (edge)
            {
                Gateway.Associate(Vpc.RouteTable("edge").Route("10.0.1.0/24", Endpoint));
            }

            Table.Route(AnyIpv4, application ? Endpoint : Gateway);
            if (beyond)
            {
                EndpointTable.Route(AnyIpv4, Gateway);
            }

            return this;
        }
    }

    static int Inspections(TraceDirection direction) => direction.Hops.Count(hop => hop.Kind == "gateway-load-balancer");

    [Fact]
    [Trait("Vector", "interconnect 9.3.2")]
    [Trait("Rule", "R-1.16")]
    public void I_9_3_2_An_appliance_sees_both_directions_of_what_comes_in()
    {
        var it = new InspectedNetwork().Routed();

        var trace = AskFromInternet(it.Network, it.Host, Tcp(443));

        AssertReachable(trace);
        Assert.Equal(
            "internet us-east-1/igw us-east-1/v/edge us-east-1/v/default us-east-1/v/gwlbe us-east-1/sec/gwlb us-east-1/sec/fw us-east-1/sec/fw "
                + "us-east-1/v/default us-east-1/v/endpoint us-east-1/v/default us-east-1/v/host",
            string.Join(' ', trace.Forward.Hops.Select(hop => hop.Element)));
        Assert.Equal(
            "us-east-1/v/host us-east-1/v/default us-east-1/v/app us-east-1/v/default us-east-1/v/gwlbe us-east-1/sec/gwlb us-east-1/sec/fw us-east-1/sec/fw "
                + "us-east-1/v/default us-east-1/v/endpoint us-east-1/igw internet",
            string.Join(' ', trace.Return.Hops.Select(hop => hop.Element)));

        // The appliance sees the packet as it was, in Geneve from the load balancer's node; behind it the packet is as before.
        var outer = trace.Forward.Hops.First(hop => hop.Element == Inspector).Packet;
        Assert.Equal((Protocol.Udp, (ushort)6081), (outer.Protocol, outer.DestinationPort));
        Assert.Equal(trace.Forward.Hops[4].Packet, Last(trace.Forward));
    }

    [Fact]
    [Trait("Vector", "interconnect 9.3.2")]
    public void I_9_3_2_An_appliance_sees_both_directions_of_what_goes_out()
    {
        var it = new InspectedNetwork().Routed();

        var trace = AskInternet(it.Network, it.Host, Tcp(443));

        AssertReachable(trace);
        Assert.Equal((1, 1), (Inspections(trace.Forward), Inspections(trace.Return)));
    }

    [Fact]
    [Trait("Vector", "interconnect 9.3.2")]
    [Trait("Rule", "R-1.18")]
    public void I_9_3_2_Without_the_edge_route_one_direction_bypasses_the_appliance()
    {
        var it = new InspectedNetwork().Routed(edge: false);

        AssertReplyBlocked($"StatefulApplianceAsymmetry {Inspector}", AskFromInternet(it.Network, it.Host, Tcp(443)));
        AssertReplyBlocked($"StatefulApplianceAsymmetry {Inspector}", AskInternet(it.Network, it.Host, Tcp(443)));
        AssertReachable(AskInternet(it.Network, it.Host, Udp(53)));
    }

    [Fact]
    [Trait("Vector", "interconnect 9.3.2")]
    public void I_9_3_2_Without_the_route_of_the_application_the_reply_bypasses_the_appliance()
    {
        var it = new InspectedNetwork().Routed(application: false);

        AssertReplyBlocked($"StatefulApplianceAsymmetry {Inspector}", AskFromInternet(it.Network, it.Host, Tcp(443)));
    }

    [Fact]
    [Trait("Vector", "interconnect 9.3.2")]
    public void I_9_3_2_Without_a_route_of_the_endpoints_subnet_nothing_goes_on()
    {
        var it = new InspectedNetwork().Routed(beyond: false);

        var trace = AskInternet(it.Network, it.Host, Tcp(443));

        AssertForwardBlocked("NoRouteToDestination us-east-1/v/endpoint", trace);
        Assert.Equal(1, Inspections(trace.Forward));
    }

    [Fact]
    [Trait("Vector", "interconnect 9.3.2")]
    public void I_9_3_2_An_endpoint_in_the_subnet_that_it_serves_is_a_loop()
    {
        var it = new InspectedNetwork();
        it.Table.Route(AnyIpv4, it.Vpc.GatewayLoadBalancerEndpoint("inside", it.Application, it.Service));

        AssertForwardBlocked("ForwardingLoop us-east-1/v/app", AskInternet(it.Network, it.Host, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-1.16")]
    public void R_1_16_An_endpoint_behind_a_gateway_needs_no_public_address_and_an_interface_does()
    {
        var it = new InspectedNetwork().Routed();

        AssertReachable(AskFromInternet(it.Network, it.Host, Tcp(443)));
        Assert.Null(Built(it.Network).NetworkInterfaces.First(each => each.ManagedBy == it.Endpoint.Id).PublicAddress);
    }

    [Fact]
    [Trait("Rule", "R-1.14")]
    [Trait("Rule", "I-9.2")]
    public void R_1_14_A_route_to_a_whole_subnet_and_the_local_route_can_lead_to_an_endpoint()
    {
        var it = new InspectedNetwork();
        var other = it.Vpc.Subnet("other", "10.0.3.0/24", "b");
        var server = other.Instance("server", it.Group);
        it.Table.Route("10.0.3.0/24", it.Endpoint);
        other.RouteTable("other").Route("10.0.0.0/16", it.Endpoint);

        var trace = Ask(it.Network, it.Host, server, Tcp(443));

        AssertReachable(trace);
        Assert.Equal((1, 1), (Inspections(trace.Forward), Inspections(trace.Return)));
    }

    [Fact]
    [Trait("Rule", "R-1.14")]
    public void R_1_14_One_side_without_the_route_to_the_endpoint_is_asymmetric()
    {
        var it = new InspectedNetwork();
        var server = it.Vpc.Subnet("other", "10.0.3.0/24", "b").Instance("server", it.Group);
        it.Table.Route("10.0.3.0/24", it.Endpoint);

        AssertReplyBlocked($"StatefulApplianceAsymmetry {Inspector}", Ask(it.Network, it.Host, server, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-1.19")]
    public void R_1_19_A_reference_to_a_group_does_not_match_behind_an_appliance()
    {
        var it = new InspectedNetwork(stateful: false);
        var guarded = it.Vpc.SecurityGroup("guarded").Ingress(Tcp(443), from: it.Group).Ingress(Tcp(80), from: "10.0.1.0/24");
        var server = it.Vpc.Subnet("other", "10.0.3.0/24", "b").Instance("server", guarded);
        it.Table.Route("10.0.3.0/24", it.Endpoint);

        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/server", Ask(it.Network, it.Host, server, Tcp(443)));
        AssertReachable(Ask(it.Network, it.Host, server, Tcp(80)));
    }

    [Fact]
    public void The_groups_of_an_appliance_see_geneve_and_not_what_is_in_it()
    {
        var it = new InspectedNetwork(isOpen: false).Routed();
        it.Geneve.Ingress(Tcp(443), from: AnyIpv4);
        AssertForwardBlocked($"EniSgRulesMismatch {Inspector}", AskInternet(it.Network, it.Host, Tcp(443)));

        it.Geneve.Ingress(Udp(6081), from: "10.9.0.0/24");
        AssertReachable(AskInternet(it.Network, it.Host, Tcp(443)));

        // What it gives back goes to port 6081 too, and is no reply to its groups.
        it.Geneve.Egress(Tcp(443), to: AnyIpv4);
        var trace = AskInternet(it.Network, it.Host, Tcp(443));
        Assert.Equal($"EniSgRulesMismatch {Inspector}", Why(trace.Forward));
        Assert.Equal($"EniSgRulesMismatch {Inspector}", Why(trace.Return));
    }

    [Fact]
    public void Network_acls_between_node_and_appliance_judge_geneve()
    {
        var it = new InspectedNetwork();
        var apart = it.Security.Subnet("apart", "10.9.1.0/24", "a");
        var acl = it.Security.NetworkAcl("geneve-only").AllowInbound(100, Udp(6081), from: "10.9.0.0/24");
        apart.Associate(acl);
        var second = it.Security.GatewayLoadBalancer("second").Subnet(it.Firewalls).Target(apart.Instance("apart", it.Geneve).ForwardsTraffic());
        it.Table.Route(AnyIpv4, it.Vpc.GatewayLoadBalancerEndpoint("apart", it.EndpointSubnet, it.Security.EndpointService("apart", second, acceptanceRequired: false)));
        it.EndpointTable.Route(AnyIpv4, it.Gateway);
        AssertForwardBlocked("SubnetAclRestriction us-east-1/sec/geneve-only", AskInternet(it.Network, it.Host, Udp(53)));

        acl.AllowOutbound(100, Udp(6081), to: "10.9.0.0/24");
        var trace = AskInternet(it.Network, it.Host, Udp(53));
        AssertReachable(trace);
        Assert.Equal("default default default geneve-only geneve-only default default", Acls(trace.Forward));
    }

    [Fact]
    public void An_endpoint_that_is_not_accepted_carries_nothing()
    {
        var it = new InspectedNetwork().Routed();
        var strict = it.Security.EndpointService("strict", it.Security.GatewayLoadBalancer("second").Subnet(it.Firewalls).Target(it.Firewall));
        var endpoint = it.Vpc.GatewayLoadBalancerEndpoint("strict", it.EndpointSubnet, strict);
        it.Table.Route("203.0.113.0/24", endpoint);
        AssertForwardBlocked("EndpointNotAccepted us-east-1/v/strict", Ask(it.Network, it.Host, "203.0.113.77", Tcp(443)));

        strict.Accept(endpoint);
        Assert.Equal("", Why(Ask(it.Network, it.Host, "203.0.113.77", Tcp(443)).Forward));

        strict.Reject(endpoint);
        AssertForwardBlocked("EndpointNotAccepted us-east-1/v/strict", Ask(it.Network, it.Host, "203.0.113.77", Tcp(443)));
    }

    [Fact]
    public void Without_a_healthy_appliance_nothing_passes()
    {
        var it = new InspectedNetwork();
        var sick = it.Security.GatewayLoadBalancer("sick").Subnet(it.Firewalls).Target(it.Firewall, healthy: false);
        it.Table.Route(AnyIpv4, it.Vpc.GatewayLoadBalancerEndpoint("sick", it.EndpointSubnet, it.Security.EndpointService("sick", sick, acceptanceRequired: false)));

        AssertForwardBlocked("Elbv2ListenerHasNoTg us-east-1/sec/sick", AskInternet(it.Network, it.Host, Tcp(443)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_node_sends_to_its_own_zone_unless_cross_zone_is_on(bool crossZone)
    {
        var it = new InspectedNetwork();
        var far = it.Security.Subnet("far", "10.9.1.0/24", "b");
        it.Balancer.Subnet(far);
        _ = crossZone ? it.Balancer.CrossZone() : it.Balancer;
        var home = it.Vpc.Subnet("endpoint-b", "10.0.4.0/24", "b");
        home.RouteTable("endpoint-b").Route(AnyIpv4, it.Gateway);
        it.Table.Route(AnyIpv4, it.Vpc.GatewayLoadBalancerEndpoint("gwlbe-b", home, it.Service));

        var trace = AskInternet(it.Network, it.Host, Udp(53));

        if (crossZone)
        {
            AssertReachable(trace);
        }
        else
        {
            AssertForwardBlocked("Elbv2NoTargetsInAz us-east-1/sec/gwlb", trace);
        }
    }

    [Theory]
    [InlineData(FlowStickiness.FiveTuple, 2, 3)]
    [InlineData(FlowStickiness.ThreeTuple, 1, 2)]
    [InlineData(FlowStickiness.TwoTuple, 1, 1)]
    public void The_flow_chooses_the_appliance_alike_in_both_directions(FlowStickiness stickiness, int ofPorts, int ofProtocols)
    {
        var it = new InspectedNetwork().Routed();
        it.Balancer.Stickiness(stickiness);
        for (var number = 0; number < 7; number++)
        {
            it.Balancer.Target(it.Firewalls.Instance($"more{number}", it.Geneve).ForwardsTraffic(stateful: true));
        }

        var topology = Built(it.Network);
        var byPort = Enumerable.Range(0, 24).Select(port => Chosen(Tcp(1000 + port))).ToHashSet();
        var byProtocol = new[] { Tcp(1000), Udp(1000), Icmp, IpProtocol(47), IpProtocol(50), IpProtocol(99) }.Select(Chosen).ToHashSet();
        Assert.True(ofPorts == 1 ? byPort.Count == 1 : byPort.Count >= ofPorts, $"{byPort.Count}");
        Assert.True(ofProtocols == 1 ? byProtocol.Count == 1 : byProtocol.Count >= 2, $"{byProtocol.Count}");

        string Chosen(TrafficSelector traffic)
        {
            var trace = Ask(topology, Endpoint.Of(it.Host.Id), Internet, traffic);
            AssertReachable(trace);
            var seen = new[] { trace.Forward, trace.Return }.Select(direction => direction.Hops.First(hop => hop.Element.StartsWith("us-east-1/sec/", StringComparison.Ordinal) && hop.Kind == "network-interface").Element).Distinct();
            return Assert.Single(seen);
        }
    }

    [Fact]
    public void A_host_behind_the_load_balancer_that_gives_nothing_back_drops()
    {
        var topology = Built(new InspectedNetwork().Routed().Network);
        topology = topology with
        {
            Instances = topology.Instances.Select(each => each with { Forwarding = HostForwarding.None }).ToEquatableArray(),
        };

        AssertForwardBlocked(
            $"HostDoesNotForward {Inspector}",
            Ask(topology, Endpoint.Of(topology.Instances.First(each => each.Name == "host").Id), Internet, Tcp(443)));
    }

    [Fact]
    public void An_endpoint_of_another_vpc_is_no_target()
    {
        var it = new InspectedNetwork();
        var other = it.Vpc.Region.Vpc("w", "10.1.0.0/16");
        var host = other.Subnet("w", "10.1.0.0/24", "a").Instance("stranger", Open(other));
        other.MainRouteTable.Route(AnyIpv4, it.Endpoint);

        AssertForwardBlocked("BadStateRoute us-east-1/v/gwlbe", AskInternet(it.Network, host, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-7.8")]
    public void Nothing_can_be_addressed_to_an_endpoint_or_a_node()
    {
        var it = new InspectedNetwork();
        var address = Built(it.Network).NetworkInterfaces.First(each => each.ManagedBy == it.Endpoint.Id).PrivateAddress;

        AssertForwardBlocked("GwlbNotAddressable us-east-1/v/gwlbe/us-east-1a", Ask(it.Network, it.Host, address.ToString(), Tcp(443)));
        AssertForwardBlocked(
            "GwlbNotAddressable us-east-1/sec/gwlb/us-east-1a",
            Ask(it.Network, it.Firewall, Built(it.Network).NetworkInterfaces.First(each => each.ManagedBy == it.Balancer.Id).PrivateAddress.ToString(), Udp(6081)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "R-6.10")]
    public void R_6_10_What_keeps_its_clients_address_does_not_go_through_an_endpoint(bool preserves)
    {
        var it = new InspectedNetwork();
        var front = it.Vpc.Subnet("front", "10.0.5.0/24", "a");
        front.RouteTable("front").Route("10.0.1.0/24", it.Endpoint);
        it.Table.Route("10.0.5.0/24", it.Endpoint);
        var targets = it.Vpc.TargetGroup("web", ListenerProtocol.Tcp, 443).Target(it.Host).PreserveClientAddress(preserves);
        var balancer = it.Vpc.NetworkLoadBalancer("nlb").Internal().Subnet(front).Listener(ListenerProtocol.Tcp, 443, targets);
        var client = front.Instance("client", it.Group);

        var trace = Ask(it.Network, client, balancer, Tcp(443));

        if (preserves)
        {
            AssertForwardBlocked("Elbv2SourceAddressPreservation us-east-1/v/gwlbe", trace);
        }
        else
        {
            AssertReachable(trace);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "R-1.16")]
    public void R_1_16_A_table_of_a_virtual_private_gateway_leads_to_an_endpoint(bool both)
    {
        var it = new InspectedNetwork();
        var site = it.Network.Site("hq", 65001).Prefix("192.168.0.0/16");
        var host = site.Host("host", "192.168.0.9");
        var gateway = it.Vpc.VpnGateway("vgw");
        gateway.VpnConnection("vpn", site.CustomerGateway("device"));
        gateway.Associate(it.Vpc.RouteTable("vpn-in").Route("10.0.1.0/24", it.Endpoint));
        it.EndpointTable.Route("192.168.0.0/16", gateway);
        it.Table.Route("192.168.0.0/16", both ? it.Endpoint : gateway);

        var trace = Ask(it.Network, host, it.Host, Tcp(443));

        Assert.Equal(1, Inspections(trace.Forward));
        if (both)
        {
            AssertReachable(trace);
            Assert.Equal(1, Inspections(trace.Return));
        }
        else
        {
            AssertReplyBlocked($"StatefulApplianceAsymmetry {Inspector}", trace);
        }
    }

    [Fact]
    [Trait("Rule", "R-1.16")]
    [Trait("Rule", "R-1.17")]
    public void R_1_16_What_a_table_of_a_virtual_private_gateway_may_hold()
    {
        var it = new InspectedNetwork();
        var gateway = it.Vpc.VpnGateway("vgw").Associate(it.Vpc.RouteTable("vpn-in").Route("10.0.1.0/24", it.Endpoint));
        Assert.True(it.Network.Build().IsWhole);

        gateway.Associate(it.Vpc.RouteTable("second"));
        Assert.Equal(
            "virtual private gateway 'vgw' has route table 'vpn-in' already; a gateway has one, put everything into it",
            Assert.Single(it.Network.Build().Problems).Text);

        var strict = new InspectedNetwork();
        strict.Network.Profile(SemanticsProfile.Current with { EndpointTargetsInVpnGatewayTables = false });
        strict.Vpc.VpnGateway("vgw").Associate(strict.Vpc.RouteTable("vpn-in").Route("10.0.1.0/24", strict.Endpoint));
        Assert.Equal(ProblemKind.NotInProfile, Assert.Single(strict.Network.Build().Problems).Kind);

        var other = new InspectedNetwork();
        var third = other.Vpc.VpnGateway("vgw");
        third.Associate(other.Vpc.RouteTable("vpn-in").Route("0.0.0.0/0", other.Endpoint).Propagate(third));
        Assert.Equal(
            [
                "0.0.0.0/0 is neither a block of VPC 'v' nor the whole prefix of one of its subnets; route table 'vpn-in' routes what comes in from virtual private gateway 'vgw', to these only",
                "route table 'vpn-in' routes what comes in from virtual private gateway 'vgw', and nothing may be propagated into it; write its routes",
            ],
            other.Network.Build().Problems.Select(problem => problem.Text));
    }

    /// <summary>Central inspection: spokes on a transit gateway, whose attachment subnets in the inspection VPC lead to an endpoint in each zone.</summary>
    static (NetworkBuilder Network, InstanceBuilder Near, InstanceBuilder Far, SecurityGroupBuilder GroupOfNear) CentralInspection(bool applianceMode, bool routesBack = true)
    {
        var network = new NetworkBuilder();
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub", defaultRouteTable: false).SecurityGroupReferencing();
        var security = region.Vpc("sec", "10.9.0.0/16");
        var geneve = security.SecurityGroup("geneve").Ingress(Udp(6081), from: "10.9.0.0/16");
        var balancer = security.GatewayLoadBalancer("gwlb");
        var service = security.EndpointService("inspection", balancer, acceptanceRequired: false);
        var landings = new List<SubnetBuilder>();
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            var home = security.Subnet($"firewalls-{zone}", $"10.9.{index}.0/24", zone);
            balancer.Subnet(home).Target(home.Instance($"fw-{zone}", geneve).ForwardsTraffic(stateful: true));
            var table = home.RouteTable($"firewalls-{zone}");
            _ = routesBack ? table.Route("10.0.0.0/8", hub) : table;
            landings.Add(security.Subnet($"landing-{zone}", $"10.9.{16 + index}.0/28", zone));
            landings[index].RouteTable($"landing-{zone}").Route(AnyIpv4, security.GatewayLoadBalancerEndpoint($"gwlbe-{zone}", home, service));
        }

        var inspection = hub.Attach("inspection", landings[0]).Subnet(landings[1]).ApplianceMode(applianceMode);
        var forSpokes = hub.RouteTable("spokes").Route(AnyIpv4, inspection);
        var back = hub.RouteTable("inspection").Associate(inspection);
        var hosts = new List<InstanceBuilder>();
        var groups = new List<SecurityGroupBuilder>();
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            var vpc = region.Vpc($"spoke-{zone}", $"10.{index}.0.0/16");
            var subnet = vpc.Subnet($"app-{zone}", $"10.{index}.0.0/24", zone);
            var other = vpc.Subnet("other", $"10.{index}.1.0/28", zone == "a" ? "b" : "a");
            vpc.MainRouteTable.Route(AnyIpv4, hub);
            var attachment = hub.Attach(vpc.Name, subnet).Subnet(other);
            forSpokes.Associate(attachment);
            back.Propagate(attachment);
            groups.Add(Open(vpc));
            hosts.Add(subnet.Instance($"host-{zone}", groups[index]));
        }

        return (network, hosts[0], hosts[1], groups[0]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Vector", "interconnect 9.3.4")]
    [Trait("Rule", "I-2 zones")]
    public void Central_inspection_needs_appliance_mode_between_zones(bool applianceMode)
    {
        var (network, near, far, _) = CentralInspection(applianceMode);

        var trace = Ask(network, near, far, Tcp(443));

        if (applianceMode)
        {
            AssertReachable(trace);
            Assert.Equal((1, 1), (Inspections(trace.Forward), Inspections(trace.Return)));
        }
        else
        {
            AssertReplyBlocked("StatefulApplianceAsymmetry us-east-1/sec/fw-b", trace);
        }
    }

    [Fact]
    [Trait("Vector", "interconnect 9.3.4")]
    public void Central_inspection_needs_a_route_back_in_the_endpoints_subnet()
    {
        var (network, near, far, _) = CentralInspection(applianceMode: true, routesBack: false);

        var trace = Ask(network, near, far, Tcp(443));

        Assert.Equal(DropCode.NoRouteToDestination, Assert.Single(trace.Forward.Blocks).Code);
    }

    [Fact]
    [Trait("Rule", "R-4.5")]
    public void R_4_5_References_over_a_transit_gateway_do_not_match_behind_an_appliance()
    {
        var (network, near, far, group) = CentralInspection(applianceMode: true);
        var guarded = far.Primary.Subnet.Vpc.SecurityGroup("guarded").Ingress(Tcp(443), from: group).Ingress(Tcp(80), from: "10.0.0.0/24");
        var server = far.Primary.Subnet.Instance("guarded", guarded);

        AssertForwardBlocked("EniSgRulesMismatch us-east-1/spoke-b/guarded", Ask(network, near, server, Tcp(443)));
        AssertReachable(Ask(network, near, server, Tcp(80)));
    }
}
