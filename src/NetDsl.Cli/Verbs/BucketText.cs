using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.Interop.FlowLogs;

namespace NetDsl.Cli.Verbs;

/// <summary>What became of flow logs that were to go to a bucket.</summary>
internal static class BucketText
{
    public static void Print(FlowLogBucket? bucket, Terminal terminal)
    {
        if (bucket is not null)
        {
            terminal.Line($"bucket     {bucket.Address}  ({Counted.Text(bucket.Uploaded, "file")})");
        }
    }

    public static void Add(FlowLogBucket? bucket, JsonObject report)
    {
        if (bucket is not null)
        {
            report["flowLogs"]!["bucket"] = new JsonObject { ["address"] = bucket.Address.ToString(), ["uploaded"] = bucket.Uploaded, ["notUploaded"] = bucket.NotUploaded };
        }
    }

    /// <summary>Tells what the bucket has not taken.</summary>
    /// <returns>The exit code.</returns>
    public static int Report(FlowLogBucket? bucket, string folder, Terminal terminal)
    {
        if (bucket?.Failure is not { } failure)
        {
            return ExitCode.Success;
        }

        terminal.Error(failure);
        terminal.Note($"{Counted.Text(bucket.NotUploaded, "file")} are not in the bucket; all of them are whole in {folder}");
        return ExitCode.BadInput;
    }
}
