using NetDsl.Testing;

namespace NetDsl.Analyzers.Tests.Rules;

public class AllocationTests
{
    const string Vpc = "var vpc = network.Region(\"us-east-1\").Vpc(\"shop\", \"10.0.0.0/16\");\n";

    [Fact]
    public void What_the_lock_file_would_move_is_underlined_at_its_length() => Underlines(
        "ND1030: Subnet 'web' is locked at 10.0.1.0/24 (netdsl.lock.json, line 3), and a /25 is asked for; it would move to 10.0.0.0/25. Undo the edit, or delete 'us-east-1/shop/web' from the file to let it move.",
        "25",
        Vpc + "vpc.Subnet(\"web\", 25, \"a\");",
        "{ \"format\": \"netdsl.lock/1\", \"topologies\": {\n\"Shop\": {\n\"us-east-1/shop/web\": \"10.0.1.0/24\" } } }");

    [Fact]
    public void What_is_not_locked_yet_is_told_at_its_length() => Underlines(
        "ND1032: Subnet 'web-a' got 10.0.0.0/26, which the lock file does not hold, so that a later edit may move it; run netdsl lock.",
        "26",
        Vpc + "vpc.Subnets(\"web\", [\"a\"], prefixLength: 26);",
        "{ \"format\": \"netdsl.lock/1\", \"topologies\": {} }");

    [Fact]
    public void A_prefix_without_room_is_underlined_at_its_length() => Squiggles.One(
        "ND1031",
        "There is no room for a /16 for subnet 'b' in 10.0.0.0/16; ask for less, or add a block.",
        Vpc + "vpc.Subnet(\"a\", 28, \"a\");\nvpc.Subnet(\"b\", [|16|], \"a\");");

    [Fact]
    public void What_is_wrong_in_the_lock_file_is_underlined_there()
    {
        const string Lock = "{ \"format\": \"netdsl.lock/1\", \"topologies\": {\n\"Shop\": { \"us-east-1/shop/web\": \"10.0.1.1/24\" } } }";
        var found = Assert.Single(Squiggles.Of(
            TopologyPrograms.Compile(TopologyPrograms.Shop(Vpc + "vpc.Subnet(\"web\", 24, \"a\");")), new DataFileText("netdsl.lock.json", Lock)),
            each => each.Id == "ND1013");
        Assert.Equal("/src/netdsl.lock.json", found.Location.GetLineSpan().Path);
        Assert.Equal("\"10.0.1.1/24\"", Lock.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
    }

    [Fact]
    public void Without_a_lock_file_nothing_is_told() => Squiggles.None(Vpc + "vpc.Subnets(\"web\", [\"a\", \"b\"], 24);");

    static void Underlines(string message, string text, string statements, string lockFile)
    {
        var found = Assert.Single(Squiggles.Of(TopologyPrograms.Compile(TopologyPrograms.Shop(statements)), new DataFileText("netdsl.lock.json", lockFile)));
        Assert.Equal([message], Squiggles.Show([found]));
        Assert.Equal(text, Squiggles.TextOf(found));
    }
}
