using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>
/// Writes flow logs as a bucket would hold them: one log for each VPC, a compressed file for every five minutes,
/// under the public key layout. Nothing is written outside the folder given.
/// </summary>
/// <remarks>
/// A file is there with all of its bytes or not at all, whatever ends the program: it is written under another name, brought to the disk and then renamed. The
/// <see cref="Manifest"/> names it afterwards.
/// </remarks>
public sealed class FlowLogFiles
{
    private const long FileSeconds = 300;

    private readonly ForwardingGraph graph;
    private readonly string folder;
    private readonly FlowLogOptions options;
    private readonly HashSet<int>? monitored;
    private readonly Dictionary<int, GraphVpc> vpcs;
    private readonly SortedDictionary<(long Period, int Vpc), StringBuilder> open = [];
    private readonly List<string> written = [];
    private readonly HashSet<string> listed;

    /// <summary>Prepares to write.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="outputFolder">The folder that stands for the bucket; made when it does not exist.</param>
    /// <param name="options">Which fields and which traffic, and how keys are made; the vendor's defaults when left out.</param>
    /// <exception cref="ArgumentException">A resource to monitor is not in the network.</exception>
    public FlowLogFiles(ForwardingGraph graph, string outputFolder, FlowLogOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentException.ThrowIfNullOrEmpty(outputFolder);
        this.graph = graph;
        this.options = options ?? new FlowLogOptions();
        monitored = Monitored(graph, this.options.Resources);
        folder = Path.GetFullPath(outputFolder);
        listed = Listed(Path.Combine(folder, Manifest));
        vpcs = graph.Vpcs.ToDictionary(vpc => vpc.Node);
        foreach (var vpc in graph.Vpcs)
        {
            RefuseAsPath(vpc.Account, "account");
            RefuseAsPath(vpc.Region, "region");
        }
    }

    /// <summary>The name of the file that lists all others, a line each: no file before it is whole.</summary>
    public const string Manifest = "manifest.txt";

    /// <summary>The files written so far, relative to the folder, with slashes, in the order of writing.</summary>
    public IReadOnlyList<string> Written => written;

    /// <summary>How many records are in them or about to be.</summary>
    public long Records { get; private set; }

    /// <summary>Adds a record to the file of its period.</summary>
    /// <param name="holder">The holder that it speaks of.</param>
    /// <param name="record">The record.</param>
    public void Add(int holder, FlowLogRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (!IsWanted(holder, record))
        {
            return;
        }

        var key = (record.End / FileSeconds, graph.Holders[holder].Vpc);
        if (!open.TryGetValue(key, out var text))
        {
            open.Add(key, text = new StringBuilder(options.Format.Header).Append('\n'));
        }

        text.Append(options.Format.Line(record)).Append('\n');
        Records++;
    }

    /// <summary>Writes every file whose period ends until then, for which no record can come any more.</summary>
    /// <param name="time">Unix time.</param>
    public void WriteUntil(long time)
    {
        while (open.Count > 0 && open.First() is var first && (first.Key.Period + 1) * FileSeconds <= time)
        {
            Write(first.Key.Period, vpcs[first.Key.Vpc], first.Value.ToString());
            open.Remove(first.Key);
        }
    }

    /// <summary>Writes what is left.</summary>
    public void Complete() => WriteUntil(long.MaxValue);

    private void Write(long period, GraphVpc vpc, string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        var begin = DateTimeOffset.FromUnixTimeSeconds(period * FileSeconds);
        var log = VendorIds.FlowLog(graph.Nodes[vpc.Node]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..8];
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{Folder(vpc, begin)}{vpc.Account}_vpcflowlogs_{vpc.Region}_{log}_{begin:yyyyMMdd'T'HHmm'Z'}_{hash}.log.gz");
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        WriteWhole(path, Compress(content));
        if (listed.Add(name))
        {
            File.AppendAllText(Path.Combine(folder, Manifest), name + "\n");
        }

        written.Add(name);
    }

    /// <summary>The folder of a key, with a slash at its end .</summary>
    private string Folder(GraphVpc vpc, DateTimeOffset begin)
    {
        var hour = options.IsHourly ? begin.ToString(options.IsHiveCompatible ? "'hour='HH'/'" : "HH'/'", CultureInfo.InvariantCulture) : "";
        return options.IsHiveCompatible
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"AWSLogs/aws-account-id={vpc.Account}/aws-service=vpcflowlogs/aws-region={vpc.Region}/year={begin:yyyy}/month={begin:MM}/day={begin:dd}/{hour}")
            : string.Create(CultureInfo.InvariantCulture, $"AWSLogs/{vpc.Account}/vpcflowlogs/{vpc.Region}/{begin:yyyy}/{begin:MM}/{begin:dd}/{hour}");
    }

    /// <summary>What an earlier run has listed; a line whose end was not written any more is taken back.</summary>
    private static HashSet<string> Listed(string manifest)
    {
        if (!File.Exists(manifest))
        {
            return [];
        }

        var text = File.ReadAllText(manifest);
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        if (whole.Length < text.Length)
        {
            WriteWhole(manifest, Encoding.UTF8.GetBytes(whole));
        }

        return [.. whole.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static void WriteWhole(string path, byte[] content)
    {
        var unfinished = path + ".unfinished";
        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    private bool IsWanted(int holder, FlowLogRecord record) =>
        monitored?.Contains(holder) != false
        && (options.Traffic == FlowLogTraffic.All || record.Flow is null || record.Flow.Action == (options.Traffic == FlowLogTraffic.Accept ? FlowAction.Accept : FlowAction.Reject));

    /// <summary>The interfaces of the resources; nothing for all.</summary>
    private static HashSet<int>? Monitored(ForwardingGraph graph, IReadOnlyList<string> resources)
    {
        if (resources.Count == 0)
        {
            return null;
        }

        var found = new HashSet<int>();
        foreach (var resource in resources)
        {
            List<int> there = [.. Enumerable.Range(0, graph.Holders.Count).Where(holder =>
                new[] { graph.Holders[holder].Node, graph.Holders[holder].Subnet, graph.Holders[holder].Vpc }.Any(node => graph.Nodes[node].Path == resource))];
            if (there.Count == 0)
            {
                throw new ArgumentException($"'{resource}' is no VPC, subnet or interface of network '{graph.Name}'; name one by its path, such as {graph.Nodes[graph.Vpcs[0].Node].Path}", nameof(resources));
            }

            found.UnionWith(there);
        }

        return found;
    }

    /// <summary>The same bytes for the same content: the header names neither time nor system.</summary>
    private static byte[] Compress(byte[] content)
    {
        const int ExtraFlags = 8;
        const int OperatingSystem = 9;
        const byte Unknown = 255;

        using var compressed = new MemoryStream();
        using (var stream = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(content);
        }

        var bytes = compressed.ToArray();
        bytes[ExtraFlags] = 0;
        bytes[OperatingSystem] = Unknown;
        return bytes;
    }

    private static void RefuseAsPath(string name, string what)
    {
        if (name.Length == 0 || !name.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
        {
            throw new ArgumentException(
                $"{what} '{name}' cannot name a folder of flow logs; it may have letters, digits and dashes only.", nameof(name));
        }
    }
}
