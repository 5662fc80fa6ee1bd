using System.IO.Compression;
using System.Text;
using NetDsl.Compiler.Lowering;
using NetDsl.Interop.FlowLogs;
using NetDsl.Runtime;
using NetDsl.Runtime.FlowLogs;
using NetDsl.Simulation;
using NetDsl.Simulation.Workloads;
using NetDsl.Testing;

namespace NetDsl.LogQueries.Tests;

public sealed class FlowLogDatabaseTests : IDisposable
{
    const string Lines = "version srcaddr srcport start log-status\n2 10.0.0.1 - 17 NODATA\n2 10.0.0.2 80 18 OK\n";

    readonly ScratchFolder folder = new();

    [Fact]
    public void Files_of_any_fields_are_one_view_with_typed_columns()
    {
        Text("a/1.log.gz", Lines);
        Text("b/2.log.gz", "srcaddr bytes tcp-flags instance-tag\n2001:db8::1 99999999999 3 web\n");
        using var database = FlowLogDatabase.Open(folder.Path);
        var answer = database.Ask("SELECT srcaddr, srcport, \"start\", log_status, bytes, tcp_flags, instance_tag FROM flow_logs ORDER BY srcaddr");
        Assert.Equal(["srcaddr", "srcport", "start", "log_status", "bytes", "tcp_flags", "instance_tag"], answer.Columns);
        Assert.Equal(
            [
                ["10.0.0.1", null, 17L, "NODATA", null, null, null],
                ["10.0.0.2", 80, 18L, "OK", null, null, null],
                ["2001:db8::1", null, null, null, 99999999999L, 3, "web"],
            ],
            answer.Rows);
    }

