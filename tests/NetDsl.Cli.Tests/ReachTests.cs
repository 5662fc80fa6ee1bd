using System.Text.Json.Nodes;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

/// <summary>Who reaches whom, from the command line.</summary>
public class ReachTests
{
    [Fact]
    public void Pairs_are_told_with_what_gets_through()
    {
        var run = Reach();

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Shop: 16 pairs\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n  us-east-1/shop/web-a\n    us-east-1/shop/db-a: tcp/5432\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n  internet\n    us-east-1/shop/web-a: tcp/443\n    us-east-1/shop/web-b: tcp/443\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Shop: 2 pairs", "--from", "internet")]
    [InlineData("Shop: 2 pairs", "--to", "db-a")]
    [InlineData("Shop: 4 pairs", "--protocol", "tcp", "--port", "5432", "--to", "us-east-1/shop")]
    [InlineData("Shop: 1 pair", "--from", "web-a", "--to", "db-b")]
    [InlineData("Shop: 0 pairs", "--from", "internet", "--protocol", "udp")]
    public void A_part_is_asked_for(string first, params string[] arguments) =>
        Assert.StartsWith(first + "\n", Reach(arguments).Output, StringComparison.Ordinal);

    [Fact]
    public void Machines_get_json()
    {
        var pairs = JsonNode.Parse(Reach("--from", "internet", "--to", "web-a", "--json").Output)!.AsArray();
        Assert.Equal(
            """{"from":"internet","to":"us-east-1/shop/web-a","traffic":["tcp/443"],"sample":"tcp 198.51.100.7:49152 -> 203.0.113.1:443","certain":true}""",
            Assert.Single(pairs)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void Matrix_has_a_line_for_each_kind_of_sender_and_a_column_for_each_kind_of_receiver() => Assert.Equal(
        """
        Shop: 16 pairs

        from                                        1  2  3
        us-east-1/shop/web-a, us-east-1/shop/web-b  b  a  c
        us-east-1/shop/db-a, us-east-1/shop/db-b    b  ·  d
        internet                                    b  ·  ·

        to
        1   us-east-1/shop/web-a, us-east-1/shop/web-b
        2   us-east-1/shop/db-a, us-east-1/shop/db-b
        3   internet

        traffic
        a        tcp/5432
        b        tcp/443
        c        all
        d        icmp, tcp, udp

        """,
        Reach("--matrix").Output);

    [Fact]
    public void Matrix_of_nobody_is_empty() => Assert.Equal("Shop: 0 pairs\n", Reach("--matrix", "--from", "internet", "--protocol", "udp").Output);

    [Theory]
    [InlineData("--port needs --protocol tcp or --protocol udp", "--port", "443")]
    [InlineData("--port: protocol icmp has no ports", "--protocol", "icmp", "--port", "7")]
    [InlineData("--from: Shop has no 'wep-a'; did you mean 'web-a'", "--from", "wep-a")]
    [InlineData("--to: Shop has no 'us-east-1/nowhere'", "--from", "web-a", "--to", "us-east-1/nowhere")]
    public void What_makes_no_sense_is_refused(string message, params string[] arguments)
    {
        var run = Reach(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    static CommandRun Reach(params string[] args) => CommandRun.Program(ExampleNetworks.Shop(), ["reach", .. args]);
}
