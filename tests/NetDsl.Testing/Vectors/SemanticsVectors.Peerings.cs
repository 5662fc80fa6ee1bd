using NetDsl.Model;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

public abstract partial class SemanticsVectors
{
    /// <summary>A 10.0/16, B 10.1/16, C 10.2/16; A and B are peered, B and C are.</summary>
    sealed class ChainNetwork
    {
        public ChainNetwork()
        {
            var region = Network.Region("us-east-1");
            (A, HostA) = Vpc("a", "10.0.0.0/16", "10.0.0.0/24");
            (B, HostB) = Vpc("b", "10.1.0.0/16", "10.1.0.0/24");
            (C, HostC) = Vpc("c", "10.2.0.0/16", "10.2.0.0/24");
            AB = Network.Peer("ab", A, B);
            BC = Network.Peer("bc", B, C);

            (VpcBuilder, InstanceBuilder) Vpc(string name, string block, string subnet)
            {
                var vpc = region.Vpc(name, block);
                return (vpc, vpc.Subnet("s", subnet, "a").Instance("host", Open(vpc)));
            }
        }

        public NetworkBuilder Network { get; } = new();

        public VpcBuilder A { get; }

        public VpcBuilder B { get; }

        public VpcBuilder C { get; }

        public InstanceBuilder HostA { get; }

        public InstanceBuilder HostB { get; }

        public InstanceBuilder HostC { get; }

        public PeeringBuilder AB { get; }

        public PeeringBuilder BC { get; }
    }

    [Fact]
    [Trait("Vector", "interconnect 1.1")]
    public void I_1_Golden_vector_1_Peering_is_not_transitive()
    {
        var it = new ChainNetwork();
        it.A.MainRouteTable.Route("10.2.0.0/16", it.AB);
        it.B.MainRouteTable.Route("10.2.0.0/16", it.BC);

        AssertForwardBlocked("PcxRequiresAddressInVpcCidr ab", Ask(it.Network, it.HostA, it.HostC, Tcp(443)));
    }

    [Fact]
    [Trait("Vector", "interconnect 1.2")]
    public void I_1_Golden_vector_2_The_internet_gateway_of_a_peer_is_out_of_reach()
    {
        var it = new ChainNetwork();
        it.A.MainRouteTable.Route(AnyIpv4, it.AB);
        it.B.MainRouteTable.Route(AnyIpv4, it.B.InternetGateway("igw"));

        AssertForwardBlocked("PcxRequiresAddressInVpcCidr ab", AskInternet(it.Network, it.HostA, Tcp(443)));
    }

    [Theory]
    [Trait("Vector", "interconnect 1.3")]
    [InlineData(true, "ReplyMismatch us-east-1/c/twin")]
    [InlineData(false, "NoInterfaceWithAddress us-east-1/c")]
    public void I_1_Golden_vector_3_Of_two_peers_that_overlap_the_wrong_one_gets_the_reply(bool twin, string why)
    {
        var it = new OverlappingPeers(twin);

        AssertReplyBlocked(why, Ask(it.Network, it.Asking, it.Server, Tcp(443)));
        AssertReachable(Ask(it.Network, it.Near, it.Server, Tcp(443)));
    }

    [Fact]
    public void I_1_Both_sides_need_a_route()
    {
        var it = new ChainNetwork();
        it.A.MainRouteTable.Route("10.1.0.0/16", it.AB);

        AssertReplyBlocked("NoRouteToDestination us-east-1/b/main", Ask(it.Network, it.HostA, it.HostB, Tcp(443)));

        it.B.MainRouteTable.Route("10.0.0.0/24", it.AB);
        AssertReachable(Ask(it.Network, it.HostA, it.HostB, Tcp(443)));
    }

