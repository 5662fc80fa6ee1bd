using System.Text.Json.Nodes;
using NetDsl.Model;
using NetDsl.Testing;
using static NetDsl.Traffic;

namespace NetDsl.Cli.Tests;

/// <summary>What can never match, from the command line.</summary>
public class DeadTests
{
    [Fact]
    public void A_network_in_which_all_can_match_has_none()
    {
        var run = CommandRun.Program(ExampleNetworks.Shop(), "dead");
        Assert.Equal((0, "Shop: every rule and route can match\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void What_is_dead_stands_at_its_place_with_what_makes_it_so()
    {
        var run = CommandRun.Program(Shadowed(), "dead");

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(
            @"^\S*DeadTests\.cs\(\d+\): dead: entry 110 denies tcp/22 from 203\.0\.113\.0/24 of network ACL us-east-1/shop/edge: entry 100 decides all of its packets first\n    \S*DeadTests\.cs\(\d+\): entry 100 allows all\nShadowed: 1 dead rule or route\n$",
            run.Output);
    }

    [Fact]
    public void Machines_get_json()
    {
        var run = CommandRun.ToolOn(Shadowed(), "dead", "--json");

        Assert.Equal(1, run.ExitCode);
        var dead = Assert.Single(JsonNode.Parse(run.Output)!["dead"]!.AsArray())!;
        Assert.Equal("us-east-1/shop/edge", (string)dead["element"]!);
        Assert.Equal(("network-acl", "inbound", 1), ((string)dead["kind"]!, (string)dead["list"]!, (int)dead["index"]!));
        Assert.True((int)dead["origin"]!["line"]! > 0);
        Assert.Equal("entry 100 allows all", (string)dead["because"]![0]!["text"]!);
    }

    [Fact]
    public void Nothing_is_told_of_half_a_network() => Assert.Equal(2, CommandRun.Program(ExampleNetworks.Broken(), "dead").ExitCode);

    static Topology Shadowed()
    {
        var network = new NetworkBuilder("Shadowed");
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("edge", "10.0.0.0/24", "a").Associate(vpc.NetworkAcl("edge")
            .AllowInbound(100, AllTraffic, from: AnyIpv4)
            .DenyInbound(110, Tcp(22), from: "203.0.113.0/24"));
        return network.Build();
    }
}
