using NetDsl.Compiler.Checks;
using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Evaluation.Tests;

/// <summary>Prefixes that nobody names are the same at compile time and when the program runs, and the lock file keeps them.</summary>
public class AllocationTests
{
    const string LockName = "netdsl.lock.json";
    const string Vpc = "var vpc = network.Region(\"us-east-1\").Vpc(\"shop\", \"10.0.0.0/16\");\n";

    [Theory]
    [InlineData(Vpc + "vpc.Subnets(\"data\", [\"a\", \"b\"], 24);", "10.0.0.0/24 10.0.1.0/24")]
    [InlineData(Vpc + "vpc.Subnets(\"data\", new[] { \"a\", \"us-east-1b\" }, prefixLength: 20);", "10.0.0.0/20 10.0.16.0/20")]
    [InlineData(Vpc + "vpc.Subnets(\"data\", new List<string> { \"b\" }, 28); vpc.Subnet(\"edge\", 24, \"a\");", "10.0.0.0/28 10.0.1.0/24")]
    [InlineData(Vpc + "vpc.Subnet(\"edge\", \"10.0.0.0/20\", \"a\"); vpc.Subnets(\"data\", [\"a\", \"b\"], 24);", "10.0.0.0/20 10.0.16.0/24 10.0.17.0/24")]
    [InlineData(Vpc + "vpc.SecondaryCidr(\"100.64.0.0/24\"); vpc.Subnet(\"all\", 16, \"a\"); vpc.Subnet(\"more\", 24, \"a\");", "10.0.0.0/16 100.64.0.0/24")]
    [InlineData(Vpc + "foreach (var subnet in vpc.Subnets(\"data\", [\"a\", \"b\"], 24)) vpc.SecurityGroup(subnet.Name).Ingress(Tcp(80), from: subnet.Cidr);", "10.0.0.0/24 10.0.1.0/24")]
    [InlineData(Vpc + "var (a, b) = vpc.Subnets(\"data\", [\"a\", \"b\"], 24) is [var x, var y] ? (x, y) : default; b.Instance(\"db\");", "10.0.0.0/24 10.0.1.0/24")]
    [InlineData(Vpc + "vpc.Subnets(\"data\", [\"a\", \"b\"], 24, subnet => subnet.Instance($\"db-{subnet.Name}\"));", "10.0.0.0/24 10.0.1.0/24")]
    public void The_lowest_free_prefix_is_given_out(string statements, string prefixes)
    {
        var topology = Both(statements).Built;
        Assert.True(topology.IsWhole);
        Assert.Equal(prefixes, string.Join(' ', topology.Subnets.Select(subnet => subnet.Prefix)));
        Assert.All(topology.Allocations, allocation => Assert.Equal(AllocationHold.NoLockFile, allocation.Hold));
        Assert.Empty(TopologyChecks.Run(topology));
    }

    [Theory]
    [InlineData("var region = network.Region(\"us-east-1\"); region.Vpc(\"a\", 16); region.Vpc(\"b\", 20); network.Region(\"eu-west-1\").Vpc(\"c\", 16);", "10.0.0.0/16 10.1.0.0/20 10.2.0.0/16")]
    [InlineData("network.AddressPool(\"10.64.0.0/10\"); network.Region(\"us-east-1\").Vpc(\"a\", 16);", "10.64.0.0/16")]
    [InlineData("network.AddressPool(\"10.64.0.0/15\"); var lab = network.AddressPool(\"192.168.0.0/16\"); var region = network.Region(\"us-east-1\"); region.Vpc(\"a\", 20, lab); region.Vpc(\"b\", 16); region.Vpc(\"c\", 16); region.Vpc(\"d\", 20);", "192.168.0.0/20 10.64.0.0/16 10.65.0.0/16 192.168.16.0/20")]
    [InlineData("var region = network.Region(\"us-east-1\"); region.Vpc(\"old\", \"10.0.0.0/16\").SecondaryCidr(\"10.1.0.0/16\"); region.Vpc(\"new\", 16);", "10.0.0.0/16 10.2.0.0/16")]
    public void A_vpc_gets_a_block_that_no_other_has(string statements, string blocks)
    {
        var topology = Both(statements).Built;
        Assert.True(topology.IsWhole);
        Assert.Equal(blocks, string.Join(' ', topology.Vpcs.Select(vpc => vpc.Primary)));
        Assert.Empty(TopologyChecks.Run(topology));
    }

