using System.Text.Json.Nodes;

namespace NetDsl.Cli.Tests;

/// <summary>A snapshot of an account in place of a topology.</summary>
public class SnapshotTests
{
    [Fact]
    public void Checks_a_folder_and_lists_what_is_not_understood()
    {
        Assert.Equal((0, "Peers: no findings\n"), (Tool("check", "Peers").ExitCode, Tool("check", "Peers").Output));
        Assert.Contains("balancing.json(3): warning ND4050: Network load balancer 'front' ", Tool("check", "Shop").Output, StringComparison.Ordinal);
        var run = Tool("check", "Gaps");
        Assert.Contains("not understood: NetworkFirewalls (1): ", run.Output, StringComparison.Ordinal);
        var gap = JsonNode.Parse(Tool("check", "Gaps", "--json").Output)!["notUnderstood"]!.AsArray().Single(each => (string)each!["key"]! == "NetworkFirewalls")!;
        Assert.Equal(1, (int)gap["count"]!);
        Assert.NotEqual("", (string)gap["meaning"]!);
    }

    [Theory]
    [InlineData("i-0app", "i-0db", "reachable")]
    [InlineData("app", "db", "reachable")]
    [InlineData("eni-0app", "us-east-1/vpc-0a1/i-0db", "reachable")]
    [InlineData("web server", "10.0.2.10", "blocked")]
    public void Traces_by_identifier_name_tag_and_address(string from, string to, string verdict)
    {
        var run = Tool("trace", "Shop", "--from", from, "--to", to, "--protocol", "tcp", "--port", "5432", "--json");
        Assert.Equal("", run.Error);
        var trace = JsonNode.Parse(run.Output)!;
        Assert.Equal(verdict, (string)trace["verdict"]!);
        Assert.All(
            trace["forward"]!["hops"]!.AsArray().Select(hop => hop!["origin"]).OfType<JsonObject>(),
            origin => Assert.EndsWith(".json", (string)origin["file"]!, StringComparison.Ordinal));
    }

    [Fact]
    public void Traces_from_the_internet() => Assert.Equal(
        "reachable",
        (string)JsonNode.Parse(Tool("trace", "Shop", "--from", "internet", "--to", "i-0web", "--protocol", "tcp", "--port", "443", "--json").Output)!["verdict"]!);

