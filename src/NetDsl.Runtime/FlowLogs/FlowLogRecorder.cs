using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Runtime.FlowTables;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>
/// Adds up what interfaces see into records: one for each interface, 5-tuple, action and window. A window is
/// closed when something later is seen; an interface that was active before and is silent in a window gets a record that
/// says so.
/// </summary>
public sealed class FlowLogRecorder
{
    private readonly ForwardingGraph graph;
    private readonly Action<int, FlowLogRecord> emit;
    private readonly (string? Account, string Interface)[] names;
    private readonly FlowLogPlaces places;
    private readonly FlowLogClock clock;

    // What one window comes to: billions of packets are looked up here, so that it is the table that flows are kept in, and not a dictionary.
    private readonly FlowTable<FlowLogSum> sums = new();

    // Whether an interface was ever seen, by holder.
    private readonly bool[] active;
    private readonly int mostRecords;

    /// <summary>Starts recording.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="start">The moment that times are counted from.</param>
    /// <param name="window">The length of a window, in whole seconds.</param>
    /// <param name="emit">Takes each record, with the holder that it speaks of; in the order of windows and, inside one, of interfaces.</param>
    /// <param name="interfaceId">Names interfaces; <see cref="VendorIds.NetworkInterface"/> when left out.</param>
    /// <param name="maximumRecordsOfWindow">How many records an interface has in a window at most; one that says so takes the place of the others. No limit when left out.</param>
    public FlowLogRecorder(
        ForwardingGraph graph,
        DateTimeOffset start,
        TimeSpan window,
        Action<int, FlowLogRecord> emit,
        Func<GraphNode, string>? interfaceId = null,
        int? maximumRecordsOfWindow = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfNegative(maximumRecordsOfWindow ?? 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, TimeSpan.FromSeconds(1));
        this.graph = graph;
        places = new FlowLogPlaces(graph);
        this.emit = emit;
        mostRecords = maximumRecordsOfWindow ?? int.MaxValue;
        clock = new FlowLogClock(start, window, Close);
        var accounts = graph.Vpcs.ToDictionary(vpc => vpc.Node, vpc => vpc.Account);
        active = new bool[graph.Holders.Count];
        names = [.. graph.Holders.Select(holder => (
            accounts.TryGetValue(holder.Vpc, out var owner) ? holder.Account ?? owner : null, (interfaceId ?? VendorIds.NetworkInterface)(graph.Nodes[holder.Node])))];
    }

    /// <summary>Unix time of the start of the window in progress: no record that is still to come ends before it.</summary>
    public long OpenSince => clock.First;

    /// <summary>Adds what an interface saw. What is seen outside every VPC, as by a host of a site, is not recorded .</summary>
    /// <param name="seen">What.</param>
    /// <param name="bytes">The length of the packet.</param>
    /// <param name="time">When; not before what was added before.</param>
    /// <param name="flags">The control bits of a TCP segment.</param>
    public void Add(in InterfaceEvent seen, int bytes, TimeSpan time, TcpFlags flags = TcpFlags.None)
    {
        if (names[seen.Holder].Account is null)
        {
            // A machine outside every VPC, such as a client of a Client VPN endpoint.
            return;
        }

        var second = clock.Reach(time);
        ref var sum = ref sums.FindOrAdd(new Place(seen.Holder, seen.Direction, seen.Action).Number, WithoutIdentifier(seen.Packet), out var isThere);
        sum = isThere ? sum.With(bytes, second, flags) : FlowLogSum.Of(bytes, second, flags);
        active[seen.Holder] = true;
    }

    /// <summary>Closes every window that ends until then.</summary>
    public void CloseUntil(TimeSpan time) => clock.Reach(time);

    /// <summary>Closes everything, the window in progress included.</summary>
    public void Complete()
    {
        if (sums.Count > 0)
        {
            clock.Close();
        }
    }

    /// <summary>An ICMP identifier is no port, and does not show in records.</summary>
    internal static Packet WithoutIdentifier(in Packet packet) =>
        packet.Protocol.HasPorts ? packet : packet with { SourcePort = 0, DestinationPort = 0 };