    [Fact]
    public void What_is_locked_stays_when_a_zone_comes_before_it()
    {
        var held = Lock("\"us-east-1/shop\": \"10.7.0.0/16\", \"us-east-1/shop/data-b\": \"10.7.0.0/24\", \"us-east-1/shop/data-c\": \"10.7.1.0/24\"");
        var (topology, messages) = Both("network.Region(\"us-east-1\").Vpc(\"shop\", 16).Subnets(\"data\", [\"a\", \"b\", \"c\"], 24);", held);
        Assert.True(topology.IsWhole);
        Assert.Equal("10.7.0.0/16", topology.Vpcs[0].Primary.ToString());
        Assert.Equal(["10.7.2.0/24", "10.7.0.0/24", "10.7.1.0/24"], topology.Subnets.Select(subnet => subnet.Prefix.ToString()));
        Assert.Equal(
            [AllocationHold.Locked, AllocationHold.NotLocked, AllocationHold.Locked, AllocationHold.Locked],
            topology.Allocations.Select(allocation => allocation.Hold));
        Assert.Equal(["ND1032: Subnet 'data-a' got 10.7.2.0/24, which the lock file does not hold, so that a later edit may move it; run netdsl lock."], messages);
    }

    [Fact]
    public void What_is_new_keeps_clear_of_what_was_locked_and_is_not_declared() =>
        Assert.Equal("10.0.1.0/24", Both(Vpc + "vpc.Subnet(\"new\", 24, \"a\");", Lock("\"us-east-1/shop/old\": \"10.0.0.0/24\"")).Built.Subnets[0].Prefix.ToString());

    [Fact]
    public void The_lock_of_another_topology_says_nothing() =>
        Assert.Equal(
            "10.0.0.0/24",
            Both(Vpc + "vpc.Subnet(\"web\", 24, \"a\");", """{ "format": "netdsl.lock/1", "topologies": { "Office": { "us-east-1/shop/web": "10.0.9.0/24" } } }""").Built.Subnets[0].Prefix.ToString());

    [Theory]
    [InlineData(
        "vpc.Subnet(\"web\", 25, \"a\");",
        "ND1030: Subnet 'web' is locked at 10.0.1.0/24 (netdsl.lock.json, line 1), and a /25 is asked for; it would move to 10.0.0.0/25. Undo the edit, or delete 'us-east-1/shop/web' from the file to let it move.")]
    [InlineData(
        "vpc.Subnet(\"first\", \"10.0.0.0/23\", \"a\"); vpc.Subnet(\"web\", 24, \"a\");",
        "ND1030: Subnet 'web' is locked at 10.0.1.0/24 (netdsl.lock.json, line 1), which overlaps 10.0.0.0/23, declared before; it would move to 10.0.2.0/24. Undo the edit, or delete 'us-east-1/shop/web' from the file to let it move.")]
    [InlineData(
        "network.Region(\"eu-west-1\");",
        null)]
    public void An_edit_that_would_move_something_says_what(string statements, string? message)
    {
        var (topology, messages) = Both(Vpc + statements, Lock("\"us-east-1/shop/web\": \"10.0.1.0/24\""));
        Assert.Equal(message is null ? [] : [message], messages);
        Assert.Equal(message is null, topology.IsWhole);
    }

    [Fact]
    public void A_block_that_is_gone_moves_its_subnets() => Assert.Equal(
        ["ND1030: Subnet 'web' is locked at 100.64.1.0/24 (netdsl.lock.json, line 1), which is not in 10.0.0.0/16; it would move to 10.0.0.0/24. Undo the edit, or delete 'us-east-1/shop/web' from the file to let it move."],
        Both(Vpc + "vpc.Subnet(\"web\", 24, \"a\");", Lock("\"us-east-1/shop/web\": \"100.64.1.0/24\"")).Messages);

