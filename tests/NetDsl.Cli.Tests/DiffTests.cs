using System.Text.Json.Nodes;
using NetDsl.Interop;
using NetDsl.Model;
using NetDsl.Testing;
using static NetDsl.Traffic;

namespace NetDsl.Cli.Tests;

/// <summary>What a change opens and closes, from the command line.</summary>
public class DiffTests
{
    [Fact]
    public void A_change_is_told_in_markdown()
    {
        var run = Diff(Shop(opensSsh: false), Shop(opensSsh: true));

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(
            @"^# Shop: 1 pair newly open, 0 newly closed, 1 intent changed\n\n"
            + @"## Intents\n\n- \*\*internet cannot reach us-east-1/shop/web with tcp/22\*\*: holds before, does not hold now \(`\S*DiffTests\.cs\(\d+\)`\)\n  - tcp 198\.51\.100\.7:49152 -> 203\.0\.113\.1:22 from the internet arrives at .*\n\n"
            + @"## Newly open\n\n- \*\*internet → us-east-1/shop/web\*\*: tcp/22\n  - sample: `tcp 198\.51\.100\.7:49152 -> 203\.0\.113\.1:22`\n  - before: no ingress rule .*\n  - now: arrives: allow tcp/22 from 0\.0\.0\.0/0 \(security group web\) \(`\S*DiffTests\.cs\(\d+\)`\)\n$",
            run.Output);
    }

    [Fact]
    public void The_other_way_closes_it()
    {
        var run = Diff(Shop(opensSsh: true), Shop(opensSsh: false));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("\n## Newly closed\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_that_do_the_same_differ_in_nothing()
    {
        var run = Diff(ExampleNetworks.Shop(), ExampleNetworks.Shop());
        Assert.Equal((0, "# Shop: no packet fares otherwise\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void Machines_get_json()
    {
        var run = Diff(Shop(opensSsh: false), Shop(opensSsh: true), "--json");

        Assert.Equal(1, run.ExitCode);
        var difference = JsonNode.Parse(run.Output)!;
        Assert.Empty(difference["closed"]!.AsArray());
        var opened = Assert.Single(difference["opened"]!.AsArray())!;
        Assert.Equal(("internet", "tcp/22"), ((string)opened["from"]!, (string)opened["traffic"]![0]!));
        Assert.True((int)opened["after"]!["origin"]!["line"]! > 0);
        Assert.False((bool)Assert.Single(difference["intents"]!.AsArray())!["after"]!["holds"]!);
        Assert.True((bool)difference["changesIntents"]!);
    }

    [Fact]
    public void Half_a_network_is_compared_with_nothing()
    {
        Assert.Equal(2, Diff(ExampleNetworks.Broken(), ExampleNetworks.Shop()).ExitCode);
        Assert.Equal(2, Diff(ExampleNetworks.Shop(), ExampleNetworks.Broken()).ExitCode);
    }

    [Fact]
    public void A_program_compares_itself_with_an_old_version()
    {
        using var scratch = new ScratchFolder();
        var file = Path.Combine(scratch.Path, "old.json");
        File.WriteAllText(file, TopologyJson.Write(Shop(opensSsh: false)));
        Assert.Equal(1, CommandRun.Program(Shop(opensSsh: true), "diff", file).ExitCode);
    }

    static CommandRun Diff(Topology before, Topology after, params string[] args)
    {
        using var scratch = new ScratchFolder();
        var (old, now) = (Path.Combine(scratch.Path, "old.json"), Path.Combine(scratch.Path, "new.json"));
        File.WriteAllText(old, TopologyJson.Write(before));
        File.WriteAllText(now, TopologyJson.Write(after));
        return CommandRun.Tool(["diff", old, now, .. args]);
    }

    static Topology Shop(bool opensSsh)
    {
        var network = new NetworkBuilder("Shop");
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var group = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        if (opensSsh)
        {
            group.Ingress(Tcp(22), from: AnyIpv4);
        }

        network.Expect(Internet).CannotReach(edge.Instance("web", group).PublicIp(), Tcp(22));
        return network.Build();
    }
}
