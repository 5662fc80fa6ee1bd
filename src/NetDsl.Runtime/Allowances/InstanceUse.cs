using NetDsl.Runtime.Connections;
using NetDsl.Runtime.FlowTables;

namespace NetDsl.Runtime.Allowances;

/// <summary>How far one instance has used what it may.</summary>
internal sealed class InstanceUse
{
    private readonly AllowedInstance instance;
    private readonly Allowance? packets;
    private readonly DirectionUse incoming;
    private readonly DirectionUse outgoing;
    private readonly int linkLocalPackets;

    // Tracked connections, and when to look whether they still are: none ends before.
    private readonly HashSet<TrackedConnection> tracked = [];
    private readonly PriorityQueue<TrackedConnection, TimeSpan> due = new();
    private readonly TimeSpan shortest;

    // How often each interface has asked its host in the second that it asked last.
    private readonly Dictionary<int, (long Second, int Asked)> asked = [];
    private long packetsExceeded;
    private long connectionsExceeded;
    private long linkLocalExceeded;

    public InstanceUse(AllowedInstance instance, int linkLocalPackets, TimeSpan shortest)
    {
        (this.instance, this.linkLocalPackets, this.shortest) = (instance, linkLocalPackets, shortest > TimeSpan.Zero ? shortest : TimeSpan.FromTicks(1));
        Refuse(instance);
        packets = Allowance.PacketsPerSecond is { } rate ? new Allowance(rate, rate, 0, Allowance.LongestWait) : null;
        incoming = new DirectionUse(Allowance);
        outgoing = new DirectionUse(Allowance);
    }

    public string Name => instance.Name;

    public InstanceAllowance Allowance => instance.Allowance;

    public bool IsBoundedOnInternet => Allowance.InternetBitsPerSecond is not null;

    /// <summary>How long a packet waits, or why it is dropped: for the number of packets first, then for its bits.</summary>
    public DropCode? Pass(FlowDirection direction, in Packet packet, double flowRate, bool isOnInternet, double bits, TimeSpan time, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        if (packets is not null)
        {
            var turn = packets.Use(1, time);
            packetsExceeded += turn == TimeSpan.Zero ? 0 : 1;
            if (turn is null)
            {
                return DropCode.PpsAllowance;
            }

            wait = turn.Value;
        }

        if ((direction == FlowDirection.Ingress ? incoming : outgoing).Pass(packet, flowRate, isOnInternet, bits, time) is not { } atWire)
        {
            return DropCode.BandwidthAllowance;
        }

        // Who waits for two things at once waits for the later one.
        wait = atWire > wait ? atWire : wait;
        return null;
    }

    /// <summary>Whether there is room for another connection.</summary>
    public bool Tracks(ConnectionTable connections, in TrackedConnection connection, TimeSpan time)
    {
        if (Allowance.Connections is not { } most || tracked.Contains(connection))
        {
            return true;
        }

        if (tracked.Count >= most)
        {
            Forget(connections, time);
        }

        if (tracked.Count >= most)
        {
            connectionsExceeded++;
            return false;
        }

        tracked.Add(connection);
        due.Enqueue(connection, time + shortest);
        return true;
    }

    /// <summary>Whether an interface may ask a service of its host once more in this second.</summary>
    public bool AsksHost(int holder, TimeSpan time)
    {
        var second = time.Ticks / TimeSpan.TicksPerSecond;
        var before = asked.TryGetValue(holder, out var last) && last.Second == second ? last.Asked : 0;
        asked[holder] = (second, before + 1);
        if (before < linkLocalPackets)
        {
            return true;
        }

        linkLocalExceeded++;
        return false;
    }

    public AllowanceUse At(ConnectionTable connections, TimeSpan time)
    {
        Forget(connections, time);
        return new AllowanceUse(Name, incoming.Exceeded, outgoing.Exceeded, packetsExceeded, connectionsExceeded, linkLocalExceeded, Allowance.Connections - tracked.Count);
    }

