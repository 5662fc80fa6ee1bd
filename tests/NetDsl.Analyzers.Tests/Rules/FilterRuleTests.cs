namespace NetDsl.Analyzers.Tests.Rules;

/// <summary>Rules of filters that let in more than is meant.</summary>
public class FilterRuleTests
{
    const string Edge = """
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").AmazonIpv6Cidr();
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a").Ipv6Cidr();
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var web = vpc.SecurityGroup("web");

        """;

    [Fact]
    public void A_port_of_administration_that_is_open_to_everybody_is_underlined_at_the_prefix() => Squiggles.One(
        "ND3050",
        "Security group 'web' lets everybody (0.0.0.0/0) to port 22 of network interface 'web', which has the public address 203.0.113.1; write the prefix of those who administer it.",
        """
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        edge.Instance({0|"web"|}, vpc.SecurityGroup("web").Ingress(Tcp(22), from: [|"0.0.0.0/0"|])).PublicIp();
        """);

    [Theory]
    [InlineData("""edge.Instance("web", web.Ingress(Tcp(3389), from: AnyIpv4)).PublicIp();""")]
    [InlineData("""edge.Instance("web", web.Ingress(TcpRange(0, 1024), from: AnyIpv4)).PublicIp();""")]
    [InlineData("""edge.Instance("web", web.Ingress(Tcp(22), from: AnyIpv6)).Ipv6Address();""")]
    public void Ports_of_administration_that_everybody_reaches_are_told(string rest) => Assert.Contains("ND3050", Squiggles.Ids(Edge + rest));

    [Theory]
    [InlineData("""edge.Instance("web", web.Ingress(Tcp(22), from: "198.51.100.0/24")).PublicIp();""")]
    [InlineData("""edge.Instance("web", web.Ingress(Tcp(22), from: AnyIpv4));""")]
    [InlineData("""edge.Instance("web", web.Ingress(Tcp(443), from: AnyIpv4)).PublicIp();""")]
    [InlineData("""edge.Instance("web", web.Ingress(Udp(22), from: AnyIpv4)).PublicIp();""")]
    [InlineData("""web.Ingress(Tcp(22), from: AnyIpv4);""")]
    [InlineData("""edge.Instance("web", web.Ingress(Tcp(22), from: AnyIpv6)).PublicIp();""")]
    public void Ports_that_few_reach_or_that_administer_nothing_are_not_told(string rest) => Assert.DoesNotContain("ND3050", Squiggles.Ids(Edge + rest));

    const string Acl = """
        var acl = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").NetworkAcl("edge");

        """;

    [Fact]
    public void An_entry_that_never_decides_is_underlined_as_a_whole() => Squiggles.One(
        "ND3051",
        "Entry 200 of network ACL 'edge' denies tcp/22 0.0.0.0/0 what entry 100 allows all 0.0.0.0/0 already: the lower number decides, and this one never does; give it a number below 100, or take it away.",
        """
        var acl = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").NetworkAcl("edge");
        acl.{0|AllowInbound(100, AllTraffic, from: "0.0.0.0/0")|}.[|DenyInbound(200, Tcp(22), from: "0.0.0.0/0")|];
        """);

    [Theory]
    [InlineData("""acl.DenyOutbound(10, AllTraffic, to: "10.0.0.0/8").AllowOutbound(20, Tcp(443), to: "10.1.0.0/16");""")]
    [InlineData("""acl.DenyInbound(20, Tcp(22), from: AnyIpv4).AllowInbound(10, TcpRange(1, 1024), from: AnyIpv4);""")]
    [InlineData("""acl.AllowInbound(10, Icmp, from: AnyIpv4).DenyInbound(20, Icmp, from: "10.0.0.0/8");""")]
    public void Entries_behind_their_opposite_are_told(string rest) => Assert.Equal(["ND3051"], Squiggles.Ids(Acl + rest));

    [Theory]
    [InlineData("""acl.DenyInbound(10, Tcp(22), from: AnyIpv4).AllowInbound(20, AllTraffic, from: AnyIpv4);""")]
    [InlineData("""acl.AllowInbound(10, Tcp(443), from: AnyIpv4).AllowInbound(20, Tcp(443), from: "10.0.0.0/8");""")]
    [InlineData("""acl.AllowInbound(10, Tcp(443), from: "10.0.0.0/8").DenyInbound(20, Tcp(443), from: AnyIpv4);""")]
    [InlineData("""acl.AllowInbound(10, AllTraffic, from: AnyIpv4).DenyOutbound(20, Tcp(22), to: AnyIpv4);""")]
    [InlineData("""acl.AllowInbound(10, AllTraffic, from: AnyIpv4).DenyInbound(20, Tcp(22), from: AnyIpv6);""")]
    public void Entries_that_decide_of_something_or_say_the_same_are_not_told(string rest) => Assert.Empty(Squiggles.Ids(Acl + rest));
}
