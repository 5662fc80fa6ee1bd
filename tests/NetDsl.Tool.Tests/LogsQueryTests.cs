using System.Text.Json.Nodes;
using NetDsl.Interop;
using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Tool.Tests;

public sealed class LogsQueryTests : IDisposable
{
    readonly ScratchFolder folder = new();

    [Fact]
    public void Answers_a_question_about_what_a_simulation_wrote()
    {
        var records = Simulate();
        var table = Run("logs", "query", "logs", "SELECT count(*) AS records, NULL AS nothing FROM flow_logs");
        Assert.Equal((0, $"records  nothing\n{new string($"{records}".PadRight(9))}-\n", ""), (table.ExitCode, table.Output, table.Errors));

        var machine = Run("logs", "query", "logs", "SELECT action, count(*), 1.5, [1, 2] FROM flow_logs WHERE action IS NOT NULL GROUP BY action ORDER BY action", "--json");
        var answer = JsonNode.Parse(machine.Output)!;
        Assert.Equal(4, answer["columns"]!.AsArray().Count);
        Assert.Equal(["ACCEPT", "REJECT"], answer["rows"]!.AsArray().Select(row => (string)row![0]!));
        Assert.Equal("[1,2]", answer["rows"]![0]![3]!.ToJsonString());
    }

    [Theory]
    [InlineData("top-talkers", "interface_id,srcaddr,dstaddr,bytes,packets,records")]
    [InlineData("rejects", "interface_id,srcaddr,dstaddr,protocol,dstport,packets,records")]
    [InlineData("accept-out-reject-in", "rejected,let_out_by,rejected_by,srcaddr,dstaddr,protocol,port,packets")]
    public void Has_queries_ready(string name, string columns)
    {
        Simulate();
        var answer = JsonNode.Parse(Run("logs", "query", "logs", "--ready", name, "--json").Output)!;
        Assert.Equal(columns, string.Join(',', answer["columns"]!.AsArray().Select(column => (string)column!)));
        Assert.NotEmpty(answer["rows"]!.AsArray());
        Assert.Contains($"{name}: ", Run("logs", "query", "--help").Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_the_logs_of_transit_gateways_too()
    {
        var records = Simulate(ExampleNetworks.HubAndSpoke(), "--log-at", "hub");
        var seen = Run("logs", "query", "logs", "SELECT count(*) AS records, count(DISTINCT tgw_attachment_id) AS attachments, sum(packets_lost_no_route) AS lost FROM flow_logs WHERE tgw_id IS NOT NULL", "--json");
        Assert.Equal($"[{records},3,0]", JsonNode.Parse(seen.Output)!["rows"]![0]!.ToJsonString());
        var known = Run("logs", "query", "logs", "--ready", "transit-losses");
        Assert.Equal((0, ""), (known.ExitCode, known.Errors));
        var missing = Run("logs", "query", "logs", "--ready", "rejects");
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("error: the query 'rejects' asks for the field interface-id, which none of the logs has;", missing.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error: name a query: SQL such as", "logs", "query", ".")]
    [InlineData("error: there are two queries; leave the SQL or --ready out", "logs", "query", ".", "SELECT 1", "--ready", "rejects")]
    [InlineData("error: --ready: there is no query 'reject'; did you mean 'rejects'?", "logs", "query", ".", "--ready", "reject")]
    [InlineData("error: '.' has no flow logs, neither *.log.gz nor *.log.parquet; name a folder that flow logs were written to", "logs", "query", ".", "SELECT 1")]
    [InlineData("error: 'nowhere' is not a folder; name one that flow logs were written to", "logs", "query", "nowhere", "SELECT 1")]
    [InlineData("error: Required command was not provided", "logs")]
    public void Says_what_is_wrong(string message, params string[] arguments)
    {
        var run = Run(arguments);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    long Simulate() => Simulate(ExampleNetworks.Shop());

    long Simulate(Topology topology, params string[] options)
    {
        File.WriteAllText(Path.Combine(folder.Path, "network.json"), TopologyJson.Write(topology));
        var run = Run(["simulate", "network.json", "--flows", "200", "--output", "logs", "--json", .. options]);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        return (long)JsonNode.Parse(run.Output)!["flowLogs"]!["records"]!;
    }

    CommandResult Run(params string[] arguments) => Command.Run(
        folder.Path, "dotnet", [Path.Combine(Repository.Root, "src", "NetDsl.Tool", "bin", Repository.Configuration, "net10.0", "NetDsl.Tool.dll"), .. arguments]);
}
