using System.Text.Json.Nodes;
using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

/// <summary>Findings for code hosts, and findings that are known.</summary>
public sealed class SarifTests : IDisposable
{
    readonly ScratchFolder scratch = new();

    [Fact]
    public void Every_finding_is_a_result_with_its_places()
    {
        var run = CommandRun.Program(Overlapping(), "check", "--sarif", Report);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(" error ND", run.Output, StringComparison.Ordinal);

        var log = JsonNode.Parse(File.ReadAllText(Report))!;
        Assert.Equal(("2.1.0", "https://json.schemastore.org/sarif-2.1.0.json"), ((string)log["version"]!, (string)log["$schema"]!));
        var of = log["runs"]!.AsArray().Single()!;
        var result = of["results"]!.AsArray().Single()!;
        Assert.Equal(("ND1021", "error"), ((string)result["ruleId"]!, (string)result["level"]!));
        var rule = of["tool"]!["driver"]!["rules"]![(int)result["ruleIndex"]!]!;
        Assert.Equal(("ND1021", "Subnets of one VPC overlap", "error"), ((string)rule["id"]!, (string)rule["shortDescription"]!["text"]!, (string)rule["defaultConfiguration"]!["level"]!));
        Assert.Contains("overlap", (string)result["message"]!["text"]!, StringComparison.Ordinal);

        var place = result["locations"]!.AsArray().Single()!["physicalLocation"]!;
        Assert.EndsWith("SarifTests.cs", (string)place["artifactLocation"]!["uri"]!, StringComparison.Ordinal);
        Assert.True((int)place["region"]!["startLine"]! > 0);
        var related = result["relatedLocations"]!.AsArray().Single()!;
        Assert.True((int)related["physicalLocation"]!["region"]!["startLine"]! > 0);
        Assert.NotEqual("", (string)related["message"]!["text"]!);
    }

    [Fact]
    public void A_sound_network_has_no_results()
    {
        Assert.Equal((0, "Shop: no findings\n"), (Check(ExampleNetworks.Shop(), "--sarif", Report).ExitCode, Check(ExampleNetworks.Shop(), "--sarif", Report).Output));
        Assert.Empty(JsonNode.Parse(File.ReadAllText(Report))!["runs"]![0]!["results"]!.AsArray());
    }

    [Fact]
    public void Fingerprints_stay_when_lines_move_and_tell_findings_apart()
    {
        var here = FingerprintsOf(Overlapping());
        var further =
            FingerprintsOf(

                Overlapping(also: true));
        Assert.Single(here);
        Assert.Equal(2, further.Distinct().Count());
        Assert.Contains(here[0], further);
    }

    [Fact]
    public void What_is_known_is_not_told_and_does_not_fail()
    {
        Check(Overlapping(), "--sarif", Report);
        var again = Check(Overlapping(), "--baseline", Report);
        Assert.Equal((0, $"Overlapping: no findings\n1 finding more is in {Report}\n"), (again.ExitCode, again.Output));

        var worse = Check(Overlapping(also: true), "--baseline", Report, "--sarif", Report + "2");
        Assert.Equal(1, worse.ExitCode);
        Assert.Contains(": error ND1021: Subnet 'four' ", worse.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("'two'", worse.Output, StringComparison.Ordinal);
        Assert.Equal(["new", "unchanged"], States(Report + "2"));

        var better = Check(ExampleNetworks.Shop(), "--baseline", Report);
        Assert.Equal((0, $"Shop: no findings\n0 findings more are in {Report}\n1 of {Report} is found no more; write it anew with --sarif\n"), (better.ExitCode, better.Output));

        var machine = JsonNode.Parse(Check(Overlapping(), "--baseline", Report, "--json").Output)!["findings"]!.AsArray().Single()!;
        Assert.True((bool)machine["known"]!);
    }

    [Theory]
    [InlineData("", "is no report in SARIF; write one with --sarif")]
    [InlineData("[]", "is no report in SARIF; write one with --sarif")]
    [InlineData("""{ "runs": 1 }""", "is no report in SARIF; write one with --sarif")]
    [InlineData("""{ "runs": [null] }""", "is no report in SARIF; write one with --sarif")]
    public void What_is_no_report_is_bad_input(string text, string message)
    {
        File.WriteAllText(Report, text);
        var run = Check(Overlapping(), "--baseline", Report);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Contains("there is no", Check(Overlapping(), "--baseline", Report + "3").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_snapshot_does_not_tell_is_a_notification()
    {
        CommandRun.Tool("check", Path.Combine(AppContext.BaseDirectory, "Snapshots", "Gaps"), "--sarif", Report);
        var notes = JsonNode.Parse(File.ReadAllText(Report))!["runs"]![0]!["invocations"]![0]!["toolExecutionNotifications"]!.AsArray();
        Assert.Contains(notes, note => ((string)note!["message"]!["text"]!).StartsWith("not understood: NetworkFirewalls (1): ", StringComparison.Ordinal));
    }

    public void Dispose() => scratch.Dispose();

    string Report => Path.Combine(scratch.Path, "report.sarif");

    static CommandRun Check(Topology topology, params string[] arguments) => CommandRun.ToolOn(topology, "check", arguments);

    string[] FingerprintsOf(Topology topology)
    {
        Check(topology, "--sarif", Report);
        return [.. JsonNode.Parse(File.ReadAllText(Report))!["runs"]![0]!["results"]!.AsArray().Select(result => (string)result!["partialFingerprints"]!["netdsl/v1"]!)];
    }

    static IEnumerable<string> States(string report) =>
        JsonNode.Parse(File.ReadAllText(report))!["runs"]![0]!["results"]!.AsArray().Select(result => (string)result!["baselineState"]!).Order(StringComparer.Ordinal);

    static Topology Overlapping(bool also = false)
    {
        var network = new NetworkBuilder("Overlapping");
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        if (also)
        {
            vpc.Subnet("three", "10.0.8.0/24", "a");
            vpc.Subnet("four", "10.0.8.0/25", "b");
        }

        vpc.Subnet("one", "10.0.0.0/24", "a");
        vpc.Subnet("two", "10.0.0.0/25", "b");
        return network.Build();
    }
}
