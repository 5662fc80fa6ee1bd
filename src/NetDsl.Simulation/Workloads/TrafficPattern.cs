using NetDsl.Model;
using NetDsl.Simulation.Performance;

namespace NetDsl.Simulation.Workloads;

/// <summary>Who opens flows to whom, how often, and what they send each other.</summary>
/// <param name="Name">What it is called in reports and messages.</param>
/// <param name="From">
/// Who opens: paths of VPCs, subnets, instances or interfaces, or ends of such paths; <c>internet</c> for its hosts, or addresses and prefixes of such hosts.
/// </param>
/// <param name="To">Whom to, likewise; also load balancers, endpoints, accelerators and NAT gateways.</param>
/// <param name="Protocol">TCP, UDP, ICMP or ICMPv6.</param>
/// <param name="Port">The destination port; 0 for ICMP, which is an echo.</param>
public sealed record TrafficPattern(string Name, EquatableArray<string> From, EquatableArray<string> To, Protocol Protocol, ushort Port)
{
    /// <summary>When flows begin.</summary>
    public Arrivals Arrivals { get; init; } = new Arrivals.Poisson(1);

    /// <summary>What the ends of a flow send each other.</summary>
    public Exchange Exchange { get; init; } = new Exchange.RequestReply();

    /// <summary>Who of the one side speaks with whom of the other.</summary>
    public TrafficPairing Pairing { get; init; }

    /// <summary>Whether packets are of IPv6.</summary>
    public bool IsIpv6 { get; init; }

    /// <summary>From when on flows begin.</summary>
    public TimeSpan Start { get; init; }

    /// <summary>From when on none begins any more; the end of the run when left out.</summary>
    public TimeSpan? End { get; init; }

    /// <summary>How instances reach their network cards, which latencies between them depend on.</summary>
    public InterfaceMode Interfaces { get; init; } = InterfaceMode.Ena;
}

/// <summary>Who of two groups speaks with whom.</summary>
public enum TrafficPairing
{
    /// <summary>Anybody of the one with anybody of the other, drawn for each flow.</summary>
    Group,

    /// <summary>Each of the one with a partner of the other: the first with the first and so on, around where one is smaller.</summary>
    Pairs,
}

/// <summary>When flows of a pattern begin.</summary>
public abstract record Arrivals
{
    private Arrivals()
    {
    }

    /// <summary>At random and not knowing of each other, so many a second in all.</summary>
    /// <param name="PerSecond">The rate.</param>
    public sealed record Poisson(double PerSecond) : Arrivals;

    /// <summary>So many callers, each of which begins a flow when its last one is over and it has thought about it.</summary>
    /// <param name="Callers">How many, over all who open.</param>
    /// <param name="Thinking">How long, in seconds.</param>
    public sealed record ClosedLoop(int Callers, Distribution Thinking) : Arrivals;
}

/// <summary>What the two ends of a flow send each other.</summary>
public abstract record Exchange
{
    private Exchange()
    {
    }

    /// <summary>Between an answer and the next request, in seconds.</summary>
    public Distribution Pause { get; init; } = new Distribution.Exponential(0.01);

    /// <summary>Requests and their answers, one after the other.</summary>
    public sealed record RequestReply : Exchange
    {
        /// <summary>How many, at least 1.</summary>
        public Distribution Requests { get; init; } = new Distribution.Constant(1);

        /// <summary>Bytes of a request.</summary>
        public Distribution RequestBytes { get; init; } = new Distribution.Constant(200);

        /// <summary>Bytes of an answer.</summary>
        public Distribution ReplyBytes { get; init; } = new Distribution.Lognormal(800, 1);
    }

    /// <summary>Much in one direction, with an acknowledgment for every second packet.</summary>
    public sealed record Bulk : Exchange
    {
        /// <summary>How much.</summary>
        public Distribution Bytes { get; init; } = new Distribution.Pareto(10_000, 1.3);

        /// <summary>Whether it goes from who opens to who is asked.</summary>
        public bool IsUpload { get; init; }
    }
}
