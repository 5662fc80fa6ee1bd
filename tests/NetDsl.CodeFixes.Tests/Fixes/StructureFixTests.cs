namespace NetDsl.CodeFixes.Tests.Fixes;

public class StructureFixTests
{
    const string Vpc = "var vpc = network.Region(\"us-east-1\").Vpc(\"shop\", \"10.0.0.0/16\");\n";

    [Fact]
    public Task A_subnet_outside_moves_inside() => Repair.Turns(
        "ND1020",
        Vpc + """vpc.Subnet("app", "10.1.0.0/24", "a");""",
        Vpc + """vpc.Subnet("app", "10.0.0.0/24", "a");""");

    [Fact]
    public Task Subnets_outside_move_side_by_side() => Repair.TurnsAll(
        "ND1020",
        Vpc + """
        vpc.Subnet("app", "10.1.0.0/24", "a");
        vpc.Subnet("web", "10.1.0.0/24", "a");
        """,
        Vpc + """
        vpc.Subnet("app", "10.0.0.0/24", "a");
        vpc.Subnet("web", "10.0.1.0/24", "a");
        """);

    [Fact]
    public Task An_overlapping_subnet_moves() => Repair.Turns(
        "ND1021",
        Vpc + """
        vpc.Subnet("app", "10.0.0.0/24", "a");
        vpc.Subnet("web", zone: "a", cidr: "10.0.0.0/24");
        """,
        Vpc + """
        vpc.Subnet("app", "10.0.0.0/24", "a");
        vpc.Subnet("web", zone: "a", cidr: "10.0.1.0/24");
        """);

    [Fact]
    public Task Subnets_of_a_loop_are_not_touched() => Repair.IsRefused(
        "ND1021",
        Vpc + """
        foreach (var zone in new[] { "a", "b" })
        {
            vpc.Subnet($"web-{zone}", "10.0.0.0/24", zone);
        }
        """);

    [Fact]
    public Task An_overlapping_block_moves() => Repair.Turns(
        "ND1022",
        """network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").SecondaryCidr("10.0.128.0/17");""",
        """network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").SecondaryCidr("10.1.0.0/17");""");
}
