using System.Text.Json.Nodes;
using NetDsl.Interop;
using NetDsl.Runtime.FlowLogs;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

/// <summary>Flow logs in an object store that others wrote.</summary>
public sealed class FlowLogBucketTests : IDisposable
{
    const string Bucket = "netdsl-logs";
    const string ObjectEnd = "._S3rver_object";

    readonly ScratchFolder folder = new();

    [SkippableFact]
    public void Every_file_is_in_the_bucket_as_it_is_in_the_folder()
    {
        using var server = S3Server.Start(Bucket);
        Skip.If(server is null, "needs s3rver");
        var run = Simulate(S3Server.Environment(), "--log-to", $"s3://{Bucket}/runs/first", "--log-endpoint", server!.Endpoint.ToString(), "--json");
        Assert.True(run is { ExitCode: 0, Errors: "" }, run.ToString());
        var told = JsonNode.Parse(run.Output)!["flowLogs"]!;
        var files = told["files"]!.AsArray().Select(file => (string)file!).ToList();
        Assert.NotEmpty(files);
        Assert.Equal(($"s3://{Bucket}/runs/first/", files.Count), ((string?)told["bucket"]!["address"], (int)told["bucket"]!["uploaded"]!));
        Assert.All(files, file => Assert.Equal(
            File.ReadAllBytes(Path.Combine(Output, file)),
            File.ReadAllBytes(Path.Combine(server.FolderOf(Bucket), "runs", "first", file + ObjectEnd))));
        Assert.Equal(files.Count, Directory.GetFiles(server.FolderOf(Bucket), "*" + ObjectEnd, SearchOption.AllDirectories).Length);

        // When it is delivered goes with each file.
        var manifest = File.ReadAllLines(Path.Combine(Output, FlowLogFolder.Manifest)).Select(line => line.Split(' '));
        Assert.All(manifest, line => Assert.Contains(
            line[1], File.ReadAllText(Path.Combine(server.FolderOf(Bucket), "runs", "first", line[0] + "._S3rver_metadata.json")), StringComparison.Ordinal));
    }

    [SkippableFact]
    public void What_the_bucket_does_not_take_is_told_and_stays_in_the_folder()
    {
        using var server = S3Server.Start(Bucket);
        Skip.If(server is null, "needs s3rver");
        AssertKept(Simulate(S3Server.Environment(), "--log-to", "s3://nobody", "--log-endpoint", server!.Endpoint.ToString()), "' was not taken by bucket 'nobody' at http://127.0.0.1:", "NoSuchBucket");
        AssertKept(Simulate(S3Server.Environment("nobody"), "--log-to", $"s3://{Bucket}", "--log-endpoint", server.Endpoint.ToString()), $"' was not taken by bucket '{Bucket}'", "InvalidAccessKeyId");
        Assert.Empty(Directory.GetFiles(server.FolderOf(Bucket), "*" + ObjectEnd, SearchOption.AllDirectories));
    }

    [Fact]
    public void A_store_that_is_not_there_is_told()
    {
        // Nothing listens at the port of discard.
        AssertKept(Simulate(S3Server.Environment(), "--log-to", "s3://bucket", "--log-endpoint", "http://127.0.0.1:9"), "' was not taken by bucket 'bucket' at http://127.0.0.1:9/: Connection refused");
    }

    [Fact]
    public void A_bucket_of_which_nobody_says_the_region_is_refused()
    {
        var run = Simulate(new Dictionary<string, string>(S3Server.Environment()) { ["HOME"] = folder.Path, ["AWS_REGION"] = "", ["AWS_DEFAULT_REGION"] = "" }, "--log-to", "s3://bucket");
        Assert.Equal((2, "error: --log-to: nothing says in which region bucket 'bucket' is; set AWS_REGION, or name a store of your own\n"), (run.ExitCode, run.Errors));
    }

    [Theory]
    [InlineData("--log-to: 'bucket' is no bucket; write s3://bucket or s3://bucket/prefix", "--log-to", "bucket")]
    [InlineData("--log-to: 's3:///x' is no bucket; write s3://bucket or s3://bucket/prefix", "--log-to", "s3:///x")]
    [InlineData("--log-to: 'a b' is no name of a bucket", "--log-to", "s3://a b")]
    [InlineData("--log-to: AWSLogs is the folder that flow logs make themselves; leave it out of the prefix", "--log-to", "s3://bucket/x/AWSLogs")]
    [InlineData("--log-to: a bucket has no streams; leave --log-to or --log-as streams out", "--log-to", "s3://bucket", "--log-as", "streams")]
    [InlineData("--log-endpoint: 'here' is no address of an object store; write one such as http://localhost:9000", "--log-to", "s3://bucket", "--log-endpoint", "here")]
    [InlineData("--log-endpoint: name the bucket as well, by --log-to s3://bucket/prefix", "--log-endpoint", "http://localhost:9000")]
    public void A_bucket_that_cannot_be_meant_is_refused_before_anything_is_written(string message, params string[] arguments)
    {
        var run = CommandRun.Program(ExampleNetworks.Shop(), ["simulate", "--output", Output, .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Output));
    }

    public void Dispose() => folder.Dispose();

    string Output => Path.Combine(folder.Path, "logs");

    void AssertKept(CommandResult run, params string[] messages)
    {
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("error: 'AWSLogs/", run.Errors, StringComparison.Ordinal);
        Assert.All(messages, message => Assert.Contains(message, run.Errors, StringComparison.Ordinal));
        Assert.Contains("note: 2 files are not in the bucket; all of them are whole in ", run.Errors, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(Output, "*.log.gz", SearchOption.AllDirectories).Length);
    }

    /// <summary>As a program of its own, which has the credentials in its environment.</summary>
    CommandResult Simulate(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var topology = Path.Combine(folder.Path, "shop.json");
        File.WriteAllText(topology, TopologyJson.Write(ExampleNetworks.Shop()));
        var program = Path.Combine(Repository.Root, "src", "NetDsl.Tool", "bin", Repository.Configuration, "net10.0", "NetDsl.Tool.dll");
        return Command.Run(folder.Path, environment, "dotnet", [program, "simulate", topology, "--flows", "50", "--duration", "10m", "--output", Output, .. arguments]);
    }
}
