using System.Buffers;
using System.Globalization;
using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>
/// Flow logs as a log service would hold them: a group for the flow log of each VPC, and of each transit gateway or attachment that is asked for; a stream for each
/// interface, or attachment [M]. A line of a stream is an event: its timestamp, which
/// is the start of the record, the time at which it is delivered, and the record.
/// </summary>
/// <remarks>A stream is whole when the run has ended; until then it grows under another name, in the order of time.</remarks>
public sealed class FlowLogStreams : IFlowLogSink
{
    /// <summary>The folder of all groups.</summary>
    public const string Groups = "log-groups";

    private const int Waiting = 64 * 1024;

    private readonly ForwardingGraph graph;
    private readonly FlowLogFolder folder;
    private readonly FlowLogOptions options;
    private readonly FlowLogSelection selection;
    private readonly long windowSeconds;
    private readonly IReadOnlyDictionary<int, FlowLog> logs;
    private readonly SortedDictionary<string, Stream> streams = new(StringComparer.Ordinal);
    private readonly List<string> written = [];

    /// <summary>Prepares to write.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="folder">What stands for the log service.</param>
    /// <param name="window">How long records add up.</param>
    /// <param name="options">Which fields and which traffic, and by which role; the vendor's defaults when left out.</param>
    /// <exception cref="ArgumentException">A resource to monitor is not in the network.</exception>
    public FlowLogStreams(ForwardingGraph graph, FlowLogFolder folder, TimeSpan window, FlowLogOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, TimeSpan.FromSeconds(1));
        this.graph = graph;
        this.folder = folder;
        this.options = options ?? new FlowLogOptions();
        windowSeconds = (long)window.TotalSeconds;
        selection = new FlowLogSelection(graph, this.options);
        logs = FlowLog.All(graph, this.options, selection, account => FlowLogRole.Refusal(this.options.Role, account));
    }

    /// <inheritdoc/>
    public bool RecordsInterfaces => selection.HasInterfaces;

    /// <inheritdoc/>
    public IReadOnlyList<string> Written => written;

    /// <inheritdoc/>
    public long Records { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<FlowLogState> States => [.. logs.Values.Select(log => log.State)];

    /// <inheritdoc/>
    public void Add(int holder, in FlowLogRecord record)
    {
        if (selection.Has(holder, record))
        {
            AddTo(graph.Holders[holder].Vpc, record);
        }
    }

    /// <inheritdoc/>
    public void AddTo(int resource, in FlowLogRecord record)
    {
        var log = logs[resource];
        if (log.Refusal is not null)
        {
            return;
        }

        FlowLogKeys.RefuseAsPath(record.InterfaceId, "interface");
        var key = $"{Groups}/{log.Id}/{record.InterfaceId}-{options.Traffic.ToString().ToLowerInvariant()}.log";
        if (!streams.TryGetValue(key, out var stream))
        {
            streams.Add(key, stream = new Stream());
        }

        // Events of a window come together.
        var end = ((record.End / windowSeconds) + 1) * windowSeconds;
        if (end != stream.WindowEnd)
        {
            stream.WindowEnd = end;
            stream.DeliveredAt = FlowLogDelivery.Time(end, FlowLogDelivery.StreamSeconds, options.DeliverySeed ?? 1, $"{key}:{end}");
        }

        WriteTime(DateTimeOffset.FromUnixTimeSeconds(record.Start), stream.Text);
        WriteTime(stream.DeliveredAt, stream.Text);
        log.Format.WriteLine(record, stream.Text);
        stream.Text.Write("\n"u8);
        Records++;
    }

    /// <inheritdoc/>
    public void WriteUntil(long time)
    {
        foreach (var (key, stream) in streams)
        {
            if (stream.Text.WrittenCount >= Waiting)
            {
                Append(key, stream);
            }
        }
    }

    /// <inheritdoc/>
    public void Complete()
    {
        foreach (var (key, stream) in streams)
        {
            Append(key, stream);
            folder.Finish(new FlowLogFile(key, stream.DeliveredAt));
            written.Add(key);
        }

        streams.Clear();
        foreach (var refused in States.Where(state => state.Status != FlowLogStatus.Active))
        {
            folder.Tell(refused);
        }
    }

    private void Append(string key, Stream stream)
    {
        folder.Append(key, stream.Text.WrittenSpan, isFirst: !stream.HasBegun);
        stream.HasBegun = true;
        stream.Text.ResetWrittenCount();
    }

    private static void WriteTime(DateTimeOffset time, ArrayBufferWriter<byte> output)
    {
        const int Longest = 32;
        time.UtcDateTime.TryFormat(output.GetSpan(Longest), out var length, "yyyy-MM-dd'T'HH:mm:ss'Z '", CultureInfo.InvariantCulture);
        output.Advance(length);
    }

    /// <summary>A stream that grows.</summary>
    private sealed class Stream
    {
        /// <summary>What is not in the file yet.</summary>
        public ArrayBufferWriter<byte> Text { get; } = new();

        public bool HasBegun { get; set; }

        public long WindowEnd { get; set; }

        public DateTimeOffset DeliveredAt { get; set; }
    }
}
