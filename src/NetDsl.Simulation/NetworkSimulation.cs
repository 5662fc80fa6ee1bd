using NetDsl.Runtime;
using NetDsl.Simulation.Failures;
using NetDsl.Simulation.Measurements;
using NetDsl.Simulation.Performance;
using NetDsl.Simulation.Reports;
using NetDsl.Simulation.Workloads;

namespace NetDsl.Simulation;

/// <summary>
/// Drives a seeded workload through a network in virtual time. Nothing depends on the clock, the machine or the order of
/// threads: the same options give the same report and the same files, byte for byte.
/// </summary>
public static class NetworkSimulation
{
    private const int PacketsBetweenReports = 4096;

    /// <summary>Runs a simulation to its end.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">What to simulate.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancellation">Ends the run early.</param>
    public static SimulationReport Run(
        CompiledNetwork network,
        SimulationOptions options,
        IProgress<SimulationProgress>? progress = null,
        CancellationToken cancellation = default) => Execute(network, options, progress, cancellation).Report;

    /// <summary>Runs a simulation, and leaves the data plane behind.</summary>
    internal static (SimulationReport Report, Dataplane Dataplane) Execute(
        CompiledNetwork network, SimulationOptions options, IProgress<SimulationProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Flows);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Duration, TimeSpan.Zero);
        if (options.FlowLogWindow.TotalSeconds is not (60 or 600))
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), options.FlowLogWindow, "The aggregation interval of flow logs is 60 or 600 seconds.");
        }

        var failures = Failures(network, options);
        var recording = new FlowLogRecording(network.Graph, options);
        var dataplane = new Dataplane(network, Settings(network, options, failures)) { Tap = options.Tap, WatchesInterfaces = recording.WatchesInterfaces, WatchesTransitGateways = recording.WatchesTransitGateways };
        var collector = new MeasurementCollector(network.Graph, options.Duration, dataplane.NatGatewayLoads);
        var totals = Drive(dataplane, Traffic(network, options, dataplane.IsNamed), failures?.Reroutings ?? [], recording, collector, options, progress, cancellation);
        recording.Complete(options.Duration);
        var measurements = collector.Complete(dataplane.FlowStateCells.Select(FlowStateUse.Of)) with { Allowances = AllowanceUses.Sum(dataplane.AllowanceUses(options.Duration)) };
        progress?.Report(new SimulationProgress(1, measurements.Packets.Sent));
        measurements = measurements with { Mapping = failures is { Moves.Count: > 0 } || options.Dataplane.Mapping.Moves.Count > 0 ? dataplane.Mapping : null };
        return (ReportBuilding.Report(dataplane, totals, recording, measurements, options) with { Events = [.. failures?.Events ?? []] }, dataplane);
    }

    private static FailurePlan? Failures(CompiledNetwork network, SimulationOptions options) => options switch
    {
        { Failures.Count: 0 } => null,
        { Topology: { } topology } => FailurePlan.Of(
            network,
            topology,
            options.Failures,
            options.Dataplane.FlowState.NodesOfZone,
            new LineOptions(options.Duration, options.Seed, options.UsesBfd, options.Tunnels)),
        _ => throw new ArgumentException("Failures need the description of the network; set Topology.", nameof(options)),
    };

    private static DataplaneOptions Settings(CompiledNetwork network, SimulationOptions options, FailurePlan? failures)
    {
        var settings = options.Dataplane;
        return settings with
        {
            Nat = settings.Nat with { PortSeed = settings.Nat.PortSeed ?? options.Seed },
            Allowances = options.Allowances.Count == 0 ? settings.Allowances : settings.Allowances with
            {
                Instances = [.. settings.Allowances.Instances, .. AllowedInstances.Of(network.Graph, options.Allowances)],
            },
            Faults = failures is null ? settings.Faults : settings.Faults with
            {
                Outages = [.. settings.Faults.Outages, .. failures.Outages],
                Circuits = [.. settings.Faults.Circuits, .. failures.Circuits],
                Seed = options.Seed,
            },
            Mapping = failures is not { Moves.Count: > 0 } ? settings.Mapping : settings.Mapping with { Moves = [.. settings.Mapping.Moves, .. failures.Moves], Seed = options.Seed },
            FlowState = failures is null ? settings.FlowState : settings.FlowState with { Losses = [.. settings.FlowState.Losses, .. failures.Losses] },
        };
    }

    /// <summary>What the patterns say; what the network suggests, where there are none.</summary>
    private static IFlowSource Traffic(CompiledNetwork network, SimulationOptions options, Func<int, TimeSpan, bool> isNamed)
    {
        if (options.Traffic.Count == 0)
        {
            return new PlannedTraffic(Workload.Plan(network, options));
        }

        var ports = new SourcePorts();
        return new MergedTraffic([.. options.Traffic.Select(pattern => new PatternTraffic(network.Graph, pattern, options.Seed, options.Duration, ports) { IsNamed = isNamed })]);
    }

    private static FlowTotals Drive(
        Dataplane dataplane,
        IFlowSource traffic,
        IReadOnlyList<Rerouting> reroutings,
        FlowLogRecording recording,
        MeasurementCollector collector,
        SimulationOptions options,
        IProgress<SimulationProgress>? progress,
        CancellationToken cancellation)
    {
        // What is due at one moment comes in the order in which it was planned; new flows come before what goes on.
        var due = new PriorityQueue<FlowRun, (TimeSpan Time, long Order)>();
        var totals = new FlowTotals();
        var order = 0L;
        var sent = 0L;
        var rerouted = 0;
        while (true)
        {
            FlowRun flow;
            TimeSpan now;
            var start = traffic.NextStart;
            if (start is { } begins && (!due.TryPeek(out _, out var waiting) || begins <= waiting.Time))
            {
                (flow, now) = (new FlowRun(traffic.Take()), begins);
            }
            else if (due.TryDequeue(out var going, out var at))
            {
                (flow, now) = (going, at.Time);
            }
            else
            {
                break;
            }

            if (now >= options.Duration)
            {
                totals.Add(flow);
                break;
            }

            cancellation.ThrowIfCancellationRequested();
            for (; rerouted < reroutings.Count && reroutings[rerouted].At <= now; rerouted++)
            {
                dataplane.Reroute(reroutings[rerouted].Vendor, reroutings[rerouted].Sites);
            }

            var step = flow.Due;
            collector.Sent(step.Bytes, now);
            var next = flow.Send(dataplane, now);
            collector.Ended(flow.Fate, now);
            recording.Add(dataplane, step, now);
            options.Meter?.Add(dataplane.Way, step.Bytes, dataplane.WayGraph);
            if (dataplane.Reset is { } reset)
            {
                collector.Sent(reset.Length, now);
                next = flow.TakeReset(dataplane, reset, now) ? null : next;
                collector.Ended(flow.Fate, now);
                recording.Add(dataplane, new FlowStep(!step.FromClient, reset.Length, TcpFlags.Rst), now);
                options.Meter?.Add(dataplane.Way, reset.Length, dataplane.WayGraph);
            }

            if (next is { } time)
            {
                due.Enqueue(flow, (time, order++));
            }
            else
            {
                totals.Add(flow);
                flow.Plan.Ended?.Invoke(now);
            }

            if (++sent % PacketsBetweenReports == 0)
            {
                progress?.Report(new SimulationProgress(now / options.Duration, sent));
            }
        }

        foreach (var (unfinished, _) in due.UnorderedItems)
        {
            totals.Add(unfinished);
        }

        return totals;
    }
}
