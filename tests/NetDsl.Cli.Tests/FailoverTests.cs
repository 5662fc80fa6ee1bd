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
    public void Events_tell_of_sessions_and_the_states_of_tunnels()
    {
        var run = CommandRun.Program(ExampleNetworks.Hybrid(), "failover", "--events");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("its BGP session ends: the hold timer ran out", run.Output, StringComparison.Ordinal);
        var tunnel = JsonNode.Parse(CommandRun.Program(ExampleNetworks.Hybrid(), "failover", "--json").Output)!["failures"]!.AsArray()
            .First(failure => (string)failure!["kind"]! == "tunnel" && failure["events"]!.AsArray().Count > 0)!["events"]!.AsArray();
        Assert.Equal((0.0, "SilentLoss"), ((double)tunnel[0]!["atSeconds"]!, (string)tunnel[0]!["what"]!));
        Assert.DoesNotContain("SilentLoss", CommandRun.Program(ExampleNetworks.Hybrid(), "failover").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bound_that_is_none_is_explained()
    {
        var run = CommandRun.Program(ExampleNetworks.Hybrid(), "failover", "--within", "soon");
        Assert.Equal((2, true), (run.ExitCode, run.Error.Contains("--within: 'soon' is not a duration", StringComparison.Ordinal)));
    }
}