    [Fact]
    public void Two_lines_of_the_lock_file_that_overlap_are_told() => Assert.Equal(
        ["ND1030: Subnet 'b' is locked at 10.0.0.0/24 (netdsl.lock.json, line 1), which overlaps 10.0.0.0/24, declared before; it would move to 10.0.1.0/24. Undo the edit, or delete 'us-east-1/shop/b' from the file to let it move."],
        Both(Vpc + "vpc.Subnet(\"a\", 24, \"a\"); vpc.Subnet(\"b\", 24, \"a\");", Lock("\"us-east-1/shop/a\": \"10.0.0.0/24\", \"us-east-1/shop/b\": \"10.0.0.0/24\"")).Messages);

    [Theory]
    [InlineData("[]", "ND1013: 'netdsl.lock.json', line 1: this is no lock file: it has \"format\": \"netdsl.lock/1\" and an object \"topologies\"; write it with netdsl lock.")]
    [InlineData("{ \"format\": \"netdsl.lock/1\" }", "ND1013: 'netdsl.lock.json', line 1: this is no lock file: it has \"format\": \"netdsl.lock/1\" and an object \"topologies\"; write it with netdsl lock.")]
    [InlineData("{ \"format\": \"netdsl.lock/1\", \"topologies\": { \"Shop\": { \"us-east-1/shop/web\": \"10.0.0.1/24\" } } }", "ND1013: 'netdsl.lock.json', line 1: '10.0.0.1/24' has host bits set; the prefix is 10.0.0.0/24.")]
    [InlineData("{ \"format\": \"netdsl.lock/1\", \"topologies\": { \"Shop\": { \"us-east-1/shop/web\": 7 } } }", "ND1013: 'netdsl.lock.json', line 1: 'us-east-1/shop/web' is held at the number 7; write a prefix in quotes.")]
    public void A_broken_lock_file_is_told(string text, string message) =>
        Assert.Contains(message, Both(Vpc + "vpc.Subnet(\"web\", 24, \"a\");", text).Messages);

    [Theory]
    [InlineData(Vpc + "vpc.Subnet(\"web\", 29, \"a\");", "ND1050: /29 is no length of a prefix here; the vendor takes a subnet from /28 (16 addresses) to /16 (65536).")]
    [InlineData("network.Region(\"us-east-1\").Vpc(\"big\", 8);", "ND1050: /8 is no length of a prefix here; the vendor takes a VPC block from /28 (16 addresses) to /16 (65536).")]
    [InlineData(Vpc + "vpc.Subnets(\"web\", [\"a\", \"q9\"], 24);", "ND1006: 'q9' is not a zone of us-east-1; write a letter such as a, or us-east-1a.")]
    [InlineData("network.AddressPool(\"10.0.0.0/28\"); network.Region(\"us-east-1\").Vpc(\"a\", 16);", "ND1031: There is no room for a /16 for VPC 'a' in 10.0.0.0/28; ask for less, or add a block.")]
    [InlineData("network.AddressPool(\"10.0.0.0\"); network.Region(\"us-east-1\").Vpc(\"a\", 16);", "ND1001: '10.0.0.0' has no prefix length; write 10.0.0.0/32 for this one address.")]
    public void What_cannot_be_given_out_is_told(string statements, string message) =>
        Assert.Equal([message], Both(statements).Messages);

    static (Topology Built, IEnumerable<string> Messages) Both(string statements, string? lockFile = null)
    {
        var compilation = TopologyPrograms.Compile(TopologyPrograms.Shop(statements));
        DataFileText[] files = lockFile is null ? [] : [new(LockName, lockFile)];
        var evaluated = TopologyPrograms.Evaluate(compilation, files);
        var built = TopologyPrograms.Run(compilation, files);
        Assert.Empty(evaluated.Findings);
        Assert.Equal(built, evaluated.Topology);
        return (built, TopologyChecks.Run(evaluated.Topology!).Select(finding => $"{finding.Rule.Id}: {finding.Message}"));
    }

    static string Lock(string entries) => $$"""{ "format": "netdsl.lock/1", "topologies": { "Shop": { {{entries}} } } }""";
}
