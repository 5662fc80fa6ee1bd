using System.Diagnostics;
using System.IO.Compression;
using NetDsl.Interop;
using NetDsl.Runtime.FlowLogs;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

/// <summary>A run that is killed at any moment leaves whole files only, and a list that names none that is missing. NETDSL_KILLS says how often; four times when it is not set.</summary>
public sealed class FlowLogKillTests : IDisposable
{
    readonly ScratchFolder folder = new();

    static int Kills => int.TryParse(Environment.GetEnvironmentVariable("NETDSL_KILLS"), out var count) ? count : 4;

    [Theory]
    [InlineData("text", "*.log.gz", false)]
    [InlineData("parquet", "*.log.parquet", false)]
    [InlineData("text", "*.log.gz", true)]
    public async Task Nothing_that_can_be_seen_is_torn(string layout, string pattern, bool isTransitGateway)
    {
        var topology = Path.Combine(folder.Path, "network.json");
        File.WriteAllText(topology, TopologyJson.Write(isTransitGateway ? ExampleNetworks.HubAndSpoke() : ExampleNetworks.Shop()));
        string[] at = isTransitGateway ? ["--log-at", "hub"] : [];
        var format = isTransitGateway ? FlowLogFormat.TransitGateway : FlowLogFormat.Default;
        var output = Path.Combine(folder.Path, "logs");
        var program = Path.Combine(Repository.Root, "src", "NetDsl.Tool", "bin", Repository.Configuration, "net10.0", "NetDsl.Tool.dll");
        var random = new Random(1);
        var (seen, running) = (0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var run = Process.Start(new ProcessStartInfo(
                "dotnet", [program, "simulate", topology, "--flows", "60000", "--duration", "20h", "--seed", $"{kill}", "--output", output, "--log-as", layout, .. at])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;

            // Some time after it has begun to write.
            var before = Count(output, pattern);
            while (!run.HasExited && Count(output, pattern) == before)
            {
                await Task.Delay(1);
            }

            await Task.Delay(random.Next(0, 400));
            running += run.HasExited ? 0 : 1;
            run.Kill(entireProcessTree: true);
            await run.WaitForExitAsync();
            seen = AssertWhole(output, pattern, format);
        }

        Assert.True(seen > 0 && running > Kills / 2, $"{seen} files, {running} of {Kills} were running");
    }

    public void Dispose() => folder.Dispose();

    static int Count(string output, string pattern) => Directory.Exists(output) ? Directory.EnumerateFiles(output, pattern, SearchOption.AllDirectories).Count() : 0;

    static int AssertWhole(string output, string pattern, FlowLogFormat format)
    {
        var files = Directory.GetFiles(output, pattern, SearchOption.AllDirectories);
        foreach (var file in files)
        {
            if (file.EndsWith(".parquet", StringComparison.Ordinal))
            {
                AssertWholeParquet(file);
            }
            else
            {
                AssertWholeText(file, format);
            }
        }

        var manifest = Path.Combine(output, FlowLogFolder.Manifest);
        var listed = File.Exists(manifest) ? File.ReadAllText(manifest) : "";
        Assert.All(listed[..(listed.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.True(File.Exists(Path.Combine(output, line.Split(' ')[0])), line));
        return files.Length;
    }

    static void AssertWholeText(string file, FlowLogFormat format)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var text = reader.ReadToEnd();
        Assert.StartsWith(format.Header + "\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal(format.Fields.Count, line.Split(' ').Length));
    }

    /// <summary>The description of a Parquet file stands at its end, with its length.</summary>
    static void AssertWholeParquet(string file)
    {
        var bytes = File.ReadAllBytes(file);
        Assert.Equal("PAR1"u8.ToArray(), bytes[..4]);
        Assert.Equal("PAR1"u8.ToArray(), bytes[^4..]);
        Assert.InRange(BitConverter.ToInt32(bytes, bytes.Length - 8), 1, bytes.Length);
    }
}
