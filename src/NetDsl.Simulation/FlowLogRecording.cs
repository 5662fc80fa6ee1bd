using NetDsl.Compiler.Graph;
using NetDsl.Runtime;
using NetDsl.Runtime.FlowLogs;
using NetDsl.Simulation.Workloads;

namespace NetDsl.Simulation;

/// <summary>The flow logs of a simulation, when somebody wants them.</summary>
internal sealed class FlowLogRecording
{
    private readonly FlowLogRecorder? recorder;
    private readonly bool addsUpClientPorts;
    private readonly IFlowLogSink? sink;

    public FlowLogRecording(ForwardingGraph graph, SimulationOptions options)
    {
        if (Sink(graph, options) is { } wanted)
        {
            sink = wanted;
            addsUpClientPorts = options.FlowLog.AddsUpClientPorts;
            recorder = new FlowLogRecorder(
                graph, options.Start, options.FlowLogWindow, (holder, record) => wanted.Add(holder, record), maximumRecordsOfWindow: options.FlowLog.MaximumRecordsOfWindow);
        }
    }

    public IReadOnlyList<string> Files => sink?.Written ?? [];

    public long Records => sink?.Records ?? 0;

    public IReadOnlyList<FlowLogState> States => sink?.States ?? [];

    /// <summary>Records where a packet was seen.</summary>
    /// <param name="events">Where.</param>
    /// <param name="sent">The packet as a step of its flow.</param>
    /// <param name="time">When.</param>
    public void Add(ReadOnlySpan<InterfaceEvent> events, in FlowStep sent, TimeSpan time)
    {
        if (recorder is null || sink is null)
        {
            return;
        }

        foreach (var seen in events)
        {
            recorder.Add(addsUpClientPorts ? seen with { Packet = WithoutClientPort(seen.Packet, sent.FromClient) } : seen, sent.Bytes, time, sent.Flags);
        }

        sink.WriteUntil(recorder.OpenSince);
    }

    private static Packet WithoutClientPort(in Packet packet, bool fromClient) => fromClient ? packet with { SourcePort = 0 } : packet with { DestinationPort = 0 };

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
