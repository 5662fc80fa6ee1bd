using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <content>Types and codes of ICMP.</content>
public abstract partial class SemanticsVectors
{
    [Fact]
    public void R_4_9_A_ping_and_its_answer_are_one_pair_of_types()
    {
        var it = new AclNetwork();
        it.Acl.AllowInbound(100, IcmpType(8), AnyIpv4).AllowOutbound(100, IcmpType(0), AnyIpv4);
        var topology = Built(it.Network);

        var trace = Ask(topology, Endpoint.Of(it.Client.Id), Endpoint.Of(it.Server.Id), Icmp);

        AssertReachable(trace);
        Assert.Equal((8, 0), (Last(trace.Forward).IcmpMessage.Type, Last(trace.Return).IcmpMessage.Type));
        AssertForwardBlocked(AclDenies, Ask(topology, Endpoint.Of(it.Client.Id), Endpoint.Of(it.Server.Id), IcmpType(13)));
    }

    [Fact]
    public void The_answer_of_a_ping_needs_its_own_type_at_an_acl()
    {
        var it = new AclNetwork();
        it.Acl.AllowInbound(100, Icmp, AnyIpv4).AllowOutbound(100, IcmpType(8), AnyIpv4);

        AssertReplyBlocked(AclDenies, Ask(it.Network, it.Client, it.Server, Icmp));
    }

    [Fact]
    public void R_4_15_An_error_message_is_not_let_in_unless_a_rule_says_so()
    {
        var network = new NetworkBuilder();
        var (vpc, subnet) = PublicSubnet(network);
        var silent = subnet.Instance("silent", vpc.SecurityGroup("silent")).PublicIp();
        var told = subnet.Instance("told", vpc.SecurityGroup("told").Ingress(IcmpType(3, 4), from: AnyIpv4)).PublicIp();

        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/silent", AskFromInternet(network, silent, IcmpType(3, 4)));
        AssertReachable(AskFromInternet(network, told, IcmpType(3, 4)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/told", AskFromInternet(network, told, IcmpType(3, 3)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/told", AskFromInternet(network, told, Icmp));
    }

    [Fact]
    public void Nobody_answers_an_error_message()
    {
        var it = new AclNetwork();
        it.Acl.AllowInbound(100, IcmpType(3), AnyIpv4);

        var trace = Ask(it.Network, it.Client, it.Server, IcmpType(3, 4));

        AssertReachable(trace);
        Assert.Equal(TraceDirection.NotWalked, trace.Return);
    }

    [Fact]
    public void R_4_23_What_tells_of_too_large_packets_passes_an_acl_in_the_direction_that_lets_it()
    {
        var it = new AclNetwork();
        it.Acl.AllowInbound(100, IcmpType(3, 4), AnyIpv4).AllowOutbound(100, Tcp(443), AnyIpv4);

        AssertReachable(Ask(it.Network, it.Client, it.Server, IcmpType(3, 4)));
        AssertForwardBlocked(AclDenies, Ask(it.Network, it.Server, it.Client, IcmpType(3, 4)));
        AssertForwardBlocked(AclDenies, Ask(it.Network, it.Client, it.Server, IcmpType(11, 0)));
    }

    [Fact]
    public void R_1_21_Messages_other_than_echo_requests_do_not_become_ipv4()
    {
        var it = new DualNetwork();

        AssertForwardBlocked("NatUnsupportedProtocol us-east-1/v/nat", Ask(it.Network, it.Six.Instance("app", it.Group), "64:ff9b::198.51.100.7", Icmpv6Type(2, 0)));
    }

    static (VpcBuilder Vpc, SubnetBuilder Subnet) PublicSubnet(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var subnet = vpc.Subnet("s", "10.0.0.0/24", "a");
        subnet.RouteTable("public").Route(AnyIpv4, vpc.InternetGateway("igw"));
        return (vpc, subnet);
    }
}
