using System.Text.Json.Nodes;
using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

public class CheckTests
{
    [Fact]
    public void A_sound_network_has_no_findings()
    {
        var run = CommandRun.Program(ExampleNetworks.Shop(), "check");
        Assert.Equal((0, "Shop: no findings\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void Findings_stand_at_file_and_line_with_the_other_places()
    {
        var run = CommandRun.Program(Overlapping(), "check");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("CheckTests.cs(", run.Output, StringComparison.Ordinal);
        Assert.Contains(" error ND", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"\n    \S*CheckTests\.cs\(\d+\): ", run.Output);
    }

    [Fact]
    public void Machines_get_every_finding()
    {
        var run = CommandRun.ToolOn(Overlapping(), "check", "--json");
        Assert.Equal(1, run.ExitCode);
        var finding = JsonNode.Parse(run.Output)!["findings"]![0]!;
        Assert.StartsWith("ND", (string)finding["id"]!, StringComparison.Ordinal);
        Assert.True((int)finding["origin"]!["line"]! > 0);
        Assert.NotEmpty(finding["related"]!.AsArray());
    }

    [Fact]
    public void A_network_with_gaps_is_checked() =>
        Assert.Equal(1, CommandRun.Program(ExampleNetworks.Broken(), "check").ExitCode);

    [Theory]
    [InlineData("trace", "--from", "a", "--to", "b", "--protocol", "icmp")]
    [InlineData("graph")]
    [InlineData("simulate")]
    public void A_network_with_errors_is_not_run(params string[] args)
    {
        foreach (var topology in new[] { ExampleNetworks.Broken(), Overlapping() })
        {
            var run = CommandRun.Program(topology, args);
            Assert.Equal(2, run.ExitCode);
            Assert.Contains("see them with 'dotnet run -- check'", run.Error, StringComparison.Ordinal);
            Assert.Equal("", run.Output);
        }
    }

    static Topology Overlapping()
    {
        var network = new NetworkBuilder("Overlapping");
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("one", "10.0.0.0/24", "a");
        vpc.Subnet("two", "10.0.0.128/25", "a");
        return network.Build();
    }
}
