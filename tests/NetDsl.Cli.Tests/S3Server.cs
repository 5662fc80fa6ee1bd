using System.Diagnostics;
using System.Text.RegularExpressions;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

/// <summary>An object store of others, s3rver, which npm installs into a folder that is gone afterwards.</summary>
sealed partial class S3Server : IDisposable
{
    /// <summary>The one access key that it knows, and its secret.</summary>
    const string Credentials = "S3RVER";

    const string Version = "3.7.1";
    readonly Process process;
    readonly ScratchFolder folder;

    S3Server(ScratchFolder folder, Process process, Uri endpoint) => (this.folder, this.process, Endpoint) = (folder, process, endpoint);

    public Uri Endpoint { get; }

    /// <summary>Where it keeps a bucket: a file for each object and what it knows of it.</summary>
    public string FolderOf(string bucket) => Path.Combine(folder.Path, "data", bucket);

    public static IReadOnlyDictionary<string, string> Environment(string accessKey = Credentials) => new Dictionary<string, string>
    {
        ["AWS_ACCESS_KEY_ID"] = accessKey,
        ["AWS_SECRET_ACCESS_KEY"] = Credentials,
        ["AWS_EC2_METADATA_DISABLED"] = "true",
    };

    /// <summary>Starts it with a bucket; nothing where it cannot be had.</summary>
    public static S3Server? Start(string bucket)
    {
        var folder = new ScratchFolder();
        if (DebianPrograms.Has("node", "nodejs", "--version") && DebianPrograms.Has("npm", "npm", "--version")
            && Command.Run(folder.Path, "npm", "install", "--no-audit", "--no-fund", "--silent", $"s3rver@{Version}").ExitCode == 0)
        {
            var process = Process.Start(new ProcessStartInfo(
                "node", [Path.Combine(folder.Path, "node_modules", "s3rver", "bin", "s3rver.js"), "--directory", Path.Combine(folder.Path, "data"), "--address", "127.0.0.1", "--port", "0", "--configure-bucket", bucket])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            while (process.StandardOutput.ReadLine() is { } line)
            {
                if (Listening().Match(line) is { Success: true } listening)
                {
                    // It waits for nobody who would read what it tells of each request.
                    _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                    _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
                    return new S3Server(folder, process, new Uri($"http://127.0.0.1:{listening.Groups["port"].Value}"));
                }
            }

            process.Dispose();
        }

        folder.Dispose();
        return null;
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        folder.Dispose();
    }

    [GeneratedRegex(@"listening on .*:(?<port>[0-9]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Listening();
}
