namespace NetDsl.CodeFixes.Tests.Fixes;

public class BuilderProblemsFixTests
{
    [Fact]
    public Task A_prefix_loses_its_host_bits() => Repair.Turns(
        "ND1001",
        """network.Region("us-east-1").Vpc("shop", /* ours */ "10.0.0.1/16"); // the shop""",
        """network.Region("us-east-1").Vpc("shop", /* ours */ "10.0.0.0/16"); // the shop""");

    [Fact]
    public Task A_name_gets_allowed_characters() => Repair.Turns(
        "ND1002",
        """network.Region("us-east-1").Vpc("my shop", "10.0.0.0/16");""",
        """network.Region("us-east-1").Vpc("my-shop", "10.0.0.0/16");""");

    [Fact]
    public Task The_second_of_a_name_gets_a_number() => Repair.Turns(
        "ND1003",
        """
        network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        network.Region("us-east-1").Vpc("shop", "10.1.0.0/16");
        """,
        """
        network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        network.Region("us-east-1").Vpc("shop-2", "10.1.0.0/16");
        """);

    [Fact]
    public Task All_prefixes_are_mended_at_once() => Repair.TurnsAll(
        "ND1001",
        """
        network.Region("us-east-1").Vpc("a", "10.0.0.1/16");
        network.Region("us-east-1").Vpc("b", "10.1.0.1/16");
        """,
        """
        network.Region("us-east-1").Vpc("a", "10.0.0.0/16");
        network.Region("us-east-1").Vpc("b", "10.1.0.0/16");
        """);

    [Fact]
    public Task A_constant_is_mended_where_it_is_written() => Repair.Turns(
        "ND1001",
        """
        const string Block = "10.0.0.1/16";
        network.Region("us-east-1").Vpc("a", Block);
        """,
        """
        const string Block = "10.0.0.0/16";
        network.Region("us-east-1").Vpc("a", Block);
        """);

    [Fact]
    public Task A_computed_prefix_is_not_touched() => Repair.IsRefused(
        "ND1001",
        """
        for (var i = 0; i < 2; i++)
        {
            network.Region("us-east-1").Vpc($"shop-{i}", $"10.{i}.0.1/16");
        }
        """);

    [Fact]
    public Task A_name_in_a_loop_is_not_touched() => Repair.IsRefused(
        "ND1003",
        """
        for (var i = 0; i < 3; i++)
        {
            network.Region("us-east-1").Vpc("shop", $"10.{i}.0.0/16");
        }
        """);
}
