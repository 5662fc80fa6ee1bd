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
public sealed class FlowLogFiles
{
    private const long FileSeconds = 300;

    private readonly ForwardingGraph graph;
    private readonly string folder;
    private readonly FlowLogFormat format;
    private readonly Dictionary<int, GraphVpc> vpcs;
    private readonly SortedDictionary<(long Period, int Vpc), StringBuilder> open = [];
    private readonly List<string> written = [];

    /// <summary>Prepares to write.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="outputFolder">The folder that stands for the bucket; made when it does not exist.</param>
    /// <param name="format">The fields; the default format when left out.</param>
    public FlowLogFiles(ForwardingGraph graph, string outputFolder, FlowLogFormat? format = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentException.ThrowIfNullOrEmpty(outputFolder);
        this.graph = graph;
        this.format = format ?? FlowLogFormat.Default;
        folder = Path.GetFullPath(outputFolder);
        vpcs = graph.Vpcs.ToDictionary(vpc => vpc.Node);
        foreach (var vpc in graph.Vpcs)
        {
            RefuseAsPath(vpc.Account, "account");
            RefuseAsPath(vpc.Region, "region");
        }
    }

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
        var key = (record.End / FileSeconds, graph.Holders[holder].Vpc);
        if (!open.TryGetValue(key, out var text))
        {
            open.Add(key, text = new StringBuilder(format.Header).Append('\n'));
        }

        text.Append(format.Line(record)).Append('\n');
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
            $"AWSLogs/{vpc.Account}/vpcflowlogs/{vpc.Region}/{begin:yyyy}/{begin:MM}/{begin:dd}/{vpc.Account}_vpcflowlogs_{vpc.Region}_{log}_{begin:yyyyMMdd'T'HHmm'Z'}_{hash}.log.gz");
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Compress(content));
        written.Add(name);
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
