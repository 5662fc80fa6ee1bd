using NetDsl.Model;
using NetDsl.Simulation.Failures;
using NetDsl.Simulation.Performance;
using NetDsl.Simulation.Routing.Tunnels;
using NetDsl.Simulation.Workloads;

namespace NetDsl.Simulation.Scenarios;

/// <summary>What happens in a run: who speaks with whom, what fails, and what instances may use of their network.</summary>
public sealed record Scenario
{
    /// <summary>The flows; those that the network suggests when empty.</summary>
    public EquatableArray<TrafficPattern> Traffic { get; init; } = [];

    /// <summary>What fails, and when.</summary>
    public EquatableArray<ScheduledFailure> Failures { get; init; } = [];

    /// <summary>How many further failures are drawn from the seed.</summary>
    public int RandomFailures { get; init; }

    /// <summary>What instances may use of their network; as much as they like unless it is said.</summary>
    public EquatableArray<NamedAllowance> Allowances { get; init; } = [];

    /// <summary>How the vendor's ends of VPN tunnels are set.</summary>
    public TunnelOptions Tunnels { get; init; } = TunnelOptions.Vendor;

    /// <summary>Whether the routers at Direct Connect have BFD set up.</summary>
    public bool UsesBfd { get; init; }

    /// <summary>Reads a scenario from JSON.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="ScenarioException">It is no scenario; the message says where and why.</exception>
    public static Scenario Parse(string json) => ScenarioReader.Read(json);
}
