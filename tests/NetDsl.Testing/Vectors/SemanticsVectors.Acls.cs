using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

public abstract partial class SemanticsVectors
{
    /// <summary>A client and a server in two subnets; the server's has an ACL of its own.</summary>
    sealed class AclNetwork
    {
        public AclNetwork()
        {
            Vpc = Network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
            var group = Open(Vpc);
            Clients = Vpc.Subnet("clients", "10.0.0.0/24", "a");
            Client = Clients.Instance("client", group);
            Servers = Vpc.Subnet("servers", "10.0.1.0/24", "b");
            Server = Servers.Instance("server", group);
            Neighbour = Servers.Instance("neighbour", group);
            Acl = Vpc.NetworkAcl("acl");
            Servers.Associate(Acl);
        }

        public NetworkBuilder Network { get; } = new();

        public VpcBuilder Vpc { get; }

        public SubnetBuilder Servers { get; }

        public SubnetBuilder Clients { get; }

        public InstanceBuilder Client { get; }

        public InstanceBuilder Server { get; }

        public InstanceBuilder Neighbour { get; }

        public NetworkAclBuilder Acl { get; }
    }

    const string AclDenies = "SubnetAclRestriction us-east-1/v/acl";

    [Fact]
    public void R_4_16_The_lowest_number_that_matches_decides()
    {
        var it = new AclNetwork();
        it.Acl.AllowOutbound(100, AllTraffic, AnyIpv4)
            .AllowInbound(200, AllTraffic, AnyIpv4)
            .DenyInbound(100, Tcp(22), "10.0.0.0/24")
            .AllowInbound(50, Tcp(22), "10.0.0.4/32")
            .DenyInbound(210, Tcp(443), AnyIpv4);

        AssertReachable(Ask(it.Network, it.Client, it.Server, Tcp(22)));
        AssertReachable(Ask(it.Network, it.Client, it.Server, Tcp(443)));
        AssertForwardBlocked(AclDenies, Ask(it.Network, it.Clients.Instance("second"), it.Server, Tcp(22)));
        AssertReachable(Ask(it.Network, it.Vpc.Subnet("others", "10.0.2.0/24", "a").Instance("other"), it.Server, Tcp(22)));
    }

    [Fact]
    public void R_4_16_What_no_entry_matches_is_denied()
    {
        var it = new AclNetwork();
        it.Acl.AllowInbound(100, Tcp(443), AnyIpv4).AllowOutbound(100, AllTraffic, AnyIpv4);

        AssertReachable(Ask(it.Network, it.Client, it.Server, Tcp(443)));
        AssertForwardBlocked(AclDenies, Ask(it.Network, it.Client, it.Server, Tcp(80)));
        AssertForwardBlocked(AclDenies, Ask(it.Network, it.Client, it.Server, Icmp));
    }

    [Fact]
    public void R_4_17_Subnets_without_an_acl_use_the_default_one_which_allows_all()
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var client = vpc.Subnet("s", "10.0.0.0/24", "a").Instance("client");
        var server = vpc.Subnet("t", "10.0.1.0/24", "a").Instance("server");

        var trace = Ask(network, client, server, Tcp(443));

