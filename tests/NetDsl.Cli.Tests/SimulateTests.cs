using System.Text.Json.Nodes;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

public sealed class SimulateTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("netdsl-simulate-").FullName;

    [Fact]
    public void Writes_the_flow_logs_that_it_names()
    {
        var run = Simulate("--flows", "50", "--duration", "5m", "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var report = JsonNode.Parse(run.Output)!;
        Assert.Equal(50, (int)report["flows"]!["attempted"]!);
        var named = report["flowLogs"]!["files"]!.AsArray().Select(file => (string)file!).Order(StringComparer.Ordinal);
        var written = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is not ("manifest.txt" or "report.html"))
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(written);
        Assert.Equal(written, named);
    }

    [Fact]
    public void Flow_logs_are_as_they_are_asked_for()
    {
        var run = Simulate("--flows", "50", "--log-format", "v5", "--log-traffic", "reject", "--log-at", "edge-a", "--log-hive", "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var files = JsonNode.Parse(run.Output)!["flowLogs"]!["files"]!.AsArray();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Contains("/year=2026/month=01/day=01/", (string)file!, StringComparison.Ordinal));
    }

    [Fact]
    public void Flow_logs_are_parquet_when_they_are_asked_for_as_that()
    {
        var text = JsonNode.Parse(Simulate("--flows", "50", "--json").Output)!["flowLogs"]!;
        var parquet = JsonNode.Parse(Simulate("--flows", "50", "--log-as", "parquet", "--json").Output)!["flowLogs"]!;
        Assert.Equal((long)text["records"]!, (long)parquet["records"]!);

        // The hash in a name is of the records.
        Assert.Equal(
            text["files"]!.AsArray().Select(file => ((string)file!).Replace(".log.gz", ".log.parquet", StringComparison.Ordinal)),
            parquet["files"]!.AsArray().Select(file => (string)file!));
        Assert.All(parquet["files"]!.AsArray(), file => Assert.Equal("PAR1"u8.ToArray(), File.ReadAllBytes(Path.Combine(folder, (string)file!))[..4]));
    }

    [Fact]
    public void Flow_logs_are_streams_of_interfaces_when_they_are_asked_for_as_that()
    {
        var flowLogs = JsonNode.Parse(Simulate("--flows", "50", "--log-as", "streams", "--json").Output)!["flowLogs"]!;
        var files = flowLogs["files"]!.AsArray().Select(file => (string)file!).ToList();
        Assert.True(files.Count > 1);
        Assert.All(files, file => Assert.Matches("^log-groups/fl-[0-9a-f]{17}/eni-[0-9a-f]{17}-all.log$", file));
        Assert.Equal((long)flowLogs["records"]!, files.Sum(file => File.ReadAllLines(Path.Combine(folder, file)).Length));
        Assert.Equal("Active", (string)flowLogs["logs"]![0]!["status"]!);
    }

    [Fact]
    public void A_transit_gateway_is_logged_when_it_is_named()
    {
        var run = Hub("--log-at", "hub", "--log-at", "hub/orders", "--log-at", "orders", "--log-transit-format", "tgw-id srcaddr", "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var flowLogs = JsonNode.Parse(run.Output)!["flowLogs"]!;
        Assert.Equal(["eu-west-1/hub", "eu-west-1/hub/orders", "eu-west-1/orders"], flowLogs["logs"]!.AsArray().Select(log => (string)log!["resource"]!).Order(StringComparer.Ordinal));
        Assert.All(flowLogs["logs"]!.AsArray(), log => Assert.Contains(flowLogs["files"]!.AsArray(), file => ((string)file!).Contains((string)log!["flowLog"]!, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--log-traffic: the flow log of a transit gateway records all traffic, because a gateway neither accepts nor rejects; leave --log-traffic out", "--log-at", "hub", "--log-traffic", "accept")]
    [InlineData("--log-window: the flow log of a transit gateway adds up 60s and nothing else; leave --log-window out", "--log-at", "hub/orders", "--log-window", "10m")]
    [InlineData("--log-format: only transit gateways have a flow log, whose fields --log-transit-format chooses; write that, or name a VPC, a subnet or an interface by --log-at", "--log-at", "hub", "--log-format", "v5")]
    [InlineData("--log-transit-format: no transit gateway has a flow log; name one, or an attachment, by --log-at", "--log-transit-format", "tgw-id")]
    [InlineData("--log-transit-format: 'action' is no field of transit gateway flow logs that the model has; write one of account-id,", "--log-at", "hub", "--log-transit-format", "action")]
    [InlineData("--log-role: a bucket wants no role; leave it out, or add --log-as streams", "--log-role", "none")]
    [InlineData("--log-role: 'accounts=1' is not one of account=…, trusts=…, allows=…; write those that differ from what is needed apart by commas, or none", "--log-as", "streams", "--log-role", "accounts=1")]
    [InlineData("--log-role: account is there 2 times; write it once", "--log-as", "streams", "--log-role", "account=1,account=2")]
    [InlineData("--log-bucket-policy: streams are in no bucket; leave --log-bucket-policy or --log-as streams out", "--log-as", "streams", "--log-bucket-policy", "none")]
    public void Flow_logs_that_there_cannot_be_are_refused(string message, params string[] options)
    {
        var run = Hub(options);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("its role is in account 210987654321, and the log is that of account 123456789012; take a role of that account", "--log-as", "streams", "--log-role", "account=210987654321")]
    [InlineData("its role trusts ec2.amazonaws.com, and vpc-flow-logs.amazonaws.com writes; let the role trust that", "--log-as", "streams", "--log-role", "trusts=ec2.amazonaws.com,allows=logs:*")]
    [InlineData("its role does not allow logs:CreateLogGroup,", "--log-as", "streams", "--log-role", "allows=logs:PutLogEvents,allows=logs:CreateLogStream")]
    [InlineData("the bucket has no policy that lets delivery.logs.amazonaws.com deliver;", "--log-bucket-policy", "none")]
    [InlineData("the policy of the bucket lets objects AWSLogs/123456789012/* be put, and not AWSLogs/aws-account-id=123456789012/*; allow that", "--log-hive", "--log-bucket-policy", "objects=AWSLogs/123456789012/*,service=delivery.logs.amazonaws.com,allows=s3:*")]
    public void Flow_logs_that_may_not_be_written_are_told_by_message_status_and_exit_code(string reason, params string[] options)
    {
        var run = Simulate(["--flows", "50", .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.Matches("^error: flow log fl-[0-9a-f]{17} of us-east-1/shop delivers nothing \\(Access error\\): ", run.Error);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Contains("\nflow logs  none: they may not be written\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(reason, File.ReadAllText(Path.Combine(folder, "manifest.txt")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "report.html")));

        var machine = JsonNode.Parse(Simulate(["--flows", "50", "--json", .. options]).Output)!["flowLogs"]!;
        Assert.Equal((0, "Access error"), ((int)machine["records"]!, (string)machine["logs"]![0]!["status"]!));
        Assert.Contains(reason, (string)machine["logs"]![0]!["reason"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_above_the_limit_of_a_window_is_skipped()
    {
        var all = JsonNode.Parse(Simulate("--flows", "50", "--json").Output)!["flowLogs"]!;
        var some = JsonNode.Parse(Simulate("--flows", "50", "--log-limit", "1", "--log-as", "streams", "--json").Output)!["flowLogs"]!;
        Assert.True((long)some["records"]! < (long)all["records"]!);
        Assert.Contains(some["files"]!.AsArray(), file => File.ReadAllText(Path.Combine(folder, (string)file!)).Contains("- SKIPDATA\n", StringComparison.Ordinal));
    }

    [Fact]
    public void A_seed_repeats_a_run_and_another_gives_another()
    {
        var first = Simulate("--flows", "40", "--seed", "7", "--json").Output;
        Assert.Equal(first, Simulate("--flows", "40", "--seed", "7", "--json").Output);
        Assert.NotEqual(first, Simulate("--flows", "40", "--seed", "8", "--json").Output);
    }

    [Fact]
    public void People_get_tables_and_the_place_of_the_logs()
    {
        var run = Simulate("--flows", "50");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Simulation of Shop: 10m of virtual time, seed 1\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("flows  established  blocked", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"\nanswers +p50 +p90 +p99 +p99\.9 +longest +loss +longest outage\n\d+ +[\d.]+ ms ", run.Output);
        Assert.Contains($"flow logs  {folder}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_the_page_that_it_names_the_same_each_time()
    {
        var page = (string)JsonNode.Parse(Simulate("--flows", "50", "--json").Output)!["page"]!;
        var first = File.ReadAllText(page);
        Assert.Equal(Path.Combine(folder, "report.html"), page);
        Assert.Contains("<title>Simulation of Shop</title>", first, StringComparison.Ordinal);
        Assert.Contains($"\npage       {page}\n", Simulate("--flows", "50").Output, StringComparison.Ordinal);
        Assert.Equal(first, File.ReadAllText(page));
    }

    [Fact]
    public void Machines_get_what_was_measured()
    {
        var measured = JsonNode.Parse(Simulate("--flows", "200", "--json").Output)!["measurements"]!;
        var packets = measured["packets"]!;
        Assert.Equal((long)packets["sent"]!, (long)packets["delivered"]! + (long)packets["exits"]! + (long)packets["dropped"]!);
        Assert.Equal(0, (long)packets["unaccounted"]!);
        Assert.True((double)measured["latency"]!["p50Seconds"]! > 0);
        Assert.Equal(5, (double)measured["series"]!["partSeconds"]!);
        Assert.Equal(200, measured["series"]!["opened"]!.AsArray().Sum(part => (long)part!));
        Assert.Equal((long)packets["dropped"]!, measured["drops"]!.AsArray().Sum(drop => (long)drop!["packets"]!));
        Assert.Equal(120, measured["natGateways"]![0]!["ports"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("--seed", "-1", "--seed: '-1' is not a whole number from 0 to 18446744073709551615")]
    [InlineData("--flows", "many", "--flows: 'many' is not a whole number from 0 to 10000000")]
    [InlineData("--flows", "99999999999", "--flows: '99999999999' is not a whole number")]
    [InlineData("--duration", "soon", "--duration: 'soon' is not a duration; write a number and ms, s, m, h or d")]
    [InlineData("--duration", "0s", "--duration: '0s' is not a duration")]
    [InlineData("--duration", "31d", "--duration: '31d' is not a duration")]
    [InlineData("--log-format", "src-addr", "--log-format: 'src-addr' is no field of flow logs that the model has; write one of account-id,")]
    [InlineData("--log-traffic", "some", "--log-traffic: 'some' is no traffic; write all, accept or reject")]
    [InlineData("--log-at", "nobody", "--log-at: no VPC, subnet, interface, transit gateway or attachment is called 'nobody'")]
    [InlineData("--log-as", "csv", "--log-as: 'csv' is no way to keep flow logs; write text, parquet or streams")]
    [InlineData("--log-window", "5m", "--log-window: '5m' is not how long flow logs add up; write 60s or 10m")]
    [InlineData("--duration", "0.00000000001s", "--duration: '0.00000000001s' is not a duration")]
    public void A_value_that_cannot_be_used_is_named_with_what_to_write(string option, string value, string message)
    {
        var run = Simulate(option, value);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public void A_file_is_no_folder_to_write_into()
    {
        var file = Path.Combine(folder, "taken");
        File.WriteAllText(file, "");
        var run = CommandRun.Program(ExampleNetworks.Shop(), "simulate", "--output", file);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is not a folder", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    CommandRun Hub(params string[] args) => CommandRun.Program(ExampleNetworks.HubAndSpoke(), ["simulate", "--flows", "50", "--output", folder, .. args]);

    CommandRun Simulate(params string[] args) => CommandRun.Program(ExampleNetworks.Shop(), ["simulate", "--output", folder, .. args]);
}
