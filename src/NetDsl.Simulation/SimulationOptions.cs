using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Runtime.FlowLogs;
using NetDsl.Runtime.Wire;
using NetDsl.Simulation.Failures;
using NetDsl.Simulation.Performance;
using NetDsl.Simulation.Routing.Tunnels;
using NetDsl.Simulation.Workloads;

namespace NetDsl.Simulation;

/// <summary>What to simulate. The same options and the same network give the same bytes.</summary>
public sealed record SimulationOptions
{
    /// <summary>Where all randomness comes from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What flows there are; what the network suggests when empty.</summary>
    public EquatableArray<TrafficPattern> Traffic { get; init; } = [];

    /// <summary>How many flows to attempt, where no pattern says it.</summary>
    public int Flows { get; init; } = 1000;

    /// <summary>What fails, and when; nothing unless somebody says so.</summary>
    public EquatableArray<ScheduledFailure> Failures { get; init; } = [];

    /// <summary>What instances may use of their network; as much as they like unless somebody says so.</summary>
    public EquatableArray<NamedAllowance> Allowances { get; init; } = [];

    /// <summary>The description of the network, which failures of lines to sites take something away from; needed with <see cref="Failures"/> only.</summary>
    public Topology? Topology { get; init; }

    /// <summary>How the vendor's ends of VPN tunnels are set; looked at where lines to sites fail only.</summary>
    public TunnelOptions Tunnels { get; init; } = TunnelOptions.Vendor;

    /// <summary>Whether the routers at Direct Connect have BFD set up; looked at where lines to sites fail only.</summary>
    public bool UsesBfd { get; init; }

    /// <summary>How long, in virtual time.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>When, in virtual time; never taken from the clock.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Where to write flow logs; none are written when left out.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>Where flow logs go, when that is not simply the output folder.</summary>
    public IFlowLogDestination? FlowLogDestination { get; init; }

    /// <summary>The aggregation interval of flow logs: 60 s as on the vendor's current hosts, or 600 s.</summary>
    public TimeSpan FlowLogWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What flow logs record, and how they are kept.</summary>
    public FlowLogOptions FlowLog { get; init; } = new();

    /// <summary>Who looks at packets on their wires, such as a capture; nobody when left out.</summary>
    public IWireTap? Tap { get; init; }

    /// <summary>Who adds up how much took which way, for a bill; nobody when left out.</summary>
    public TrafficMeter? Meter { get; init; }

    /// <summary>Timeouts and ports; NAT ports start where the seed says unless told otherwise.</summary>
    public DataplaneOptions Dataplane { get; init; } = new();
}