    private void Forget(ConnectionTable connections, TimeSpan time)
    {
        while (due.TryPeek(out var connection, out var at) && at <= time)
        {
            due.Dequeue();
            if (connections.EndOf(connection.Holder, connection.Direction, connection.Opener) is { } end && end > time)
            {
                due.Enqueue(connection, end < time + shortest ? end : time + shortest);
            }
            else
            {
                tracked.Remove(connection);
            }
        }
    }

    private static void Refuse(AllowedInstance instance)
    {
        var allowance = instance.Allowance;
        var rates = new[] { allowance.BitsPerSecond, allowance.PeakBitsPerSecond, allowance.PacketsPerSecond, allowance.InternetBitsPerSecond, allowance.FlowBitsPerSecond };
        var problem =
            rates.Any(rate => rate is not (null or > 0)) ? "a rate is not above 0"
            : allowance.PeakBitsPerSecond < (allowance.BitsPerSecond ?? double.PositiveInfinity) ? "its peak is below its bandwidth, or has none; give it a bandwidth, and a peak above"
            : allowance.Connections < 0 ? "it tracks fewer than no connections"
            : allowance.LongestWait < TimeSpan.Zero || allowance.PeakLasts < TimeSpan.Zero ? "a time is below 0"
            : null;
        if (problem is not null)
        {
            throw new ArgumentException($"The allowance of '{instance.Name}' is none: {problem}.", nameof(instance));
        }
    }

    /// <summary>The bits of one direction.</summary>
    private sealed class DirectionUse(InstanceAllowance allowance)
    {
        private readonly Allowance? all = allowance.BitsPerSecond is { } rate ? Of(rate, allowance.PeakBitsPerSecond ?? rate, allowance) : null;
        private readonly Allowance? internet = allowance.InternetBitsPerSecond is { } rate ? Of(rate, rate, allowance) : null;

        // Flows that something of waits, or did a while ago.
        private readonly Dictionary<Packet, Allowance> flows = [];
        private SweepPace pace = new();

        /// <summary>How many packets waited or were dropped.</summary>
        public long Exceeded { get; private set; }

        /// <summary>How long a packet waits; nothing when it is dropped.</summary>
        public TimeSpan? Pass(in Packet packet, double flowRate, bool isOnInternet, double bits, TimeSpan time)
        {
            var longest = TimeSpan.Zero;
            foreach (var each in (ReadOnlySpan<Allowance?>)[FlowOf(packet, flowRate, time), isOnInternet ? internet : null, all])
            {
                if (each is null)
                {
                    continue;
                }

                if (each.Use(bits, time) is not { } wait)
                {
                    Exceeded++;
                    return null;
                }

                longest = wait > longest ? wait : longest;
            }

            Exceeded += longest > TimeSpan.Zero ? 1 : 0;
            return longest;
        }

        private static Allowance Of(double rate, double peak, InstanceAllowance allowance) =>
            new(rate, peak, (peak - rate) * allowance.PeakLasts.TotalSeconds, allowance.LongestWait);

        private Allowance FlowOf(in Packet packet, double rate, TimeSpan time)
        {
            if (flows.TryGetValue(packet, out var flow))
            {
                return flow;
            }

            if (pace.IsDue(flows.Count))
            {
                foreach (var (key, idle) in flows)
                {
                    if (idle.IsUnusedAt(time))
                    {
                        flows.Remove(key);
                    }
                }

                pace.Swept(flows.Count);
            }

            flows.Add(packet, flow = Of(rate, rate, allowance));
            return flow;
        }
    }
}

/// <summary>A connection that an instance tracks.</summary>
/// <param name="Holder">Its interface.</param>
/// <param name="Direction">The direction of the packet that opened it.</param>
/// <param name="Opener">That packet.</param>
internal readonly record struct TrackedConnection(int Holder, FlowDirection Direction, Packet Opener);
