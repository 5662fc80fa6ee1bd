using NetDsl.Compiler.Lowering;
using NetDsl.Runtime;
using NetDsl.Simulation.Measurements;
using NetDsl.Testing;

namespace NetDsl.Simulation.Tests.Measurements;

/// <summary>A packet that a collector is told of.</summary>
/// <param name="At">When, in milliseconds.</param>
/// <param name="Client">Who opened its flow.</param>
/// <param name="Target">Who was meant.</param>
/// <param name="FromClient">Whether the client sent it.</param>
/// <param name="Code">Why it was dropped; nothing when it was not.</param>
/// <param name="Outcome">How it ended when it was not dropped.</param>
sealed record MeasuredEvent(int At, int Client, int Target, bool FromClient = true, DropCode? Code = null, Outcome Outcome = Outcome.Delivered)
{
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);

    public static readonly CompiledNetwork Network = new(TopologyLowering.Lower(ExampleNetworks.Shop()));

    static readonly Packet Opening = new(default, default, Protocol.Tcp, 40_000, 443);

    /// <summary>What a collector says that has been told of these, with two gateways of which nothing is known.</summary>
    public static RunMeasurements Measured(IEnumerable<MeasuredEvent> events)
    {
        var collector = Collector();
        foreach (var told in events)
        {
            told.Tell(collector);
        }

        return collector.Complete([]);
    }

    public static MeasurementCollector Collector() => new(
        Network.Graph, Duration, time => [new NatGatewayLoad(0, (int)time.TotalSeconds, 1), new NatGatewayLoad(1, 0, 0)]);

    public void Tell(MeasurementCollector collector)
    {
        var time = TimeSpan.FromMilliseconds(At);
        collector.Sent(100, time);
        collector.Ended(Fate, time);
    }

    public PacketFate Fate => new()
    {
        Sender = FromClient ? Client : Target,
        Conversation = Conversation.Of(Client, Target, Opening, FromClient),
        Outcome = Code is null ? Outcome : Outcome.Dropped,
        Code = Code,
        DropNode = Code is null ? -1 : 0,
        Answered = Code is null && !FromClient ? TimeSpan.FromMilliseconds(1 + (At % 7)) : null,
        Opens = FromClient && Code is null,
        Turns = Code is null ? FlowOutcome.Established : FlowOutcome.Blocked,
    };
}
