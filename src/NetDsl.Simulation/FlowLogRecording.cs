using NetDsl.Compiler.Graph;
using NetDsl.Runtime;
using NetDsl.Runtime.FlowLogs;
using NetDsl.Simulation.Workloads;

namespace NetDsl.Simulation;

/// <summary>The flow logs of a simulation, when somebody wants them.</summary>
internal sealed class FlowLogRecording
{
    private readonly FlowLogRecorder? recorder;
    private readonly TransitGatewayRecorder? gateways;
    private readonly bool addsUpClientPorts;
    private readonly IFlowLogSink? sink;

    /// <exception cref="ArgumentException">The options ask for a flow log that there cannot be.</exception>
    public FlowLogRecording(ForwardingGraph graph, SimulationOptions options)
    {
        if (Sink(graph, options) is not { } wanted)
        {
            return;
        }

        sink = wanted;
        addsUpClientPorts = options.FlowLog.AddsUpClientPorts;
        if (wanted.RecordsInterfaces)
        {
            recorder = new FlowLogRecorder(
                graph, options.Start, options.FlowLogWindow, (holder, record) => wanted.Add(holder, record), maximumRecordsOfWindow: options.FlowLog.MaximumRecordsOfWindow);
        }

        if (TransitGatewayLogs.AreWanted(graph, options.FlowLog))
        {
            gateways = options.FlowLogWindow == TransitGatewayRecorder.Window
                ? new TransitGatewayRecorder(graph, options.FlowLog, options.Start, (resource, record) => wanted.AddTo(resource, record))
                : throw new ArgumentException("The aggregation interval of a transit gateway's flow log is 60 seconds; leave FlowLogWindow out.", nameof(options));
        }
    }

    /// <summary>Whether it wants to know what interfaces see.</summary>
    public bool WatchesInterfaces => recorder is not null;

    /// <summary>Whether it wants to know what transit gateways see.</summary>
    public bool WatchesTransitGateways => gateways is not null;

    public IReadOnlyList<string> Files => sink?.Written ?? [];

    public long Records => sink?.Records ?? 0;

    public IReadOnlyList<FlowLogState> States => sink?.States ?? [];

    /// <summary>Records where a packet was seen.</summary>
    /// <param name="dataplane">Who has just sent it.</param>
    /// <param name="sent">The packet as a step of its flow.</param>
    /// <param name="time">When.</param>
    public void Add(Dataplane dataplane, in FlowStep sent, TimeSpan time)
    {
        if (sink is null)
        {
            return;
        }

        if (recorder is not null)
        {
            foreach (var seen in dataplane.Events)
            {
                recorder.Add(addsUpClientPorts ? seen with { Packet = WithoutClientPort(seen.Packet, sent.FromClient) } : seen, sent.Bytes, time, sent.Flags);
            }
        }

        if (gateways is not null)
        {
            foreach (var seen in dataplane.TransitGatewayEvents)
            {
                gateways.Add(addsUpClientPorts ? seen with { Packet = WithoutClientPort(seen.Packet, sent.FromClient) } : seen, sent.Bytes, time, sent.Flags);
            }

            // Both are at one time, whichever of them saw the packet.
            gateways.CloseUntil(time);
            recorder?.CloseUntil(time);
        }

        sink.WriteUntil(recorder?.OpenSince ?? gateways!.OpenSince);
    }

    private static Packet WithoutClientPort(in Packet packet, bool fromClient) => fromClient ? packet with { SourcePort = 0 } : packet with { DestinationPort = 0 };

    public void Complete(TimeSpan duration)
    {
        recorder?.CloseUntil(duration);
        recorder?.Complete();
        gateways?.CloseUntil(duration);
        gateways?.Complete();
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