    [Fact]
    public void A_verdict_that_hangs_on_a_gap_is_unknown_and_no_pass()
    {
        string[] flow = ["--from", "i-0h", "--to", "10.20.0.1", "--protocol", "tcp", "--port", "443"];
        var trace = JsonNode.Parse(Tool("trace", "Gaps", [.. flow, "--json"]).Output)!;
        Assert.Equal("unknown", (string)trace["verdict"]!);
        Assert.Equal("unknown", (string)trace["forward"]!["outcome"]!);
        Assert.Equal(1, Tool("trace", "Gaps", [.. flow, "--expect", "reachable"]).ExitCode);
        Assert.Equal(1, Tool("trace", "Gaps", [.. flow, "--expect", "blocked"]).ExitCode);
        Assert.Contains("hangs on what the snapshot does not tell", Tool("trace", "Gaps", flow).Output, StringComparison.Ordinal);
        Assert.Contains(": unknown", Tool("why", "Gaps", flow).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("i-0app", "i-0db")]
    [InlineData("app", "db")]
    [InlineData("eni-0app", "us-east-1/vpc-0a1/i-0db")]
    public void Reaches_by_identifier_and_name_tag(string from, string to)
    {
        var run = Tool("reach", "Shop", "--from", from, "--to", to);
        Assert.Equal("", run.Error);
        Assert.Contains("\n  us-east-1/vpc-0a1/i-0app\n    us-east-1/vpc-0a1/i-0db: tcp/5432\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("i-0web", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Reaches_draws_compares_and_finds_dead_rules()
    {
        Assert.Contains("us-east-1/vpc-0a1/i-0db: tcp/5432", Tool("reach", "Shop", "--from", "i-0app").Output, StringComparison.Ordinal);
        var pairs = JsonNode.Parse(Tool("reach", "Gaps", "--from", "i-0h", "--json").Output)!.AsArray();
        Assert.All(pairs, pair => Assert.Contains((string)pair!["verdict"]!, new[] { "reachable", "unknown" }));
        Assert.Contains("<svg", Tool("graph", "Hub").Output, StringComparison.Ordinal);
        Assert.Contains("no packet fares otherwise", CommandRun.Tool("diff", Folder("Peers"), Folder("Peers")).Output, StringComparison.Ordinal);
        Assert.InRange(Tool("dead", "Shop").ExitCode, 0, 1);
    }

    [Theory]
    [InlineData("dead", "some rules may match otherwise")]
    [InlineData("loops", "other packets may go round too")]
    [InlineData("reach", "other pairs may be open too")]
    public void Answers_about_the_whole_network_say_that_not_all_is_understood(string verb, string consequence)
    {
        const string Because = ": of the snapshot not all is understood; check lists that";
        Assert.Contains(consequence + Because, Tool(verb, "Gaps").Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Because, Tool(verb, "Shop").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_says_it_beside_itself()
    {
        Assert.Equal("note: the picture may lack something: of the snapshot not all is understood; check lists that\n", Tool("graph", "Gaps").Error);
        Assert.Equal("", Tool("graph", "Shop").Error);
    }

    [Theory]
    [InlineData("dead")]
    [InlineData("loops")]
    [InlineData("graph")]
    public void Machines_are_told_what_is_not_understood(string verb)
    {
        Assert.NotEmpty(JsonNode.Parse(Tool(verb, "Gaps", "--json").Output)!["notUnderstood"]!.AsArray());
        Assert.Empty(JsonNode.Parse(Tool(verb, "Shop", "--json").Output)!["notUnderstood"]!.AsArray());
    }

    [Fact]
    public void A_change_that_hangs_on_a_gap_is_unknown()
    {
        const string Peering = "\"VpcPeeringConnectionId\": \"pcx-0two\"";
        using var scratch = new Testing.ScratchFolder();
        var region = Directory.CreateDirectory(Path.Combine(scratch.Path, "us-west-2")).FullName;
        var json = File.ReadAllText(Path.Combine(Folder("Peers"), "us-west-2", "all.json"));
        var place = json.IndexOf(Peering, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(region, "all.json"), json[..place] + "\"CoreNetworkArn\": \"arn:core\"" + json[(place + Peering.Length)..]);
        string[] names = ["diff", Folder("Peers"), scratch.Path];

        var text = CommandRun.Tool(names).Output;
        Assert.Contains("- **us-west-2/vpc-0hub/i-0hub → us-west-2/vpc-0two/i-0two**: all (unknown: it hangs on what is not understood)", text, StringComparison.Ordinal);
        Assert.Contains("other flows may have changed too: of the snapshot not all is understood", text, StringComparison.Ordinal);
        var change = JsonNode.Parse(CommandRun.Tool([.. names, "--json"]).Output)!["closed"]!.AsArray().Single(each => (string)each!["from"]! == "us-west-2/vpc-0hub/i-0hub")!;
        Assert.False((bool)change["certain"]!);
    }

    [Fact]
    public void A_name_that_nobody_has_is_told_with_the_nearest_one()
    {
        var run = Tool("trace", "Shop", "--from", "web servr", "--to", "i-0db", "--protocol", "tcp", "--port", "5432");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("web server", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_snapshot_is_bad_input()
    {
        using var scratch = new Testing.ScratchFolder();
        Directory.CreateDirectory(Path.Combine(scratch.Path, "us-east-1"));
        File.WriteAllText(Path.Combine(scratch.Path, "us-east-1", "a.json"), """{ "Vpcs": [{ "VpcId": 1, "PreSharedKey": "planted """);
        var run = CommandRun.Tool("check", scratch.Path);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("a.json: $.Vpcs[0]: this is no JSON", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Imports_a_folder_as_a_project()
    {
        using var scratch = new Testing.ScratchFolder();
        var project = Path.Combine(scratch.Path, "shop");
        var run = CommandRun.Tool("import", Folder("Shop"), "-o", project, "--packages", scratch.Path);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["Shop.cs", "Shop.csproj"], Directory.EnumerateFiles(project).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("public static partial class Shop", File.ReadAllText(Path.Combine(project, "Shop.cs")), StringComparison.Ordinal);
        Assert.Contains($"<RestoreAdditionalProjectSources>{scratch.Path}<", File.ReadAllText(Path.Combine(project, "Shop.csproj")), StringComparison.Ordinal);

        var again = CommandRun.Tool("import", Folder("Shop"), "-o", project);
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("is not empty", again.Error, StringComparison.Ordinal);
        Assert.Contains("is no account's snapshot", CommandRun.ToolOn(Testing.ExampleNetworks.Shop(), "import", "-o", project + "2").Error, StringComparison.Ordinal);
    }

    static CommandRun Tool(string verb, string snapshot, params string[] args) => CommandRun.Tool([verb, Folder(snapshot), .. args]);

    static string Folder(string snapshot) => Path.Combine(AppContext.BaseDirectory, "Snapshots", snapshot);
}
