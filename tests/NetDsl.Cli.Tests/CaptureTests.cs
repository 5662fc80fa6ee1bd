using System.Text.Json.Nodes;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

public sealed class CaptureTests : IDisposable
{
    readonly ScratchFolder folder = new();

    string File => Path.Combine(folder.Path, "capture.pcapng");

    [Fact]
    public void Writes_as_many_frames_as_it_says()
    {
        var run = Capture("--frames", "20", "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal((20, File), ((int)JsonNode.Parse(run.Output)!["frames"]!, (string)JsonNode.Parse(run.Output)!["file"]!));
        Assert.Equal([0x0A, 0x0D, 0x0D, 0x0A], System.IO.File.ReadAllBytes(File)[..4]);
    }

    [Fact]
    public void Frames_can_be_printed_with_what_is_around_them()
    {
        var run = CommandRun.Program(ExampleNetworks.Shop(), "capture", "--print", "--at", "nat-a", "--wire", "substrate", "--frames", "2");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.Matches(@"^\d+\.\d{6}  us-east-1/shop/nat-a \(substrate, in\): tcp 10\.0\.10\.4:\d+ -> 198\.51\.100\.\d+:443 \[SYN\], \d+ bytes$", lines[0]);
        Assert.Matches("^    in vpc-[0-9a-f]{17}, from eni-[0-9a-f]{17} to eni-[0-9a-f]{17}$", lines[1]);
    }

    [Fact]
    public void Machines_get_printed_frames_as_JSON()
    {
        var run = CommandRun.Program(ExampleNetworks.Shop(), "capture", "--print", "--json", "--wire", "internet", "--frames", "3");
        var frames = JsonNode.Parse(run.Output)!["frames"]!.AsArray();
        Assert.Equal(3, frames.Count);
        Assert.All(frames, frame => Assert.Equal(("us-east-1/igw", "internet"), ((string)frame!["element"]!, (string)frame["wire"]!)));
    }

    [Fact]
    public void Frames_are_printed_or_written_not_both()
    {
        var run = Capture("--print");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("--print: frames are printed or written, not both; leave out --print or --output", run.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes()
    {
        Capture("--seed", "3");
        var first = System.IO.File.ReadAllBytes(File);
        Capture("--seed", "3");
        Assert.Equal(first, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void One_element_and_one_kind_of_wire_can_be_chosen()
    {
        var all = Frames();
        var gateway = Frames("--at", "igw");
        var outside = Frames("--at", "igw", "--wire", "internet");
        Assert.True(all > gateway && gateway > outside && outside > 0, $"{all} {gateway} {outside}");

        int Frames(params string[] args) => (int)JsonNode.Parse(Capture([.. args, "--frames", "1000000", "--json"]).Output)!["frames"]!;
    }

    [Fact]
    public void What_comes_to_an_appliance_is_seen_at_it()
    {
        var network = new NetworkBuilder("Inspected");
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var inspection = vpc.Subnet("inspection", "10.0.9.0/24", "a");
        inspection.RouteTable("inspection").Route(Traffic.AnyIpv4, vpc.InternetGateway("igw"));
        var geneve = vpc.SecurityGroup("geneve").Ingress(Traffic.Udp(6081), from: "10.0.9.0/24");
        var firewalls = vpc.GatewayLoadBalancer("firewalls").Subnet(inspection).Target(inspection.Instance("firewall", geneve).ForwardsTraffic());
        var app = vpc.Subnet("app", "10.0.1.0/24", "a");
        app.RouteTable("app").Route(Traffic.AnyIpv4, vpc.GatewayLoadBalancerEndpoint("inspect", inspection, vpc.EndpointService("inspection", firewalls, acceptanceRequired: false)));
        app.Instance("app").PublicIp();
        var run = CommandRun.Program(network.Build(), "capture", "--output", File, "--at", "firewall", "--wire", "appliance", "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.True((int)JsonNode.Parse(run.Output)!["frames"]! > 0);
    }

    [Fact]
    public void A_scenario_says_who_speaks_and_what_fails()
    {
        const string Orders = """{ "traffic": [{ "name": "orders", "from": ["web-a"], "to": ["db-a"], "protocol": "tcp", "port": 5432, "perSecond": 5 }], "failures": [{ "kind": "host", "name": "db-a", "at": "2m", "until": "3m" }] }""";
        Assert.True(Frames("web-a", "--from", "130s", "--until", "140s") > 50);

        // Nothing comes to a host that is down, nor from there.
        Assert.Equal(0, Frames("db-a", "--wire", "interface", "--from", "130s", "--until", "140s"));
        var before = Frames("db-a", "--wire", "interface", "--from", "100s", "--until", "110s");
        Assert.InRange(before, 200, 600);
        Assert.Equal(before, Frames("db-a", "--wire", "interface", "--until", "110s") - Frames("db-a", "--wire", "interface", "--until", "100s"));

        int Frames(string at, params string[] args)
        {
            var run = CaptureScenario(Orders, ["--at", at, "--frames", "1000000", "--json", .. args]);
            Assert.Equal(0, run.ExitCode);
            return (int)JsonNode.Parse(run.Output)!["frames"]!;
        }
    }

    [Fact]
    public void What_is_wrong_with_a_scenario_is_told_and_nothing_is_written()
    {
        System.IO.File.WriteAllText(File, "an earlier capture");
        var run = CaptureScenario("""{ "failures": [{ "kind": "zone", "name": "moon", "at": "1m" }] }""");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("failure of zone 'moon': there is none in network 'Shop'", run.Error, StringComparison.Ordinal);
        Assert.Equal("an earlier capture", System.IO.File.ReadAllText(File));
        Assert.Contains(
            "--flows: the traffic of the scenario says how many flows there are",
            CaptureScenario("""{ "traffic": [{ "name": "x", "from": ["web-a"], "to": ["internet"], "protocol": "icmp", "perSecond": 1 }] }""", "--flows", "7").Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--at", "nobody", "--at: nothing on a path through network 'Shop' is called 'nobody'; name an element as a trace does")]
    [InlineData("--wire", "rope", "--wire: 'rope' is no kind of wire; write one of interface, substrate, internet, circuit, appliance")]
    [InlineData("--frames", "0", "--frames: '0' is not a whole number from 1")]
    [InlineData("--seed", "x", "--seed: 'x' is not a whole number")]
    [InlineData("--duration", "x", "--duration: 'x' is not a duration; write a number and ms, s, m, h or d")]
    [InlineData("--from", "10m", "--from: the run lasts 10m, and nothing is sent from 10m on; write an earlier time, or a longer --duration")]
    [InlineData("--until", "soon", "--until: 'soon' is not a duration; write a number and ms, s, m, h or d")]
    [InlineData("--scenario", "none.json", "--scenario: none.json: there is no such file")]
    public void A_value_that_cannot_be_used_is_named_with_what_to_write(string option, string value, string message)
    {
        var run = Capture(option, value);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File) && new FileInfo(File).Length > 0);
    }

    [Fact]
    public void A_time_that_ends_before_it_begins_is_told()
    {
        var run = Capture("--from", "2m", "--until", "90s");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--until: 90s is not later than 2m, at which the capture begins; write a later time", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    CommandRun CaptureScenario(string json, params string[] args)
    {
        var scenario = Path.Combine(folder.Path, "scenario.json");
        System.IO.File.WriteAllText(scenario, json);
        return Capture(["--scenario", scenario, .. args]);
    }

    CommandRun Capture(params string[] args) => CommandRun.Program(ExampleNetworks.Shop(), ["capture", "--output", File, .. args]);
}
