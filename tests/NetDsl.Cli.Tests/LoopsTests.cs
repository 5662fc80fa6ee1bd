using System.Text.Json.Nodes;
using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

/// <summary>What goes round in circles, from the command line.</summary>
public class LoopsTests
{
    [Fact]
    public void A_network_in_which_everything_ends_has_none()
    {
        var run = CommandRun.Program(ExampleNetworks.Shop(), "loops");
        Assert.Equal((0, "Shop: no packet goes round in a loop\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void A_summary_that_two_hand_each_other_is_a_loop_until_a_blackhole_ends_it()
    {
        var run = CommandRun.Program(Hub(isEnded: false), "loops");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "loop: tcp 10.1.0.4:49152 -> 10.0.0.0:443 from us-east-1/app/host: the packet came back to route table 'edge'; give the subnets of the loop tables of their own (FORWARDING_LOOP)\n",
            run.Output,
            StringComparison.Ordinal);
        Assert.EndsWith("Hub: 1 loop\n", run.Output, StringComparison.Ordinal);

        Assert.Equal(0, CommandRun.Program(Hub(isEnded: true), "loops").ExitCode);
    }

    [Fact]
    public void Machines_get_json()
    {
        var run = CommandRun.ToolOn(Hub(isEnded: false), "loops", "--json");

        Assert.Equal(1, run.ExitCode);
        var loop = Assert.Single(JsonNode.Parse(run.Output)!["loops"]!.AsArray())!;
        Assert.Equal("us-east-1/app/host", (string)loop["senders"]![0]!);
        Assert.NotEmpty(loop["path"]!.AsArray());
    }

    [Fact]
    public void Nothing_is_told_of_half_a_network() => Assert.Equal(2, CommandRun.Program(ExampleNetworks.Broken(), "loops").ExitCode);

    static Topology Hub(bool isEnded)
    {
        var network = new NetworkBuilder("Hub");
        var region = network.Region("us-east-1");
        var (app, egress) = (region.Vpc("app", "10.1.0.0/16"), region.Vpc("egress", "10.255.0.0/16"));
        var (home, edge) = (app.Subnet("home", "10.1.0.0/24", "a"), egress.Subnet("edge", "10.255.0.0/24", "a"));
        var hub = region.TransitGateway("hub", defaultRouteTable: false);
        home.RouteTable("home").Route("10.0.0.0/8", hub);
        edge.RouteTable("edge").Route("10.0.0.0/8", hub);
        var (toApp, toEgress) = (hub.Attach("app", home), hub.Attach("egress", edge));
        var table = hub.RouteTable("all").Associate(toApp).Associate(toEgress).Propagate(toApp).Route("0.0.0.0/0", toEgress);
        if (isEnded)
        {
            table.Blackhole("10.0.0.0/8");
        }

        home.Instance("host");
        return network.Build();
    }
}
