using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

public abstract partial class SemanticsVectors
{
    /// <summary>A client and a server, each alone in a VPC 10.0.0.0/16 and 10.1.0.0/16, with what may join them.</summary>
    sealed class ReferenceNetwork
    {
        public ReferenceNetwork(string serverRegion = "us-east-1", bool partner = false)
        {
            ClientVpc = Network.Region("us-east-1").Vpc("client", "10.0.0.0/16");
            ServerVpc = Network.Region(serverRegion).Vpc("server", "10.1.0.0/16", partner ? Network.Account("partner", "210987654321") : null);
            ClientSubnet = ClientVpc.Subnet("s", "10.0.0.0/24", "a");
            ServerSubnet = ServerVpc.Subnet("s", "10.1.0.0/24", "a");
            ClientGroup = ClientVpc.SecurityGroup("clients");
            ServerGroup = ServerVpc.SecurityGroup("servers");
            Client = ClientSubnet.Instance("client", ClientGroup);
            Server = ServerSubnet.Instance("server", ServerGroup);
        }

        public NetworkBuilder Network { get; } = new();

        public VpcBuilder ClientVpc { get; }

        public VpcBuilder ServerVpc { get; }

        public SubnetBuilder ClientSubnet { get; }

        public SubnetBuilder ServerSubnet { get; }

        public SecurityGroupBuilder ClientGroup { get; }

        public SecurityGroupBuilder ServerGroup { get; }

        public InstanceBuilder Client { get; }

        public InstanceBuilder Server { get; }

        public PeeringBuilder Peer()
        {
            var peering = Network.Peer("pcx", ClientVpc, ServerVpc).AcceptedBy(ServerVpc.Account);
            ClientVpc.MainRouteTable.Route("10.1.0.0/16", peering);
            ServerVpc.MainRouteTable.Route("10.0.0.0/16", peering);
            return peering;
        }

        public TransitGatewayBuilder Transit(bool referencing, bool serverAttachment = true)
        {
            var gateway = ClientVpc.Region.TransitGateway("tgw").SecurityGroupReferencing(referencing);
            gateway.Attach("client", ClientSubnet);
            gateway.Attach("server", ServerSubnet).SecurityGroupReferencing(serverAttachment);
            ClientVpc.MainRouteTable.Route("10.1.0.0/16", gateway);
            ServerVpc.MainRouteTable.Route("10.0.0.0/16", gateway);
            return gateway;
        }
    }

    const string ServerDenies = "EniSgRulesMismatch us-east-1/server/server";
    const string ClientDenies = "EniSgRulesMismatch us-east-1/client/client";

