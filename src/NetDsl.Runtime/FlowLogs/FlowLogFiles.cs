using System.Globalization;
using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>
/// Flow logs as a bucket would hold them: one log for each VPC and for each transit gateway or attachment that is asked for, files for every five minutes, under the
/// public key layout.
/// </summary>
public sealed class FlowLogFiles : IFlowLogSink
{
    private const long FileSeconds = 300;

    private readonly ForwardingGraph graph;
    private readonly IFlowLogDestination destination;
    private readonly FlowLogOptions options;
    private readonly FlowLogSelection selection;
    private readonly IReadOnlyDictionary<int, FlowLog> logs;
    private readonly SortedDictionary<(long Period, int Node), OpenFile> open = [];
    private readonly List<string> written = [];
    private long nextEnd = long.MaxValue;

    /// <summary>Prepares to write.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="destination">What stands for the bucket.</param>
    /// <param name="options">Which fields and which traffic, how keys are made and files encoded; the vendor's defaults when left out.</param>
    /// <exception cref="ArgumentException">A resource to monitor is not in the network.</exception>
    public FlowLogFiles(ForwardingGraph graph, IFlowLogDestination destination, FlowLogOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(destination);
        this.graph = graph;
        this.destination = destination;
        this.options = options ?? new FlowLogOptions();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(this.options.MaximumRecordsOfFile, nameof(options));
        selection = new FlowLogSelection(graph, this.options);
        logs = FlowLog.All(graph, this.options, selection, account => FlowLogBucketPolicy.Refusal(this.options.BucketPolicy, account, this.options.IsHiveCompatible));
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
        if (logs[resource].Refusal is not null)
        {
            return;
        }

        var key = (Period: record.End / FileSeconds, resource);
        if (!open.TryGetValue(key, out var file))
        {
            open.Add(key, file = new OpenFile());
            nextEnd = Math.Min(nextEnd, EndOf(key.Period));
        }

        file.Records.Add(record);
        Records++;
        if (file.Records.Count == options.MaximumRecordsOfFile)
        {
            Write(key.Period, logs[resource], file);
            file.Next();
        }
    }

    /// <inheritdoc/>
    public void WriteUntil(long time)
    {
        if (time < nextEnd)
        {
            return;
        }

        foreach (var (key, file) in open.TakeWhile(entry => EndOf(entry.Key.Period) <= time).ToList())
        {
            open.Remove(key);
            if (file.Records.Count > 0)
            {
                Write(key.Period, logs[key.Node], file);
            }
        }

        nextEnd = open.Count == 0 ? long.MaxValue : EndOf(open.First().Key.Period);
    }

    /// <inheritdoc/>
    public void Complete()
    {
        WriteUntil(long.MaxValue);
        foreach (var refused in States.Where(state => state.Status != FlowLogStatus.Active))
        {
            destination.Tell(refused);
        }
    }

    private void Write(long period, FlowLog log, OpenFile file)
    {
        var begin = DateTimeOffset.FromUnixTimeSeconds(period * FileSeconds);
        var hash = Convert.ToHexStringLower(file.Records.Fingerprint(log.Format, file.Part))[..8];
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"{FlowLogKeys.Folder(log, begin, options)}{log.Account}_vpcflowlogs_{log.Region}_{log.Id}_{begin:yyyyMMdd'T'HHmm'Z'}_{hash}{options.Encoding.Extension}");
        var delivered = FlowLogDelivery.Time(EndOf(period), FlowLogDelivery.BucketSeconds, options.DeliverySeed ?? 1, key);
        destination.Write(new FlowLogFile(key, delivered), output => options.Encoding.Encode(file.Records, log.Format, output));
        written.Add(key);
    }

    private static long EndOf(long period) => (period + 1) * FileSeconds;

    /// <summary>What is not written yet of five minutes of a log.</summary>
    private sealed class OpenFile
    {
        public FlowLogBatch Records { get; private set; } = new();

        /// <summary>How many files of the period are written already.</summary>
        public int Part { get; private set; }

        public void Next()
        {
            Records = new FlowLogBatch();
            Part++;
        }
    }
}
