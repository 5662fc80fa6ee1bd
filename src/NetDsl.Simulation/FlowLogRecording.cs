using NetDsl.Compiler.Graph;
using NetDsl.Runtime;
using NetDsl.Runtime.FlowLogs;

namespace NetDsl.Simulation;

/// <summary>The flow logs of a simulation, when somebody wants them.</summary>
internal sealed class FlowLogRecording
{
    private readonly FlowLogRecorder? recorder;
    private readonly IFlowLogSink? sink;

    public FlowLogRecording(ForwardingGraph graph, SimulationOptions options)
    {
        if (Sink(graph, options) is { } wanted)
        {
            sink = wanted;
            recorder = new FlowLogRecorder(
                graph, options.Start, options.FlowLogWindow, (holder, record) => wanted.Add(holder, record), maximumRecordsOfWindow: options.FlowLog.MaximumRecordsOfWindow);
        }
    }

    public IReadOnlyList<string> Files => sink?.Written ?? [];

    public long Records => sink?.Records ?? 0;

    public IReadOnlyList<FlowLogState> States => sink?.States ?? [];

    public void Add(ReadOnlySpan<InterfaceEvent> events, int bytes, TimeSpan time, TcpFlags flags)
    {
        if (recorder is null || sink is null)
        {
            return;
        }

        foreach (var seen in events)
        {
            recorder.Add(seen, bytes, time, flags);
        }

        sink.WriteUntil(recorder.OpenSince);
    }

    public void Complete(TimeSpan duration)
    {
        recorder?.CloseUntil(duration);
        recorder?.Complete();
        sink?.Complete();
    }

    private static IFlowLogSink? Sink(ForwardingGraph graph, SimulationOptions options)
    {
        var flowLog = options.FlowLog with { DeliverySeed = options.FlowLog.DeliverySeed ?? options.Seed };
        var folder = options.OutputFolder is { } path ? new FlowLogFolder(path) : null;
        return flowLog.Layout switch
        {
            FlowLogLayout.LogStreams when options.FlowLogDestination is not null =>
                throw new ArgumentException("Log streams are kept in the output folder; leave FlowLogDestination out.", nameof(options)),
            FlowLogLayout.LogStreams => folder is null ? null : new FlowLogStreams(graph, folder, options.FlowLogWindow, flowLog),
            _ => (options.FlowLogDestination ?? folder) is { } destination ? new FlowLogFiles(graph, destination, flowLog) : null,
        };
    }
}
