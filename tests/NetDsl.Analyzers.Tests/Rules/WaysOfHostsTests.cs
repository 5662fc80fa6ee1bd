namespace NetDsl.Analyzers.Tests.Rules;

/// <summary>Hosts whose packets find a way that leads nowhere.</summary>
public class WaysOfHostsTests
{
    const string Hub = """
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        vpc.MainRouteTable.Route("10.0.0.0/8", hub);
        var (a, b) = (vpc.Subnet("a", "10.0.0.0/24", "a"), vpc.Subnet("b", "10.0.1.0/24", "b"));

        """;

    [Fact]
    public void A_zone_that_the_attachment_has_no_subnet_in_is_underlined_at_the_attachment() => Squiggles.One(
        "ND2050",
        "Attachment 'shop' of transit gateway 'hub' has no subnet in zone us-east-1b, where subnet 'b' routes 10.0.0.0/8 to the gateway: what its hosts send there is dropped; add a subnet of that zone to the attachment, with Subnet(…).",
        """
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        vpc.MainRouteTable.Route("10.0.0.0/8", hub);
        var a = vpc.Subnet("a", "10.0.0.0/24", "a");
        vpc.Subnet({0|"b"|}, "10.0.1.0/24", "b").Instance("db", vpc.SecurityGroup("db"));
        hub.Attach([|"shop"|], a);
        """);

    [Theory]
    [InlineData("""b.Instance("db"); b.RouteTable("b").Route("192.168.0.0/16", hub); hub.Attach("shop", a);""")]
    [InlineData("""b.Interface("eni", vpc.SecurityGroup("g")); hub.Attach("shop", a);""")]
    [InlineData("""a.Instance("web"); hub.Attach("shop", b);""")]
    public void Each_zone_that_sends_is_told(string rest) => Assert.Equal(["ND2050"], Squiggles.Ids(Hub + rest));

    [Theory]
    [InlineData("""b.Instance("db"); hub.Attach("shop", a).Subnet(b);""")]
    [InlineData("""hub.Attach("shop", a);""")]
    [InlineData("""b.Instance("db"); b.RouteTable("b"); hub.Attach("shop", a);""")]
    [InlineData("""vpc.Subnet("a2", "10.0.2.0/24", "a").Instance("db"); hub.Attach("shop", a);""")]
    public void A_zone_that_sends_nothing_or_has_a_subnet_is_not_told(string rest) => Assert.Empty(Squiggles.Ids(Hub + rest));

    const string Bare = """
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub", defaultRouteTable: false);
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        var apps = vpc.Subnet("apps", "10.0.0.0/24", "a");

        """;

    [Fact]
    public void An_attachment_without_a_table_is_underlined_at_its_name() => Squiggles.One(
        "ND2052",
        "Attachment 'shop' is associated with no route table of transit gateway 'hub', which so drops everything that VPC 'shop' sends; call Associate on a table with it.",
        """
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub", defaultRouteTable: false);
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        vpc.MainRouteTable.Route("10.0.0.0/8", hub);
        var apps = vpc.Subnet({0|"apps"|}, "10.0.0.0/24", "a");
        apps.Instance("web", vpc.SecurityGroup("web"));
        hub.Attach([|"shop"|], apps);
        """);

    [Theory]
    [InlineData("""vpc.MainRouteTable.Route("10.0.0.0/8", hub); apps.Instance("web"); hub.Attach("shop", apps);""")]
    [InlineData("""apps.RouteTable("apps").Route("0.0.0.0/0", hub); apps.Interface("eni"); hub.RouteTable("all").Propagate(hub.Attach("shop", apps));""")]
    [InlineData("""apps.Instance("web"); var shop = hub.Attach("shop", apps); hub.RouteTable("all").Route("10.0.0.0/8", shop); vpc.MainRouteTable.Route("10.0.0.0/8", hub);""")]
    public void Attachments_that_are_sent_to_and_have_no_table_are_told(string rest) => Assert.Equal(["ND2052"], Squiggles.Ids(Bare + rest));

    [Theory]
    [InlineData("""vpc.MainRouteTable.Route("10.0.0.0/8", hub); apps.Instance("web"); hub.RouteTable("all").Associate(hub.Attach("shop", apps));""")]
    [InlineData("""apps.Instance("web"); hub.Attach("shop", apps);""")]
    [InlineData("""vpc.MainRouteTable.Route("10.0.0.0/8", hub); hub.Attach("shop", apps);""")]
    [InlineData("""hub.CidrBlock("10.9.0.0/24"); vpc.MainRouteTable.Route("10.9.0.0/24", hub); apps.Instance("tunnels"); hub.Attach("shop", apps);""")]
    public void Attachments_with_a_table_or_that_nobody_sends_to_are_not_told(string rest) => Assert.Empty(Squiggles.Ids(Bare + rest));

    const string Service = """
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("shop", "10.0.0.0/16");

        """;

    [Fact]
    public void A_gateway_endpoint_without_a_table_is_underlined_at_its_name() => Squiggles.One(
        "ND2053",
        "Gateway endpoint 's3' is associated with no route table of VPC 'shop', so that nothing goes by it to public service 's3'; call RouteTable with the tables of the subnets that use it.",
        Service + """vpc.GatewayEndpoint([|"s3"|], region.Service("s3"));""");

    [Theory]
    [InlineData("""vpc.GatewayEndpoint("s3", region.Service("s3")); vpc.GatewayEndpoint("db", region.Service("dynamodb")).RouteTable(vpc.MainRouteTable);""")]
    [InlineData("""vpc.GatewayEndpoint("dynamodb", region.Service("dynamodb"));""")]
    [InlineData("""vpc.Subnet("a", "10.0.0.0/24", "a").RouteTable("a"); vpc.GatewayEndpoint("s3", region.Service("s3"));""")]
    public void Gateway_endpoints_without_tables_are_told(string rest) => Assert.Equal(["ND2053"], Squiggles.Ids(Service + rest));

    [Theory]
    [InlineData("""vpc.GatewayEndpoint("s3", region.Service("s3")).RouteTable(vpc.MainRouteTable);""")]
    [InlineData("""vpc.GatewayEndpoint("s3", region.Service("s3")).RouteTable(vpc.Subnet("a", "10.0.0.0/24", "a").RouteTable("a"));""")]
    [InlineData("""vpc.InterfaceEndpoint("sqs", region.Service("sqs")).Subnet(vpc.Subnet("a", "10.0.0.0/24", "a"));""")]
    public void Gateway_endpoints_with_tables_and_other_endpoints_are_not_told(string rest) => Assert.Empty(Squiggles.Ids(Service + rest));
}
