using System.Globalization;
using NetDsl.Testing;

namespace NetDsl.Analyzers.Tests.Rules;

/// <summary>An intent that does not hold is underlined at its <c>Expect</c>; the further places are what decides about the packet that refutes it.</summary>
public class BrokenIntentTests
{
    const string Shop = """
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var internet = vpc.InternetGateway("igw");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", internet);
        var web = edge.Instance("web", vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4)).PublicIp();
        var data = vpc.Subnet("data", "10.0.1.0/24", "b");
        var db = data.Instance("db", vpc.SecurityGroup("db").Ingress(Tcp(5432), from: "10.0.0.0/24"));

        """;

    public static TheoryData<string, string> Broken => new()
    {
        {
            "ND5001: The intent does not hold: tcp 10.0.0.4:49152 -> 10.0.1.4:22 from us-east-1/shop/web to us-east-1/shop/db is dropped: no ingress rule of the security groups of us-east-1/shop/db allows tcp/22 from 10.0.0.4; add Ingress(Tcp(22), from: …) (ENI_SG_RULES_MISMATCH).",
            "network.Expect(web).CanReach(db, Tcp(22));"
        },
        {
            "ND5002: The intent does not hold: tcp 198.51.100.7:49152 -> 203.0.113.1:443 from the internet arrives at us-east-1/shop/web: allow tcp/443 from 0.0.0.0/0 (security group web), Shop.cs:13, lets it in.",
            "network.Expect(Internet).CannotReach([db, web]);"
        },
        {
            "ND5003: The intent does not hold: tcp 10.0.0.4:49152 -> 10.0.1.4:5432 from us-east-1/shop/web arrives at us-east-1/shop/db and passes no internet gateway igw.",
            "network.Expect(web).CanReach(db, Tcp(5432)).OnlyThrough(internet);"
        },
        {
            "ND5004: The intent does not hold: without zone us-east-1a, tcp 10.0.1.4:49152 -> 198.51.100.7:443 from us-east-1/shop/db to the internet is dropped: route 0.0.0.0/0 of route table 'data' is a blackhole; give it a target that exists, or remove it (BAD_STATE_ROUTE).",
            "data.RouteTable(\"data\").Route(\"0.0.0.0/0\", edge.NatGateway(\"nat\")); network.Expect(db).CanReach(Internet, Tcp(443)).SurvivesLossOf(\"a\");"
        },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_does_not_hold_is_underlined_with_its_packet(string told, string statements)
    {
        var found = Assert.Single(Squiggles.Of(TopologyPrograms.Shop(Shop + statements)));

        Assert.Equal(told, $"{found.Id}: {found.GetMessage(CultureInfo.InvariantCulture)}");
        Assert.StartsWith("Expect(", Squiggles.TextOf(found), StringComparison.Ordinal);
        Assert.NotEmpty(found.AdditionalLocations);
    }

    [Fact]
    public void The_rule_that_lets_a_packet_in_is_a_further_place_whatever_file_it_is_in()
    {
        var found = Assert.Single(Squiggles.Of(
            TopologyPrograms.Shop(Shop + "Elsewhere.Open(edge, vpc); network.Expect(Internet).CannotReach([db, edge]).ExceptTo(web);"),
            """
            using NetDsl;
            using static NetDsl.Traffic;

            static class Elsewhere
            {
                public static void Open(SubnetBuilder subnet, VpcBuilder vpc) =>
                    subnet.Instance("bastion", vpc.SecurityGroup("bastion").Ingress(Tcp(22), from: AnyIpv4)).PublicIp();
            }
            """), diagnostic => diagnostic.Id == "ND5002");

        Assert.Equal("ND5002", found.Id);
        Assert.Contains(
            found.AdditionalLocations,
            place => place.SourceTree!.GetText().ToString(place.SourceSpan) == "Ingress(Tcp(22), from: AnyIpv4)");
    }

    [Theory]
    [InlineData("network.Expect(web).CanReach(db, Tcp(5432));")]
    [InlineData("network.Expect(Internet).CannotReach([db, web]).ExceptTo(web);")]
    [InlineData("network.Expect(Internet).CanReach(web, Tcp(443)).OnlyThrough(internet);")]
    [InlineData("network.Expect(db).CannotReach(Internet);")]
    [InlineData("network.Expect(web).CanReach(Internet, [Tcp(443), Udp(53), Icmp]);")]
    [InlineData("data.RouteTable(\"data\").Route(\"0.0.0.0/0\", data.NatGateway(\"nat\", connectivity: NatConnectivity.Private)); network.Expect(db).CannotReach(Internet);")]
    public void What_holds_is_not(string statements) => Assert.DoesNotContain(
        Squiggles.Of(TopologyPrograms.Shop(Shop + statements)), found => found.Id.StartsWith("ND50", StringComparison.Ordinal));
}