        AssertReachable(trace);
        Assert.Equal("default default", Acls(trace.Forward));
        Assert.Equal("default default", Acls(trace.Return));
    }

    [Fact]
    public void R_4_18_A_custom_acl_denies_everything_until_it_has_entries()
    {
        var it = new AclNetwork();

        var trace = Ask(it.Network, it.Client, it.Server, Tcp(443));

        // Every reason is named: the request on its way in, and its reply on its way out.
        AssertForwardBlocked(AclDenies, trace);
        Assert.Equal(AclDenies, Why(trace.Return));
        Assert.Equal(it.Server.Id.Path, trace.Forward.Receiver);
    }

    [Fact]
    public void R_4_19_The_reply_is_judged_anew_with_its_ports_swapped()
    {
        var it = new AclNetwork();
        it.Acl.AllowInbound(100, Tcp(443), AnyIpv4).AllowOutbound(100, TcpRange(50000, 65535), AnyIpv4);
        var topology = Built(it.Network);

        AssertReplyBlocked(AclDenies, Ask(topology, Endpoint.Of(it.Client.Id), Endpoint.Of(it.Server.Id), Tcp(443), sourcePort: 49999));
        AssertReachable(Ask(topology, Endpoint.Of(it.Client.Id), Endpoint.Of(it.Server.Id), Tcp(443), sourcePort: 50000));
    }

    [Fact]
    public void R_4_20_An_acl_is_asked_only_at_the_edge_of_its_subnet()
    {
        var it = new AclNetwork();

        AssertReachable(Ask(it.Network, it.Neighbour, it.Server, Tcp(443)));
    }

    [Fact]
    public void Every_filter_that_denies_is_named()
    {
        var it = new AclNetwork();
        var closed = it.Servers.Instance("closed", it.Vpc.SecurityGroup("closed"));

        AssertForwardBlocked($"{AclDenies}; EniSgRulesMismatch us-east-1/v/closed", Ask(it.Network, it.Client, closed, Tcp(443)));
    }

    /// <summary>The signature table of "SG/NACL": a ping from 203.0.113.12 to 172.31.16.139, and one the other way.</summary>
    [Theory]
    [InlineData(true, true, true, "", "")]
    [InlineData(true, true, false, "", "acl")]
    [InlineData(true, false, true, "host", "")]
    [InlineData(true, false, false, "host", "acl")]
    [InlineData(false, true, true, "acl", "")]
    [InlineData(false, false, true, "acl host", "")]
    public void FLX_Ping_from_the_internet(bool aclIn, bool groupIn, bool aclOut, string forward, string reply)
    {
        var (network, host) = Pinged(aclIn, groupIn, aclOut, groupOut: false);

        var trace = AskFromInternet(network, host, Icmp, "203.0.113.12");

        Assert.Equal(forward, Denying(trace.Forward));
        Assert.Equal(reply, Denying(trace.Return));
        Assert.Equal(forward + reply == "" ? Verdict.Reachable : Verdict.Blocked, trace.Verdict);
    }

    [Theory]
    [InlineData(true, true, true, "", "")]
    [InlineData(true, true, false, "host", "")]
    [InlineData(true, false, true, "acl", "")]
    [InlineData(false, true, true, "", "acl")]
    public void FLX_Ping_to_the_internet(bool aclIn, bool aclOut, bool groupOut, string forward, string reply)
    {
        var (network, host) = Pinged(aclIn, groupIn: false, aclOut, groupOut);

        var trace = AskInternet(network, host, Icmp);

        Assert.Equal(forward, Denying(trace.Forward));
        Assert.Equal(reply, Denying(trace.Return));
        Assert.Equal(forward + reply == "" ? Verdict.Reachable : Verdict.Blocked, trace.Verdict);
    }

    static (NetworkBuilder Network, InstanceBuilder Host) Pinged(bool aclIn, bool groupIn, bool aclOut, bool groupOut)
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "172.31.0.0/16");
        var acl = vpc.NetworkAcl("acl");
        if (aclIn)
        {
            acl.AllowInbound(100, Icmp, AnyIpv4);
        }

        if (aclOut)
        {
            acl.AllowOutbound(100, Icmp, AnyIpv4);
        }

        var group = vpc.SecurityGroup("g");
        if (groupIn)
        {
            group.Ingress(Icmp, from: AnyIpv4);
        }

        if (!groupOut)
        {
            group.NoEgressByDefault();
        }

        vpc.MainRouteTable.Route(AnyIpv4, vpc.InternetGateway("igw"));
        var host = vpc.Subnet("s", "172.31.16.0/20", "a").Associate(acl).Instance("host", group).PrivateIp("172.31.16.139").PublicIp();
        return (network, host);
    }

    static string Denying(TraceDirection direction) =>
        string.Join(' ', direction.Blocks.Select(block => block.Element[(block.Element.LastIndexOf('/') + 1)..]));
}