    [Fact]
    public void I_1_The_tables_of_the_peer_are_not_asked_for_what_comes_in()
    {
        var it = new ChainNetwork();
        it.A.MainRouteTable.Route("10.1.0.0/16", it.AB);
        it.B.MainRouteTable.Route("10.0.0.0/16", it.AB).Route("10.1.0.0/24", it.B.Subnet("q", "10.1.2.0/24", "a").NatGateway("nat"));

        var trace = Ask(it.Network, it.HostA, it.HostB, Tcp(443));

        AssertReachable(trace);
        Assert.DoesNotContain(trace.Forward.Hops, hop => hop.Element == "us-east-1/b/main");
    }

    [Fact]
    public void I_1_A_peering_of_two_other_vpcs_is_a_dead_target()
    {
        var it = new ChainNetwork();
        it.A.MainRouteTable.Route("10.2.0.0/16", it.BC);

        AssertForwardBlocked("BadStateRoute bc", Ask(it.Network, it.HostA, it.HostC, Tcp(443)));
    }

    [Theory]
    [InlineData(PeeringStatus.PendingAcceptance)]
    [InlineData(PeeringStatus.Rejected)]
    [InlineData(PeeringStatus.Expired)]
    [InlineData(PeeringStatus.Deleted)]
    public void I_1_Only_an_active_peering_carries_traffic(PeeringStatus status)
    {
        var network = new NetworkBuilder();
        var partner = network.Account("partner", "210987654321");
        var region = network.Region("us-east-1");
        var (a, b) = (region.Vpc("a", "10.0.0.0/16"), region.Vpc("b", "10.1.0.0/16", partner));
        var peering = network.Peer("ab", a, b);
        a.MainRouteTable.Route("10.1.0.0/16", peering);
        b.MainRouteTable.Route("10.0.0.0/16", peering);
        var asking = a.Subnet("s", "10.0.0.0/24", "a").Instance("asking", Open(a));
        var server = b.Subnet("s", "10.1.0.0/24", "a").Instance("server", Open(b));
        switch (status)
        {
            case PeeringStatus.Rejected: peering.RejectedBy(partner); break;
            case PeeringStatus.Expired: peering.Expired(); break;
            case PeeringStatus.Deleted: peering.AcceptedBy(partner).DeletedBy(network.DefaultAccount); break;
        }

        AssertForwardBlocked("BadStateRoute ab", Ask(network, asking, server, Tcp(443)));
    }

    [Fact]
    public void I_1_Accounts_and_regions_are_peered_once_the_owner_accepts()
    {
        var network = new NetworkBuilder();
        var partner = network.Account("partner", "210987654321");
        var a = network.Region("us-east-1").Vpc("a", "10.0.0.0/16");
        var b = network.Region("eu-west-1").Vpc("b", "10.1.0.0/16", partner);
        var peering = network.Peer("ab", a, b).AcceptedBy(partner);
        a.MainRouteTable.Route("10.1.0.0/16", peering);
        b.MainRouteTable.Route("10.0.0.0/16", peering);
        var asking = a.Subnet("s", "10.0.0.0/24", "a").Instance("asking", Open(a));
        var server = b.Subnet("s", "10.1.0.0/24", "a").Instance("server", Open(b));

        AssertReachable(Ask(network, asking, server, Tcp(443)));
    }

    [Fact]
    public void I_1_Overlapping_vpcs_cannot_be_peered_in_whichever_block()
    {
        var network = new NetworkBuilder();
        var region = network.Region("us-east-1");
        var a = region.Vpc("a", "10.0.0.0/16").SecondaryCidr("100.64.0.0/16");
        var b = region.Vpc("b", "10.1.0.0/16").SecondaryCidr("100.64.8.0/21");
        var peering = network.Peer("ab", a, b);
        a.MainRouteTable.Route("10.1.0.0/16", peering);
        var asking = a.Subnet("s", "10.0.0.0/24", "a").Instance("asking", Open(a));
        var server = b.Subnet("s", "10.1.0.0/24", "a").Instance("server", Open(b));

        AssertForwardBlocked("BadStateRoute ab", Ask(network, asking, server, Tcp(443)));
    }
}
