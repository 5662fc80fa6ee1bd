using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>
/// Adds up what attachments of transit gateways see into records: one for each attachment, direction, way through the gateway, 5-tuple and window. What passes a gateway shows twice,
/// where it comes and where it leaves. Source: "Transit Gateway Flow Logs", Amazon VPC Transit Gateways guide.
/// </summary>
public sealed class TransitGatewayRecorder
{
    /// <summary>How long records add up: nothing else can be chosen.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromSeconds(60);

    private readonly ForwardingGraph graph;
    private readonly IReadOnlyList<TransitGatewayLog> logs;
    private readonly Action<int, FlowLogRecord> emit;
    private readonly FlowLogWindows<Key> windows;
    private readonly FlowLogPlaces places;
    private readonly int mostRecords;
    private readonly Dictionary<(int Log, Way Way), FlowLogCrossing> crossings = [];

    // Where an attachment is recorded, by its node: a Connect attachment at its transport.
    private readonly Dictionary<int, int> recordedAt;

    // Whether an attachment was ever seen, by its place in the graph's list.
    private readonly bool[] active;

    /// <summary>Starts recording.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="options">Which gateways and attachments, and how many records an attachment has in a window at most.</param>
    /// <param name="start">The moment that times are counted from.</param>
    /// <param name="emit">
    /// Takes each record, with the node of the gateway or attachment whose flow log it is of; in the order of windows and, inside one, of logs and attachments.
    /// </param>
    /// <exception cref="ArgumentException">The options ask for a flow log that there cannot be.</exception>
    public TransitGatewayRecorder(ForwardingGraph graph, FlowLogOptions options, DateTimeOffset start, Action<int, FlowLogRecord> emit)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaximumRecordsOfWindow ?? 0, nameof(options));
        this.graph = graph;
        this.emit = emit;
        logs = TransitGatewayLogs.Of(graph, options);
        mostRecords = options.MaximumRecordsOfWindow ?? int.MaxValue;
        windows = new FlowLogWindows<Key>(start, Window, Close);
        places = new FlowLogPlaces(graph);
        active = new bool[graph.Attachments.Count];
        var indexes = graph.Attachments.Select((attachment, index) => (attachment.Node, index)).ToDictionary(each => each.Node, each => each.index);
        recordedAt = graph.Attachments.ToDictionary(attachment => attachment.Node, attachment => indexes[attachment.Transport < 0 ? attachment.Node : attachment.Transport]);
    }

    /// <summary>Unix time of the start of the window in progress: no record that is still to come ends before it.</summary>
    public long OpenSince => windows.First;

    /// <summary>Adds what an attachment saw.</summary>
    /// <param name="seen">What.</param>
    /// <param name="bytes">The length of the packet.</param>
    /// <param name="time">When; not before what was added before.</param>
    /// <param name="flags">The control bits of a TCP segment.</param>
    public void Add(in TransitGatewayEvent seen, int bytes, TimeSpan time, TcpFlags flags = TcpFlags.None)
    {
        var at = recordedAt[seen.Attachment];
        var pair = seen.Pair < 0 ? -1 : recordedAt[seen.Pair];
        windows.Add(
            new Key(new Way(at, seen.Subnet, seen.Direction, pair, seen.PairSubnet, seen.Loss), FlowLogRecorder.WithoutIdentifier(seen.Packet)), bytes, time, flags);
        active[at] = true;
    }

    /// <summary>Closes every window that ends until then.</summary>
    public void CloseUntil(TimeSpan time) => windows.CloseUntil(time);

    /// <summary>Closes everything, the window in progress included.</summary>
    public void Complete() => windows.Complete();

    private void Close(IReadOnlyDictionary<Key, FlowLogSum> sums)
    {
        var flows = sums
            .OrderBy(entry => entry.Key.Way.At)
            .ThenBy(entry => entry.Value.First)
            .ThenBy(entry => entry.Value.Last)
            .ThenBy(entry => entry.Key.Packet.Source)
            .ThenBy(entry => entry.Key.Packet.Destination)
            .ThenBy(entry => entry.Key.Packet.Protocol.Number)
            .ThenBy(entry => entry.Key.Packet.SourcePort)
            .ThenBy(entry => entry.Key.Packet.DestinationPort)
            .ThenBy(entry => entry.Key.Way.Direction)
            .ThenBy(entry => entry.Key.Way.Pair)
            .ThenBy(entry => entry.Key.Way.Subnet)
            .ThenBy(entry => entry.Key.Way.PairSubnet)
            .ThenBy(entry => entry.Key.Way.Loss)
            .ToLookup(entry => entry.Key.Way.At);
        for (var log = 0; log < logs.Count; log++)
        {
            foreach (var attachment in logs[log].Attachments.Where(attachment => active[attachment]).Order())
            {
                Emit(log, attachment, flows[attachment]);
            }
        }
    }

    private void Emit(int log, int attachment, IEnumerable<KeyValuePair<Key, FlowLogSum>> flows)
    {
        var emitted = 0;
        foreach (var (key, sum) in flows)
        {
            if (emitted++ == mostRecords)
            {
                emit(logs[log].Node, WithoutFlow(log, attachment) with { IsSkipped = true });
                return;
            }

            emit(logs[log].Node, Record(log, key, sum));
        }

        if (emitted == 0)
        {
            emit(logs[log].Node, WithoutFlow(log, attachment));
        }
    }

    private FlowLogRecord Record(int log, in Key key, in FlowLogSum sum)
    {
        var packet = key.Packet;
        var crossing = CrossingOf(log, key.Way);
        return new FlowLogRecord(logs[log].Gateway.Account, crossing.Attachment, sum.First, sum.Last, new FlowLogFlow(
            packet.Source,
            packet.Destination,
            packet.SourcePort,
            packet.DestinationPort,
            packet.Protocol,
            sum.Packets,
            sum.Bytes,
            FlowAction.Accept,
            key.Way.Direction,
            packet.Source,
            packet.Destination)
        {
            TcpFlags = sum.TcpFlagsOf(packet.Protocol),
            SourceService = places.ServiceOf(packet.Source),
            DestinationService = places.ServiceOf(packet.Destination),
        })
        {
            Crossing = crossing,
        };
    }

    /// <summary>A record of the whole window.</summary>
    private FlowLogRecord WithoutFlow(int log, int attachment)
    {
        var id = VendorIds.TransitGatewayAttachment(graph.Nodes[graph.Attachments[attachment].Node]);
        return new FlowLogRecord(logs[log].Gateway.Account, id, windows.First, windows.Last, Flow: null)
        {
            Crossing = Crossing(logs[log], id, null, null, null, TransitGatewayLoss.None),
        };
    }

    private FlowLogCrossing CrossingOf(int log, in Way way)
    {
        if (crossings.TryGetValue((log, way), out var known))
        {
            return known;
        }

        var (own, other) = (EndOf(way.At, way.Subnet), EndOf(way.Pair, way.PairSubnet));
        var crossing = Crossing(
            logs[log],
            IdOf(way.At)!,
            way.Direction == FlowDirection.Ingress ? own : other,
            way.Direction == FlowDirection.Ingress ? other : own,
            IdOf(way.Pair),
            way.Loss);
        crossings.Add((log, way), crossing);
        return crossing;
    }

    private FlowLogCrossing Crossing(
        TransitGatewayLog log, string attachment, FlowLogGatewayEnd? source, FlowLogGatewayEnd? destination, string? pair, TransitGatewayLoss loss) => new(
            log.ResourceType, VendorIds.TransitGateway(graph.Nodes[log.Gateway.Node]), attachment, log.Gateway.Region, source, destination, pair, loss);

    private string? IdOf(int attachment) => attachment < 0 ? null : VendorIds.TransitGatewayAttachment(graph.Nodes[graph.Attachments[attachment].Node]);

    /// <summary>What records say of one side of a gateway; nothing when no VPC is there.</summary>
    private FlowLogGatewayEnd? EndOf(int index, int subnet)
    {
        if (index < 0 || graph.Attachments[index] is not { Vpc: >= 0 } attachment)
        {
            return null;
        }

        var account = graph.Vpcs.First(vpc => vpc.Node == attachment.Vpc).Account;
        var vpc = VendorIds.Vpc(graph.Nodes[attachment.Vpc]);
        return attachment.Subnets.FirstOrDefault(each => each.Node == subnet) is { } place
            ? new FlowLogGatewayEnd(
                account, vpc, VendorIds.Subnet(graph.Nodes[subnet]), VendorIds.TransitGatewayInterface(graph.Nodes[attachment.Node], graph.Nodes[subnet]), place.ZoneId)
            : new FlowLogGatewayEnd(account, vpc, null, null, null);
    }

    /// <summary>How packets pass a gateway.</summary>
    private readonly record struct Way(int At, int Subnet, FlowDirection Direction, int Pair, int PairSubnet, TransitGatewayLoss Loss);

    private readonly record struct Key(Way Way, Packet Packet);
}