    [Fact]
    public void Text_and_parquet_of_a_transit_gateway_give_the_same_answers_beside_those_of_VPCs()
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.HubAndSpoke()));
        var options = new SimulationOptions
        {
            Traffic = [.. new[] { "billing-1", "198.51.100.7" }.Select(to => new TrafficPattern(to, ["orders-1"], [to], Protocol.Tcp, 443))],
            FlowLog = new FlowLogOptions { Resources = ["eu-west-1/hub", "eu-west-1/orders"] },
        };
        var (text, parquet) = (Path.Combine(folder.Path, "text"), Path.Combine(folder.Path, "parquet"));
        NetworkSimulation.Run(network, options with { OutputFolder = text });
        NetworkSimulation.Run(network, options with { OutputFolder = parquet, FlowLog = options.FlowLog with { Encoding = ParquetFlowLogEncoding.Instance } });
        using var ofText = FlowLogDatabase.Open(text);
        using var ofParquet = FlowLogDatabase.Open(parquet);
        var losses = ReadyQuery.All.Single(query => query.Name == "transit-losses");
        Assert.NotEmpty(ofText.Ask(losses).Rows);
        Assert.Equal(ofText.Ask(losses).Rows, ofParquet.Ask(losses).Rows);
        const string All = "SELECT * FROM flow_logs ORDER BY ALL";
        Assert.Equal(ofText.Ask(All).Columns.Order(StringComparer.Ordinal), ofParquet.Ask(All).Columns.Order(StringComparer.Ordinal));
        const string Some = "SELECT tgw_attachment_id, interface_id, srcaddr, packets, packets_lost_blackhole, tgw_src_eni, \"start\", log_status FROM flow_logs ORDER BY ALL";
        Assert.Equal(ofText.Ask(Some).Rows, ofParquet.Ask(Some).Rows);
        Assert.Contains(ofText.Ask(Some).Rows, row => row[0] is null);

        // What a gateway takes at one side it gives at the other, or has lost.
        Assert.Equal(
            ofText.Ask("SELECT sum(packets) - sum(packets_lost_no_route + packets_lost_blackhole) FROM flow_logs WHERE tgw_id IS NOT NULL AND flow_direction = 'ingress'").Rows,
            ofText.Ask("SELECT sum(packets) FROM flow_logs WHERE tgw_id IS NOT NULL AND flow_direction = 'egress'").Rows);
    }

    [Fact]
    public void A_ready_query_says_which_field_no_log_has()
    {
        Text("1.log.gz", Lines);
        using var database = FlowLogDatabase.Open(folder.Path);
        Assert.Equal(
            "the query 'transit-losses' asks for the field tgw-attachment-id, which none of the logs has; record it, with simulate --log-at and the name of a transit gateway",
            Assert.Throws<LogQueryException>(() => database.Ask(ReadyQuery.All.Single(query => query.Name == "transit-losses"))).Message);
        Assert.Contains("the query 'rejects' asks for the field interface-id", Assert.Throws<LogQueryException>(() => database.Ask(ReadyQuery.All.Single(query => query.Name == "rejects"))).Message, StringComparison.Ordinal);
    }

    /// <summary>Two readers that know nothing of each other agree on what was written.</summary>
    [Fact]
    public void Text_and_parquet_of_one_run_give_the_same_answers()
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.Shop()));
        var options = new SimulationOptions { Flows = 300, FlowLog = new FlowLogOptions { Format = FlowLogFormat.OfVersion(10) } };
        var text = Path.Combine(folder.Path, "text");
        var parquet = Path.Combine(folder.Path, "parquet");
        var report = NetworkSimulation.Run(network, options with { OutputFolder = text });
        NetworkSimulation.Run(network, options with { OutputFolder = parquet, FlowLog = options.FlowLog with { Encoding = ParquetFlowLogEncoding.Instance } });
        using var ofText = FlowLogDatabase.Open(text);
        using var ofParquet = FlowLogDatabase.Open(parquet);
        Assert.All(ReadyQuery.All.Where(query => query.Name != "transit-losses").Select(query => query.Sql).Append("SELECT * FROM flow_logs ORDER BY ALL"), sql =>
        {
            var (first, second) = (ofText.Ask(sql), ofParquet.Ask(sql));
            Assert.NotEmpty(first.Rows);
            Assert.Equal(first.Columns, second.Columns);
            Assert.Equal(first.Rows, second.Rows);
        });
        Assert.Equal(report.FlowLogRecords, ofParquet.Ask("SELECT * FROM flow_logs").Rows.Count);

        // Both at once are one view.
        using var both = FlowLogDatabase.Open(folder.Path);
        Assert.Equal(2 * report.FlowLogRecords, both.Ask("SELECT count(*) FROM flow_logs").Rows[0][0]);
    }

    [Fact]
    public void The_page_lists_every_query_that_is_ready()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "simulation.md"));
        Assert.All(ReadyQuery.All, query => Assert.Contains($"| `{query.Name}` | {query.Description} |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_let_out_and_rejected_is_found_as_request_and_as_reply()
    {
        Text(
            "1.log.gz",
            FlowLogFormat.Default.Header + "\n"
                + "2 1 eni-a 10.0.0.1 10.0.0.2 50000 443 6 1 60 1 1 ACCEPT OK\n"
                + "2 1 eni-b 10.0.0.1 10.0.0.2 50000 443 6 2 120 1 1 REJECT OK\n"
                + "2 1 eni-a 10.0.0.1 10.0.0.3 50001 80 6 1 60 1 1 ACCEPT OK\n"
                + "2 1 eni-a 10.0.0.3 10.0.0.1 80 50001 6 1 60 1 1 REJECT OK\n"
                + "2 1 eni-b 10.0.0.9 10.0.0.2 50002 22 6 9 540 1 1 REJECT OK\n");
        using var database = FlowLogDatabase.Open(folder.Path);
        var answer = database.Ask(ReadyQuery.All.Single(query => query.Name == "accept-out-reject-in").Sql);
        Assert.Equal(
            ["request eni-a eni-b 10.0.0.1 10.0.0.2 6 443 2", "reply eni-a eni-a 10.0.0.3 10.0.0.1 6 80 1"],
            answer.Rows.Select(row => string.Join(' ', row)));
    }

    [Theory]
    [InlineData("COPY (SELECT 1) TO '{0}'", "the query is not one SELECT")]
    [InlineData("SELECT 1; COPY (SELECT 1) TO '{0}'", "the query is not one SELECT")]
    [InlineData("SELECT 1; SELECT 2", "the query is not one SELECT")]
    [InlineData("", "the query is not one SELECT")]
    [InlineData("SET enable_external_access = true", "the query is not one SELECT")]
    [InlineData("ATTACH '/tmp/netdsl-never.db'", "the query is not one SELECT")]
    [InlineData("INSTALL httpfs", "the query is not one SELECT")]
    [InlineData("PRAGMA database_list", "the query is not one SELECT")]
    [InlineData("SELECT * FROM read_text('/etc/passwd')", "Permission Error")]
    [InlineData("SELECT * FROM read_csv('https://example.com/a.csv')", "Permission Error")]
    [InlineData("SELECT * FROM glob('/etc/*')", "Permission Error")]
    [InlineData("SELECT * FROM query('COPY (SELECT 1) TO ''{0}''')", "the query cannot be answered")]
    [InlineData("SELEC 1", "the query cannot be answered: syntax error at or near \"SELEC\"")]
    [InlineData("SELECT nope FROM flow_logs", "the query cannot be answered: Binder Error: Referenced column \"nope\" not found")]
    [InlineData("SELECT error('no')", "the query cannot be answered")]
    public void A_query_that_is_no_question_or_reaches_outside_is_refused(string sql, string message)
    {
        var file = Text("1.log.gz", Lines);
        var before = File.ReadAllBytes(file);
        using var database = FlowLogDatabase.Open(folder.Path);
        Assert.Contains(message, Assert.Throws<LogQueryException>(() => database.Ask(sql.Replace("{0}", file, StringComparison.Ordinal))).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(file));
        Assert.Equal([file], Directory.GetFiles(folder.Path));
        Assert.Equal(2L, database.Ask("SELECT count(*) FROM flow_logs -- still there").Rows[0][0]);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named()
    {
        var bytes = File.ReadAllBytes(Text("1.log.gz", Lines));
        Refused("1.log.gz", bytes[..^9], "'{0}' cannot be read: ");
        Refused("1.log.gz", [], "'{0}' cannot be read: it is empty; fetch it again, or take it out of the folder");
        Refused("1.log.gz", "no gzip at all"u8.ToArray(), "'{0}' cannot be read: ");
        Text("1.log.gz", "timestamp,message\n1,2\n");
        Refused("1.log.gz", null, "'{0}' is no flow log: its first line names no field such as srcaddr; take it out of the folder");
        Text("1.log.gz", "srcaddr srcport\n10.0.0.1 http\n");
        using (var database = FlowLogDatabase.Open(folder.Path))
        {
            var file = Path.Combine(folder.Path, "1.log.gz");
            Assert.Contains(file, Assert.Throws<LogQueryException>(() => database.Ask("SELECT * FROM flow_logs")).Message, StringComparison.Ordinal);
        }

        File.Delete(Path.Combine(folder.Path, "1.log.gz"));
        Refused("2.log.parquet", "PAR1 and nothing"u8.ToArray(), "{0}");
    }

    public void Dispose() => folder.Dispose();

    void Refused(string name, byte[]? content, string message)
    {
        var file = Path.Combine(folder.Path, name);
        if (content is not null)
        {
            File.WriteAllBytes(file, content);
        }

        var failure = Assert.Throws<LogQueryException>(() => FlowLogDatabase.Open(folder.Path));
        Assert.Contains(message.Replace("{0}", file, StringComparison.Ordinal), failure.Message, StringComparison.Ordinal);
    }

    string Text(string name, string lines)
    {
        var file = Path.Combine(folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var compressed = new GZipStream(File.Create(file), CompressionLevel.Optimal);
        compressed.Write(Encoding.UTF8.GetBytes(lines));
        return file;
    }
}