    [Fact]
    public void R_4_1_The_rules_of_all_groups_add_up_and_nothing_else_passes()
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var subnet = vpc.Subnet("s", "10.0.0.0/24", "a");
        var client = subnet.Instance("client");
        var server = subnet.Instance("server", vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4))
            .SecurityGroup(vpc.SecurityGroup("ssh").Ingress(Tcp(22), from: "10.0.0.0/24"));

        AssertReachable(Ask(network, client, server, Tcp(443)));
        AssertReachable(Ask(network, client, server, Tcp(22)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/server", Ask(network, client, server, Tcp(80)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/server", Ask(network, client, server, Udp(443)));
    }

    [Fact]
    public void R_4_2_A_new_group_admits_nothing_and_lets_everything_out()
    {
        var it = new ReferenceNetwork();
        it.Peer();
        it.ClientGroup.Ingress(AllTraffic, from: "10.1.0.0/16");

        AssertForwardBlocked(ServerDenies, Ask(it.Network, it.Client, it.Server, Tcp(443)));
        AssertReachable(Ask(it.Network, it.Server, it.Client, Tcp(443)));
    }

    [Fact]
    public void R_4_2_The_default_group_admits_its_own_members_only()
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var subnet = vpc.Subnet("s", "10.0.0.0/24", "a");
        var (a, b) = (subnet.Instance("a"), subnet.Instance("b"));
        var stranger = subnet.Instance("stranger", vpc.SecurityGroup("other"));

        AssertReachable(Ask(network, a, b, Tcp(443)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/b", Ask(network, stranger, b, Tcp(443)));
    }

    [Fact]
    public void R_4_3_A_reference_matches_the_private_address_of_members()
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var subnet = vpc.Subnet("s", "10.0.0.0/24", "a");
        var clients = vpc.SecurityGroup("clients");
        var server = subnet.Instance("server", vpc.SecurityGroup("servers").Ingress(Tcp(443), from: clients));
        var member = subnet.Instance("member", clients);
        var stranger = subnet.Instance("stranger", vpc.SecurityGroup("strangers"));

        AssertReachable(Ask(network, member, server, Tcp(443)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/server", Ask(network, member, server, Tcp(80)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/server", Ask(network, stranger, server, Tcp(443)));
    }

    [Fact]
    public void R_4_3_A_reference_does_not_match_what_a_nat_gateway_translated()
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var clients = vpc.SecurityGroup("clients");
        var nat = vpc.Subnet("q", "10.0.2.0/24", "a").NatGateway("nat").Private();
        var inside = vpc.Subnet("inside", "10.0.1.0/24", "a");
        inside.RouteTable("inside").Route("10.0.0.0/24", nat);
        var server = vpc.Subnet("s", "10.0.0.0/24", "a").Instance("server", vpc.SecurityGroup("servers").Ingress(Tcp(443), from: clients));

        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/server", Ask(network, inside.Instance("client", clients), server, Tcp(443)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void R_4_4_Groups_of_an_active_peer_of_the_region_may_be_referenced(bool partner)
    {
        var it = new ReferenceNetwork(partner: partner);
        it.Peer();
        it.ServerGroup.Ingress(Tcp(443), from: it.ClientGroup);
        it.ClientGroup.Egress(Tcp(443), to: it.ServerGroup);

        AssertReachable(Ask(it.Network, it.Client, it.Server, Tcp(443)));
        AssertForwardBlocked($"{ClientDenies}; {ServerDenies}", Ask(it.Network, it.Client, it.Server, Tcp(80)));
    }

    [Fact]
    public void R_4_4_Groups_of_another_region_are_never_matched()
    {
        var it = new ReferenceNetwork("eu-west-1");
        it.Peer();
        it.ServerGroup.Ingress(Tcp(443), from: it.ClientGroup);
        it.ClientGroup.Egress(Tcp(443), to: it.ServerGroup);

        AssertForwardBlocked(
            $"{ClientDenies}; EniSgRulesMismatch eu-west-1/server/server", Ask(it.Network, it.Client, it.Server, Tcp(443)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void R_4_4_A_peering_that_was_not_accepted_makes_references_stale(bool accepted)
    {
        // The packets take the transit gateway; the peering is there for the reference only.
        var it = new ReferenceNetwork(partner: true);
        it.Transit(referencing: false);
        var peering = it.Network.Peer("pcx", it.ClientVpc, it.ServerVpc);
        it.ServerGroup.Ingress(Tcp(443), from: it.ClientGroup);
        if (accepted)
        {
            peering.AcceptedBy(it.ServerVpc.Account);
            AssertReachable(Ask(it.Network, it.Client, it.Server, Tcp(443)));
        }
        else
        {
            AssertForwardBlocked(ServerDenies, Ask(it.Network, it.Client, it.Server, Tcp(443)));
        }
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    public void R_4_5_Over_a_transit_gateway_ingress_references_need_all_three_options(bool gateway, bool attachment, bool matches)
    {
        var it = new ReferenceNetwork();
        it.Transit(gateway, attachment);
        it.ServerGroup.Ingress(Tcp(443), from: it.ClientGroup);

        var trace = Ask(it.Network, it.Client, it.Server, Tcp(443));

        if (matches)
        {
            AssertReachable(trace);
        }
        else
        {
            AssertForwardBlocked(ServerDenies, trace);
        }
    }

    [Fact]
    public void R_4_5_Over_a_transit_gateway_an_egress_reference_matches_nothing()
    {
        var it = new ReferenceNetwork();
        it.Transit(referencing: true);
        it.ServerGroup.Ingress(Tcp(443), from: it.ClientGroup);
        it.ClientGroup.Egress(Tcp(443), to: it.ServerGroup);

        AssertForwardBlocked(ClientDenies, Ask(it.Network, it.Client, it.Server, Tcp(443)));
    }

    [Fact]
    public void R_4_9_The_reply_of_an_admitted_connection_needs_no_rule()
    {
        var it = new ReferenceNetwork();
        it.Peer();
        it.ServerGroup.Ingress(Tcp(443), from: "10.0.0.0/16").NoEgressByDefault();
        it.ClientGroup.Egress(Tcp(443), to: "10.1.0.0/16");

        AssertReachable(Ask(it.Network, it.Client, it.Server, Tcp(443)));
        AssertForwardBlocked(
            $"{ServerDenies}; {ClientDenies}", Ask(it.Network, it.Server, it.Client, Tcp(443)));
    }
}
