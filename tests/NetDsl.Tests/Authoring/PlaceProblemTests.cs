using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

/// <summary>Regions, zones, accounts, ports, protocols and look-ups: values that name something outside the network.</summary>
public class PlaceProblemTests
{
    [Theory]
    [InlineData("us-east-1")]
    [InlineData("ap-southeast-5")]
    [InlineData("us-gov-west-1")]
    [InlineData("eusc-de-east-1")]
    public void Region_has_the_form_of_the_vendors(string region) =>
        Takes(scene => scene.Network.Region(region).Vpc("new", "10.9.0.0/16").Subnet("a", "10.9.0.0/24", region + "a"));

    [Theory]
    [InlineData("virginia")]
    [InlineData("us-east-1a")]
    [InlineData("US-EAST-1")]
    [InlineData("us-east-")]
    [InlineData("us--1")]
    [InlineData("us-east-0")]
    [InlineData("")]
    [InlineData("../us-east-1")]
    public void Other_text_is_no_region_and_told_once(string region)
    {
        var topology = Refuses(scene => { scene.Network.Region(region).Vpc("new", "10.9.0.0/16"); scene.Network.Region(region); }, ProblemKind.InvalidRegion, $"'{region}' is not a region name; write one such as us-east-1");
        Assert.Equal(3, topology.Vpcs.Count);
    }

    [Fact]
    public void Region_asked_for_again_is_the_same() =>
        Assert.Equal(2, Takes(scene => scene.Network.Region("us-east-1").Vpc("new", "10.9.0.0/16")).Regions.Count);

    [Fact]
    public void Zone_is_a_letter_or_the_full_name()
    {
        var topology = Takes(scene => { scene.Shop.Subnet("short", "10.0.8.0/24", "c"); scene.Shop.Subnet("full", "10.0.9.0/24", "us-east-1c"); });
        Assert.Equal(["us-east-1c", "us-east-1c"], topology.Subnets.Where(subnet => subnet.Name is "short" or "full").Select(subnet => subnet.Zone.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("A")]
    [InlineData("ab")]
    [InlineData("us-west-2a")]
    [InlineData("us-east-1")]
    [InlineData("us-east-1a\n")]
    public void Other_text_is_no_zone_and_the_subnet_is_left_out(string zone)
    {
        var topology = Refuses(scene => scene.Shop.Subnet("new", "10.0.9.0/24", zone).Instance("web"), ProblemKind.InvalidZone, $"'{zone.Replace('\n', '?')}' is not a zone of us-east-1; write a letter such as a, or us-east-1a");
        Assert.Empty(topology.Instances);
    }

    [Theory]
    [InlineData("12345678901")]
    [InlineData("1234567890123")]
    [InlineData("12345678901a")]
    [InlineData("１２３４５６７８９０１２")]
    public void Account_number_has_twelve_digits(string number)
    {
        var topology = Refuses(scene => scene.Virginia.Vpc("new", "10.9.0.0/16", scene.Network.Account("new", number)), ProblemKind.InvalidAccount, $"'{number}' is not an account number; it has twelve digits");
        Assert.Equal(["default", "partner"], topology.Accounts.Select(account => account.Name));
    }

    [Fact]
    public void Account_number_belongs_to_one_account()
    {
        Refuses(scene => scene.Network.Account("twin", "210987654321"), ProblemKind.AccountNumberTwice, "account number 210987654321 is that of account 'partner' already; two accounts have two numbers", other: scene => scene.Partner.Origin);
        Refuses(scene => scene.Network.Account("mine", "123456789012"), ProblemKind.AccountNumberTwice, "account number 123456789012 is that of account 'default' already; two accounts have two numbers", other: _ => Origin.None);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65536)]
    public void Port_is_0_to_65535(int port)
    {
        var topology = Refuses(scene => scene.Web.Ingress(Traffic.Tcp(port), from: "0.0.0.0/0"), ProblemKind.InvalidPort, $"port {port} does not exist; a port is 0 to 65535");
        Assert.Empty(topology.SecurityGroups.Single(group => group.Name == "web").Ingress);
        Refuses(scene => scene.Web.Ingress(Traffic.UdpRange(port, port), scene.Web), ProblemKind.InvalidPort, $"port {port} does not exist; a port is 0 to 65535");
    }

    [Fact]
    public void Port_range_has_the_lower_port_first() =>
        Refuses(scene => scene.Shop.NetworkAcl("acl").AllowInbound(100, Traffic.TcpRange(443, 80), "0.0.0.0/0"), ProblemKind.InvalidPort, "the range 443 to 80 is empty; write the lower port first");

    [Theory]
    [InlineData(-1)]
    [InlineData(256)]
    public void Protocol_number_is_0_to_255(int protocol) =>
        Refuses(scene => scene.Web.Egress(Traffic.IpProtocol(protocol), to: "0.0.0.0/0"), ProblemKind.InvalidProtocol, $"protocol {protocol} does not exist; a protocol number is 0 to 255");

    [Theory]
    [InlineData(-1)]
    [InlineData(256)]
    public void Type_and_code_of_icmp_are_0_to_255(int number)
    {
        Refuses(scene => scene.Web.Ingress(Traffic.IcmpType(number), from: "0.0.0.0/0"), ProblemKind.InvalidProtocol, $"icmp type {number} does not exist; it is 0 to 255");
        Refuses(scene => scene.Web.Ingress(Traffic.Icmpv6Type(3, number), from: "::/0"), ProblemKind.InvalidProtocol, $"icmpv6 code {number} does not exist; it is 0 to 255");
    }

    [Fact]
    public void Selector_that_many_rules_use_is_told_once_and_two_selectors_twice()
    {
        Refuses(scene => { var traffic = Traffic.Tcp(70000); scene.Web.Ingress(traffic, "0.0.0.0/0").Ingress(traffic, scene.Web); }, ProblemKind.InvalidPort, "port 70000 does not exist; a port is 0 to 65535");

        var scene = new Scene();
        scene.Web.Ingress(Traffic.Tcp(70000), "0.0.0.0/0").Ingress(Traffic.Tcp(70000), "10.0.0.0/8");
        Assert.Equal(2, scene.Network.Build().Problems.Count);
    }

    [Fact]
    public void Instance_is_looked_up_after_it_was_declared()
    {
        Takes(scene => { var web = scene.Edge.Instance("web"); Assert.Same(web, scene.Shop.Instance("web")); });
        Refuses(scene => scene.Shop.Instance("web").PublicIp().PrivateIp("10.0.0.9").SecurityGroup(scene.Web).Interface("second", scene.Edge), ProblemKind.UnknownName, "VPC 'shop' has no instance 'web' at this point; declare it before, with Subnet(…).Instance(…)");
    }
}
