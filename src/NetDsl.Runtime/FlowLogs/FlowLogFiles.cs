using System.Globalization;
using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>Flow logs as a bucket would hold them: one log for each VPC, files for every five minutes, under the public key layout.</summary>
public sealed class FlowLogFiles : IFlowLogSink
{
    private const long FileSeconds = 300;

    private readonly ForwardingGraph graph;
    private readonly IFlowLogDestination destination;
    private readonly FlowLogOptions options;
    private readonly FlowLogSelection selection;
    private readonly Dictionary<int, GraphVpc> vpcs;
    private readonly SortedDictionary<(long Period, int Vpc), OpenFile> open = [];
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
        vpcs = graph.Vpcs.ToDictionary(vpc => vpc.Node);
        foreach (var vpc in graph.Vpcs)
        {
            FlowLogKeys.RefuseAsPath(vpc.Account, "account");
            FlowLogKeys.RefuseAsPath(vpc.Region, "region");
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Written => written;

    /// <inheritdoc/>
    public long Records { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<FlowLogState> States =>
        [.. graph.Vpcs.Select(vpc => new FlowLogState(VendorIds.FlowLog(graph.Nodes[vpc.Node]), graph.Nodes[vpc.Node].Path, FlowLogStatus.Active))];

    /// <inheritdoc/>
    public void Add(int holder, in FlowLogRecord record)
    {
        if (!selection.Has(holder, record))
        {
            return;
        }

        var key = (Period: record.End / FileSeconds, graph.Holders[holder].Vpc);
        if (!open.TryGetValue(key, out var file))
        {
            open.Add(key, file = new OpenFile());
            nextEnd = Math.Min(nextEnd, EndOf(key.Period));
        }

        file.Records.Add(record);
        Records++;
        if (file.Records.Count == options.MaximumRecordsOfFile)
        {
            Write(key.Period, vpcs[key.Vpc], file);
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
                Write(key.Period, vpcs[key.Vpc], file);
            }
        }

        nextEnd = open.Count == 0 ? long.MaxValue : EndOf(open.First().Key.Period);
    }

    /// <inheritdoc/>
    public void Complete() => WriteUntil(long.MaxValue);

    private void Write(long period, GraphVpc vpc, OpenFile file)
    {
        var begin = DateTimeOffset.FromUnixTimeSeconds(period * FileSeconds);
        var log = VendorIds.FlowLog(graph.Nodes[vpc.Node]);
        var hash = Convert.ToHexStringLower(file.Records.Fingerprint(options.Format, file.Part))[..8];
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"{FlowLogKeys.Folder(vpc, begin, options)}{vpc.Account}_vpcflowlogs_{vpc.Region}_{log}_{begin:yyyyMMdd'T'HHmm'Z'}_{hash}{options.Encoding.Extension}");
        var delivered = FlowLogDelivery.Time(EndOf(period), FlowLogDelivery.BucketSeconds, options.DeliverySeed ?? 1, key);
        destination.Write(new FlowLogFile(key, delivered), output => options.Encoding.Encode(file.Records, options.Format, output));
        written.Add(key);
    }

    private static long EndOf(long period) => (period + 1) * FileSeconds;

    /// <summary>What is not written yet of five minutes of a VPC.</summary>
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
