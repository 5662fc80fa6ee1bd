using System.Text.Json.Nodes;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

/// <summary><c>simulate --scenario</c>.</summary>
public sealed class ScenarioTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("netdsl-scenario-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_example_of_the_documentation_runs()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "simulation.md"));
        var begin = page.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        var run = Simulate(page[begin..page.IndexOf("```", begin, StringComparison.Ordinal)], "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var report = JsonNode.Parse(run.Output)!;
        Assert.InRange((long)report["flows"]!["attempted"]!, 11_000, 14_000);
        Assert.Contains(report["blockedByCode"]!.AsArray(), blocked => (string)blocked!["code"]! == "HOST_DOWN" && (long)blocked["flows"]! > 100);
        Assert.Contains("zone us-east-1a fails", File.ReadAllText(Path.Combine(folder, "out", "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Failures_are_drawn_when_they_are_asked_for()
    {
        var calm = Simulate("{}", "--json");
        var wild = Simulate("""{ "randomFailures": 30 }""", "--json");
        Assert.Equal((0, 0), (calm.ExitCode, wild.ExitCode));
        Assert.DoesNotContain("HOST_DOWN", calm.Output, StringComparison.Ordinal);
        Assert.Contains("HOST_DOWN", wild.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Allowances_that_are_exceeded_are_shown_everywhere()
    {
        const string Scenario = """
            {
              "traffic": [{ "name": "orders", "from": ["web-a"], "to": ["db-a"], "protocol": "tcp", "port": 5432, "perSecond": 20 }],
              "allowances": [{ "of": ["db-a"], "packetsPerSecond": 50, "connections": 1000 }]
            }
            """;
        var run = Simulate(Scenario);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("allowance exceeded", run.Output, StringComparison.Ordinal);

        var measured = JsonNode.Parse(Simulate(Scenario, "--json").Output)!["measurements"]!;
        var use = Assert.Single(measured["allowances"]!.AsArray())!;
        Assert.Equal("us-east-1/shop/db-a", (string)use["instance"]!);
        Assert.True((long)use["pps_allowance_exceeded"]! > 100);
        Assert.Equal(0, (long)use["bw_in_allowance_exceeded"]!);
        Assert.Contains(measured["dropsByCode"]!.AsArray(), drop => (string)drop!["code"]! == "PPS_ALLOWANCE");
        Assert.Equal(0, (long)measured["packets"]!["unaccounted"]!);

        var page = File.ReadAllText(Path.Combine(folder, "out", "report.html"));
        Assert.Contains("Allowances of instances", page, StringComparison.Ordinal);
        Assert.Contains("PPS_ALLOWANCE", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Allowances_that_are_enough_are_said_to_be()
    {
        var run = Simulate("""{ "allowances": [{ "of": ["shop"], "gbps": 10 }] }""");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("allowances  none of 4 instances was exceeded", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_moves_is_measured()
    {
        const string Moving = """
            { "traffic": [{ "name": "x", "from": ["web-a"], "to": ["db-a"], "protocol": "tcp", "port": 5432, "perSecond": 50 }], "failures": [{ "kind": "move", "name": "db-a", "at": "1m" }] }
            """;
        var mapping = JsonNode.Parse(Simulate(Moving, "--json").Output)!["measurements"]!["mapping"]!;
        Assert.Equal((1, 0L), ((int)mapping["moves"]!, (long)mapping["missed"]!));
        Assert.True((double)mapping["longestPropagationSeconds"]! > 0);
        Assert.Contains("last host knew after", Simulate(Moving).Output, StringComparison.Ordinal);
        Assert.Contains("How hosts found what moved", File.ReadAllText(Path.Combine(folder, "out", "report.html")), StringComparison.Ordinal);
        Assert.Null(JsonNode.Parse(Simulate("{}", "--json").Output)!["measurements"]!["mapping"]);
    }

    [Fact]
    public void Events_of_lines_are_told()
    {
        var file = Path.Combine(folder, "scenario.json");
        File.WriteAllText(file, """{ "failures": [{ "kind": "device", "name": "edge", "at": "2m", "until": "5m" }], "tunnels": { "dpdTimeout": "60s", "dpdAction": "restart" } }""");
        CommandRun Run(params string[] more) => CommandRun.Program(Office(), ["simulate", "--scenario", file, "--output", Path.Combine(folder, "out"), .. more]);

        var events = JsonNode.Parse(Run("--json").Output)!["events"]!.AsArray();
        Assert.Contains(events, each => (double)each!["atSeconds"]! == 190 && (string)each["what"]! == "the vendor's end: its tunnel is down: dead-peer detection restarts it");
        var run = Run();
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("line to a site", run.Output, StringComparison.Ordinal);
        Assert.Contains("its BGP session is established", File.ReadAllText(Path.Combine(folder, "out", "report.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "tunnels": { "dpdTimeout": "20s" } }""", "$.tunnels: a timeout of dead-peer detection of 20 s is out of its range, 30 s or more")]
    [InlineData("""{ "tunnels": { "dpdAction": "hope" } }""", "$.tunnels.dpdAction: one of clear, none, restart is wanted")]
    [InlineData("""{ "failures": [{ "kind": "move", "name": "web-a", "at": "1m", "until": "2m" }] }""", "failure of move 'web-a': it moves at once and stays there; leave \"until\" out, or write a second move")]
    [InlineData("""{ "allowances": [{ "of": ["moon"], "gbps": 10 }] }""", "allowances: there is no instance in what is called 'moon'; name an instance, a subnet or a VPC by its path or the end of it")]
    [InlineData("{", "line 1, byte 2: this is not JSON")]
    [InlineData("""{ "traffic": [{ "name": "x", "from": ["nobody"], "to": ["web-a"], "protocol": "icmp", "perSecond": 1 }] }""", "traffic 'x': nothing that sends is called 'nobody'; name a VPC, a subnet, an instance by its path or the end of it, an address, or internet")]
    [InlineData("""{ "failures": [{ "kind": "zone", "name": "moon", "at": "1m" }] }""", "failure of zone 'moon': there is none in network 'Shop'; name one by its path or the end of it")]
    public void What_is_wrong_is_told(string json, string message)
    {
        var run = Simulate(json);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"--scenario: {Path.Combine(folder, "scenario.json")}: {message}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        var run = CommandRun.Program(ExampleNetworks.Shop(), ["simulate", "--scenario", Path.Combine(folder, "none.json"), "--output", Path.Combine(folder, "out")]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("none.json: there is no such file", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_of_flows_and_traffic_exclude_each_other()
    {
        var run = Simulate("""{ "traffic": [{ "name": "x", "from": ["web-a"], "to": ["internet"], "protocol": "icmp", "perSecond": 1 }] }""", "--flows", "7");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--flows: the traffic of the scenario says how many flows there are; leave one of the two out", run.Error, StringComparison.Ordinal);
    }

    static Model.Topology Office()
    {
        var network = new NetworkBuilder("Office");
        var vpc = network.Region("us-east-1").Vpc("apps", "10.20.0.0/16");
        var gateway = vpc.VpnGateway("vgw", 64600);
        vpc.MainRouteTable.Propagate(gateway);
        vpc.Subnet("app", "10.20.1.0/24", "a").Instance("app", vpc.SecurityGroup("app").Ingress(Traffic.Tcp(443), from: "192.168.0.0/16"));
        var office = network.Site("office", 65010).Prefix("192.168.0.0/16");
        office.Host("till", "192.168.1.10");
        gateway.VpnConnection("first", office.CustomerGateway("edge", "198.51.100.9"));
        return network.Build();
    }

    CommandRun Simulate(string scenario, params string[] arguments)
    {
        var file = Path.Combine(folder, "scenario.json");
        File.WriteAllText(file, scenario);
        return CommandRun.Program(ExampleNetworks.Shop(), ["simulate", "--scenario", file, "--output", Path.Combine(folder, "out"), .. arguments]);
    }
}
