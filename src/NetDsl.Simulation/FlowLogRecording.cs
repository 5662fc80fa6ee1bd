using NetDsl.Compiler.Graph;
using NetDsl.Runtime;
using NetDsl.Runtime.FlowLogs;

namespace NetDsl.Simulation;

/// <summary>The flow logs of a simulation, when somebody wants them.</summary>
internal sealed class FlowLogRecording
{
    private readonly FlowLogRecorder? recorder;
    private readonly FlowLogFiles? files;

    public FlowLogRecording(ForwardingGraph graph, SimulationOptions options)
    {
        var destination = options.FlowLogDestination ?? (options.OutputFolder is { } folder ? new FlowLogFolder(folder) : null);
        if (destination is not null)
        {
            var flowLog = options.FlowLog with { DeliverySeed = options.FlowLog.DeliverySeed ?? options.Seed };
            var writer = files = new FlowLogFiles(graph, destination, flowLog);
            recorder = new FlowLogRecorder(
                graph, options.Start, options.FlowLogWindow, (holder, record) => writer.Add(holder, record), maximumRecordsOfWindow: flowLog.MaximumRecordsOfWindow);
        }
    }

    public IReadOnlyList<string> Files => files?.Written ?? [];

    public long Records => files?.Records ?? 0;

    public void Add(ReadOnlySpan<InterfaceEvent> events, int bytes, TimeSpan time, TcpFlags flags)
    {
        if (recorder is null || files is null)
        {
            return;
        }

        foreach (var seen in events)
        {
            recorder.Add(seen, bytes, time, flags);
        }

        files.WriteUntil(recorder.OpenSince);
    }

    public void Complete(TimeSpan duration)
    {
        recorder?.CloseUntil(duration);
        recorder?.Complete();
        files?.Complete();
    }
}
