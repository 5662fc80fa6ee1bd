using NetDsl.Testing;

namespace NetDsl.Analyzers.Tests.Rules;

/// <summary>What an intent says nothing by is underlined: the narrowest text.</summary>
public class IntentTests
{
    const string Vpc = """
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        var web = edge.Instance("web").Tag("role", "web");
        var db = edge.Instance("db");

        """;

    [Theory]
    [InlineData("The expectation claims nothing; complete it with CanReach(…) or CannotReach(…).", "network.[|Expect(web)|];")]
    [InlineData("Route table 'main' has no address that packets are sent to or come from; name an instance, an interface, a subnet, a VPC, a site, a host, a client, a prefix, Tagged(…) or Internet.", "network.Expect(Internet).CannotReach([|vpc.MainRouteTable|]);")]
    [InlineData("Route table 'main' has no address that packets are sent to or come from; name an instance, an interface, a subnet, a VPC, a site, a host, a client, a prefix, Tagged(…) or Internet.", "network.Expect(Internet).CannotReach([web, [|vpc.MainRouteTable|], db]);")]
    [InlineData("No interface has the tag 'role' with the value 'wbe'; put it on with Tag(\"role\", \"wbe\"), or correct it.", "network.Expect([Internet, [|Tagged(\"role\", \"wbe\")|]]).CannotReach(db);")]
    [InlineData("Nobody has an address of 10.9.0.0/16: no interface, no host of a site, no client and no host of the internet; correct it.", "network.Expect([web, [|\"10.9.0.0/16\"|]]).CannotReach(db);")]
    [InlineData("Nobody has an address of 10.9.0.0/16: no interface, no host of a site, no client and no host of the internet; correct it.", "var office = [|\"10.9.0.0/16\"|]; network.Expect(office).CannotReach(db);")]
    [InlineData("Nobody has an address of 10.9.0.0/16: no interface, no host of a site, no client and no host of the internet; correct it.", "var offices = new[] { \"10.0.0.0/16\", [|\"10.9.0.0/16\"|] }; network.Expect(web).CannotReach([.. offices]);")]
    [InlineData("Nothing of the network is in zone 'us-east-1b'; write one of us-east-1a.", "network.Expect(web).CanReach(db, Tcp(1)).SurvivesLossOf([|\"us-east-1b\"|]);")]
    [InlineData("With zone us-east-1a all of one side is gone, so that nothing is left to be reached; name a zone in which not all of them are.", "network.Expect(web).CanReach(db, Tcp(1)).SurvivesLossOf([|\"a\"|]);")]
    [InlineData("The exceptions leave nobody of those who send; leave out fewer.", "network.Expect(web).CannotReach(db).ExceptFrom([|vpc|]);")]
    [InlineData("Instance 'web' forwards nothing, so that no packet passes it; let the instance send on with ForwardsTraffic() or TranslatesSources(), or name what does.", "network.Expect(Internet).CanReach(db, Tcp(1)).OnlyThrough([|web|]);")]
    [InlineData("The intent is about no traffic; name some, such as Tcp(443).", "network.Expect(web).CanReach(db, [|[]|]);")]
    public void What_says_nothing_is_underlined(string message, string statements) => Squiggles.One("ND5010", message, Vpc + statements);

    [Theory]
    [InlineData("ND1001", "'10.0.0.1/16' has host bits set; the prefix is 10.0.0.0/16.", "network.Expect([web, [|\"10.0.0.1/16\"|]]).CannotReach(db);")]
    [InlineData("ND1004", "Port 70000 does not exist; a port is 0 to 65535.", "network.Expect(web).CannotReach(db, Tcp([|70000|]));")]
    [InlineData("ND1003", "Instance 'db' has a tag 'role' already; an element has one value for a key, leave one out.", "db.{0|Tag(\"role\", \"x\")|}.Tag([|\"role\"|], \"db\");")]
    public void Values_are_underlined_as_those_of_others(string id, string message, string statements) => Squiggles.One(id, message, Vpc + statements);

    [Fact]
    public void What_says_something_is_not() => Squiggles.None(Vpc + """
        network.Expect(Internet).CannotReach([web, db], [Tcp(22), Tcp(3389)]);
        network.Expect(Tagged("role", "web")).CanReach(db, Tcp(5432)).CannotReach(Internet);
        """);

    [Fact]
    public void An_expectation_that_is_still_typed_is_not_told_to_claim_nothing() => Assert.All(
        ["network.Expect(web).CanReach(", "network.Expect(web).CanReach(unknown, Tcp(1));", "network.Expect(web).CanReach(db, unknown).OnlyThrough(web);", "network.Expect(unknown);"],
        statement => Assert.Empty(Squiggles.Show(Squiggles.Of(TopologyPrograms.Shop(Vpc + statement)))));
}
