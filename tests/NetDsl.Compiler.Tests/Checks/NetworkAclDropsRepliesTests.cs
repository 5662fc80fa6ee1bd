using static NetDsl.Traffic;

namespace NetDsl.Compiler.Tests.Checks;

public class NetworkAclDropsRepliesTests
{
    [Fact]
    public void An_acl_that_lets_requests_in_and_no_reply_out_is_told() => Assert.Equal(
        ["ND3010: TCP from the internet to network interface 'web' (198.51.100.7 → 203.0.113.1, port 443) arrives, and its reply is dropped: network ACL us-east-1/shop/edge lets no tcp/49152 to 198.51.100.7 out (SUBNET_ACL_RESTRICTION); add AllowOutbound(10, TcpRange(1024, 65535), to: \"0.0.0.0/0\")."],
        Checked.Messages(network => Web(network, acl => acl.AllowInbound(100, Tcp(443), from: "0.0.0.0/0"))));

    [Fact]
    public void Some_of_the_ports_are_not_enough() => Assert.Contains(
        "add AllowOutbound(110, TcpRange(1024, 65535), to: \"0.0.0.0/0\")",
        Assert.Single(Checked.Messages(network => Web(network, acl => acl.AllowInbound(100, Tcp(443), from: "0.0.0.0/0").AllowOutbound(100, TcpRange(1024, 50000), to: "0.0.0.0/0")))),
        StringComparison.Ordinal);

    [Fact]
    public void The_ports_of_one_kind_of_system_are_enough() =>
        Assert.Equal([], Checked.Messages(network => Web(network, acl => acl.AllowInbound(100, Tcp(443), from: "0.0.0.0/0").AllowOutbound(100, TcpRange(32768, 60999), to: "0.0.0.0/0"))));

    [Fact]
    public void An_acl_that_lets_requests_out_and_no_reply_in_is_told_with_the_subnet_that_replies() => Assert.Equal(
        ["ND3010: TCP from network interface 'web' to network interface 'db' (10.0.0.4 → 10.0.1.4, port 5432) arrives, and its reply is dropped: network ACL us-east-1/shop/app lets no tcp/49152 from 10.0.1.4 in (SUBNET_ACL_RESTRICTION); add AllowInbound(10, TcpRange(1024, 65535), from: \"10.0.1.0/24\")."],
        Checked.Messages(network => TwoTiers(network, acl => acl.AllowOutbound(100, Tcp(5432), to: "10.0.1.0/24"))));

    [Fact]
    public void What_the_acl_does_not_let_begin_is_not_told() =>
        Assert.Empty(Checked.Messages(network => TwoTiers(network, acl => acl.AllowOutbound(100, Tcp(443), to: "10.0.1.0/24"))));

    [Fact]
    public void What_an_entry_denies_is_meant() =>
        Assert.Empty(Checked.Messages(network => TwoTiers(network, acl => acl.AllowOutbound(100, Tcp(5432), to: "10.0.1.0/24").DenyInbound(100, AllTraffic, from: "10.0.1.0/24"))));

    [Fact]
    public void Connections_to_high_ports_that_an_entry_for_replies_lets_begin_are_not_told() =>
        Assert.Empty(Checked.Messages(network => TwoTiers(network, acl => acl.AllowInbound(100, Tcp(443), from: "10.0.1.0/24").AllowOutbound(100, TcpRange(1024, 65535), to: "10.0.1.0/24"))));

    [Fact]
    public void What_groups_do_not_let_begin_is_not_told() =>
        Assert.Empty(Checked.Messages(network => TwoTiers(network, acl => acl.AllowOutbound(100, Tcp(5432), to: "10.0.1.0/24"), from: "10.9.0.0/16")));

    static void Web(NetworkBuilder network, Action<NetworkAclBuilder> entries)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var acl = vpc.NetworkAcl("edge");
        entries(acl);
        edge.Associate(acl).Instance("web", vpc.SecurityGroup("web").NoEgressByDefault().Ingress(Tcp(443), from: AnyIpv4)).PublicIp();
    }

    static void TwoTiers(NetworkBuilder network, Action<NetworkAclBuilder> entries, string from = "10.0.0.0/24")
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var acl = vpc.NetworkAcl("app");
        entries(acl);
        vpc.Subnet("app", "10.0.0.0/24", "a").Associate(acl).Instance("web", vpc.SecurityGroup("web"));
        vpc.Subnet("data", "10.0.1.0/24", "a").Instance("db", vpc.SecurityGroup("db").NoEgressByDefault().Ingress(Tcp(5432), from: from));
    }
}
