using NetDsl.Runtime;
using NetDsl.Simulation.Measurements;
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
        CancellationToken cancellation = default)
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

        var nat = options.Dataplane.Nat;
        var dataplane = new Dataplane(network, options.Dataplane with { Nat = nat with { PortSeed = nat.PortSeed ?? options.Seed } }) { Tap = options.Tap };
        var flows = Workload.Plan(network, options).Select(plan => new FlowRun(plan)).ToList();
        var recording = new FlowLogRecording(network.Graph, options);
        var collector = new MeasurementCollector(network.Graph, options.Duration, dataplane.NatGatewayLoads);
        Drive(dataplane, flows, recording, collector, options.Duration, progress, cancellation);
        recording.Complete(options.Duration);
        var measurements = collector.Complete(dataplane.FlowStateCells.Select(FlowStateUse.Of));
        progress?.Report(new SimulationProgress(1, measurements.Packets.Sent));
        return ReportBuilding.Report(dataplane, flows, recording, measurements, options);
    }

    private static void Drive(
        Dataplane dataplane,
        List<FlowRun> flows,
        FlowLogRecording recording,
        MeasurementCollector collector,
        TimeSpan duration,
        IProgress<SimulationProgress>? progress,
        CancellationToken cancellation)
    {
        // What is due at one moment comes in the order in which it was planned.
        var due = new PriorityQueue<FlowRun, (TimeSpan Time, long Order)>();
        var order = 0L;
        foreach (var flow in flows)
        {
            due.Enqueue(flow, (flow.Plan.Start, order++));
        }

        var sent = 0L;
        while (due.TryDequeue(out var flow, out var at) && at.Time < duration)
        {
            cancellation.ThrowIfCancellationRequested();
            var (bytes, flags) = (flow.Due.Bytes, flow.Due.Flags);
            collector.Sent(bytes, at.Time);
            var next = flow.Send(dataplane, at.Time);
            collector.Ended(flow.Fate, at.Time);
            recording.Add(dataplane.Events, bytes, at.Time, flags);
            if (next is { } time)
            {
                due.Enqueue(flow, (time, order++));
            }

            if (++sent % PacketsBetweenReports == 0)
            {
                progress?.Report(new SimulationProgress(at.Time / duration, sent));
            }
        }
    }
}
