using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

public class DomainNameTests
{
    readonly NetworkBuilder network = new("Names");

    [Theory]
    [InlineData("", "'' is not a domain name: it has 1 to 253 characters")]
    [InlineData("a..b", "'a..b' is not a domain name: a label is empty")]
    [InlineData("bad name.example", "'bad name.example' is not a domain name: 'bad name' is no label; a label has 1 to 63 letters, digits, '-' and '_', and neither begins nor ends with '-'")]
    [InlineData("-a.example", "'-a.example' is not a domain name: '-a' is no label; a label has 1 to 63 letters, digits, '-' and '_', and neither begins nor ends with '-'")]
    [InlineData("*.example", "'*.example' is not a domain name: '*' is no label; a label has 1 to 63 letters, digits, '-' and '_', and neither begins nor ends with '-'")]
    public void A_domain_has_labels(string domain, string message)
    {
        network.PrivateHostedZone(domain);

        Assert.Equal(message, Assert.Single(network.Build().Problems).Text);
    }

    [Fact]
    public void Names_are_compared_in_small_letters_and_without_the_last_dot()
    {
        network.PrivateHostedZone("Corp.Example.").Record("DB.corp.example.", "10.0.0.1");

        var zone = Assert.Single(network.Build().Names.Zones);
        Assert.Equal("corp.example", zone.Name);
        Assert.Equal("db.corp.example", Assert.Single(zone.Records).Name);
    }

    [Fact]
    public void A_name_has_one_record_and_a_record_addresses()
    {
        network.PrivateHostedZone("corp.example").Record("db", "10.0.0.1").Record("db.corp.example", "10.0.0.2").Record("empty", []).Record("bad", "10.0.0");

        Assert.Equal(
            [
                "zone 'corp.example' has a record 'db.corp.example' already; give all of its addresses there",
                "record 'empty.corp.example' has no address; name at least one",
                "'10.0.0' is not an IPv4 address; write one such as 10.0.0.4",
            ],
            network.Build().Problems.Select(problem => problem.Text));
    }

    [Fact]
    public void A_rule_is_of_its_region_and_a_VPC_has_one_a_domain()
    {
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        region.ResolverRule("one", "corp.example").Target("192.168.0.53").Associate(vpc).Associate(network.Region("eu-west-1").Vpc("far", "10.1.0.0/16"));
        region.ResolverRule("two", "corp.example").Target("192.168.0.53").Associate(vpc);

        Assert.Equal(
            [
                "resolver rule 'one' is of us-east-1, VPC 'far' of eu-west-1; declare a rule in its region",
                "VPC 'shop' forwards 'corp.example' by rule 'one' already; a VPC has one rule a domain",
            ],
            network.Build().Problems.Select(problem => problem.Text));
    }

    [Fact]
    public void A_rule_has_a_target()
    {
        Refuses(scene => scene.Virginia.ResolverRule("corp", "corp.example"), ProblemKind.Conflict, "resolver rule 'corp' has no target, so that nobody would answer for 'corp.example'; name a server with Target(…)");
        Refuses(scene => scene.Virginia.ResolverRule("corp", "corp.example").Target("10.0.0"), ProblemKind.InvalidAddress, "'10.0.0' is not an IPv4 address; write one such as 10.0.0.4");
    }

    [Fact]
    public void An_inbound_endpoint_is_in_a_zone_at_least()
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        network.Site("office").ResolvesBy(vpc.InboundResolverEndpoint("inbound"));

        Assert.Equal(["inbound resolver endpoint 'inbound' is in no subnet; put it into at least one zone with Subnet(…)"], network.Build().Problems.Select(problem => problem.Text));
    }

    [Fact]
    public void A_record_is_no_longer_than_a_name()
    {
        var label = new string('a', 60);
        network.PrivateHostedZone($"{label}.{label}").Record($"{label}.{label}.bbbbbbbbbbbb", "10.0.0.1");

        Assert.EndsWith(" is not a domain name: it has 1 to 253 characters", Assert.Single(network.Build().Problems).Text, StringComparison.Ordinal);
    }
}
