using System.Text.Json.Nodes;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

public class FailoverTests
{
    [Fact]
    public void Every_part_between_the_network_and_its_sites_is_listed()
    {
        var run = CommandRun.Program(ExampleNetworks.Hybrid(), "failover", "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var failures = JsonNode.Parse(run.Output)!["failures"]!.AsArray();
        Assert.Contains("tunnel", failures.Select(failure => (string)failure!["kind"]!));
        Assert.Contains("Direct Connect location", failures.Select(failure => (string)failure!["kind"]!));
    }

    [Fact]
    public void A_bound_that_is_not_kept_is_a_finding()
    {
        Assert.Equal(0, CommandRun.Program(ExampleNetworks.Shop(), "failover", "--within", "1s").ExitCode);
        Assert.Equal(1, CommandRun.Program(ExampleNetworks.Hybrid(), "failover", "--within", "1s").ExitCode);
    }

    [Fact]
    public void People_get_a_table()
    {
        var run = CommandRun.Program(ExampleNetworks.Hybrid(), "failover");
        Assert.Contains("fails", run.Output, StringComparison.Ordinal);
        Assert.Contains("to the site", run.Output, StringComparison.Ordinal);
        Assert.Equal("Shop: 0 failures between the network and sites\n", CommandRun.Program(ExampleNetworks.Shop(), "failover").Output);
    }

    [Fact]
    public void A_bound_that_is_none_is_explained()
    {
        var run = CommandRun.Program(ExampleNetworks.Hybrid(), "failover", "--within", "soon");
        Assert.Equal((2, true), (run.ExitCode, run.Error.Contains("--within: 'soon' is not a duration", StringComparison.Ordinal)));
    }
}