    private void Close()
    {
        Emit([.. sums.All.Select(entry => (new Key(Place.Of(entry.Owner), entry.Packet), entry.Value))]);
        sums.Clear();
    }

    private void Emit(List<(Key Key, FlowLogSum Sum)> seen)
    {
        var speaking = seen.Select(entry => entry.Key.Place.Holder).ToHashSet();
        var silent = Enumerable.Range(0, active.Length).Where(holder => active[holder] && !speaking.Contains(holder));
        var flows = seen
            .Select(entry => (entry.Key.Place.Holder, Record: Record(entry.Key, entry.Sum)))
            .Concat(silent.Select(holder => (Holder: holder, Record: WithoutFlow(holder))))
            .OrderBy(entry => entry.Holder)
            .ThenBy(entry => entry.Record.Start)
            .ThenBy(entry => entry.Record.End)
            .ThenBy(entry => entry.Record.Flow?.PacketSource)
            .ThenBy(entry => entry.Record.Flow?.PacketDestination)
            .ThenBy(entry => entry.Record.Flow?.Protocol.Number)
            .ThenBy(entry => entry.Record.Flow?.SourcePort)
            .ThenBy(entry => entry.Record.Flow?.DestinationPort)
            .ThenBy(entry => entry.Record.Flow?.Direction)
            .ThenBy(entry => entry.Record.Flow?.Action);
        var (last, emitted) = (-1, 0);
        foreach (var (holder, record) in flows)
        {
            emitted = holder == last ? emitted + 1 : 0;
            last = holder;
            if (emitted < mostRecords || record.Flow is null)
            {
                emit(holder, record);
            }
            else if (emitted == mostRecords)
            {
                emit(holder, WithoutFlow(holder) with { IsSkipped = true });
            }
        }
    }

    private FlowLogRecord Record(in Key key, in FlowLogSum sum)
    {
        var (place, packet) = (key.Place, key.Packet);
        var leaves = place.Direction == FlowDirection.Egress;
        var own = OwnAddress(graph.Holders[place.Holder], leaves ? packet.Source : packet.Destination);
        return new FlowLogRecord(names[place.Holder].Account!, names[place.Holder].Interface, sum.First, sum.Last, new FlowLogFlow(
            leaves ? own : packet.Source,
            leaves ? packet.Destination : own,
            packet.SourcePort,
            packet.DestinationPort,
            packet.Protocol,
            sum.Packets,
            sum.Bytes,
            place.Action,
            place.Direction,
            packet.Source,
            packet.Destination)
        {
            TcpFlags = sum.TcpFlagsOf(packet.Protocol),
            Path = leaves ? places.PathOf(place.Holder, packet.Destination) : null,
            SourceService = places.ServiceOf(packet.Source),
            DestinationService = places.ServiceOf(packet.Destination),
        })
        {
            Place = places.Of(place.Holder),
        };
    }

    /// <summary>The address of the interface that a record shows: of the family of the packet, and that of the packet where it has it.</summary>
    private static IpAddress OwnAddress(AddressHolder holder, IpAddress end) => holder.Has(end) ? end : holder.AddressOf(end) ?? holder.PrivateAddress;

    /// <summary>A record of the whole window.</summary>
    private FlowLogRecord WithoutFlow(int holder) => new(names[holder].Account!, names[holder].Interface, clock.First, clock.Last, Flow: null)
    {
        Place = places.Of(holder),
    };

    /// <summary>What tells records apart.</summary>
    private readonly record struct Key(Place Place, Packet Packet);

    /// <summary>Where a packet is seen, which is one number in the table.</summary>
    private readonly record struct Place(int Holder, FlowDirection Direction, FlowAction Action)
    {
        private const int BitOfDirection = 1;
        private const int BitsOfBoth = 2;

        public int Number => (Holder << BitsOfBoth) | ((int)Direction << BitOfDirection) | (int)Action;

        public static Place Of(int number) => new(number >> BitsOfBoth, (FlowDirection)((number >> BitOfDirection) & 1), (FlowAction)(number & 1));
    }
}
