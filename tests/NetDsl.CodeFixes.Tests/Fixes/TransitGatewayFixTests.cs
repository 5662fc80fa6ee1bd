namespace NetDsl.CodeFixes.Tests.Fixes;

public class TransitGatewayFixTests
{
    const string Vpc = """
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        vpc.MainRouteTable.Route("10.0.0.0/8", hub);
        var a = vpc.Subnet("a", "10.0.0.0/24", "a");
        var b = vpc.Subnet("b", "10.0.1.0/24", "b");
        b.Instance("db", vpc.SecurityGroup("db"));

        """;

    [Fact]
    public Task A_zone_without_a_subnet_of_the_attachment_gets_the_one_that_has_the_route() => Repair.Turns(
        "ND2050",
        Vpc + """hub.Attach("shop", a);""",
        Vpc + """hub.Attach("shop", a).Subnet(b);""");

    [Fact]
    public Task What_follows_the_attachment_stays() => Repair.Turns(
        "ND2050",
        Vpc + """var shop = hub.Attach("shop", a).ApplianceMode(); // inspected""",
        Vpc + """var shop = hub.Attach("shop", a).Subnet(b).ApplianceMode(); // inspected""");

    [Fact]
    public Task A_subnet_that_no_variable_keeps_cannot_be_added() => Repair.IsRefused(
        "ND2050",
        """
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        vpc.MainRouteTable.Route("10.0.0.0/8", hub);
        hub.Attach("shop", vpc.Subnet("a", "10.0.0.0/24", "a"));
        vpc.Subnet("b", "10.0.1.0/24", "b").Instance("db", vpc.SecurityGroup("db"));
        """);
}
