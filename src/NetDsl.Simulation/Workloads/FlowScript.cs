using NetDsl.Runtime;
using NetDsl.Runtime.Randomness;
using NetDsl.Runtime.Wire;

namespace NetDsl.Simulation.Workloads;

/// <summary>What the ends of a flow send each other: a model of small requests and larger answers.</summary>
internal static class FlowScript
{
    private const int PingBytes = 84;

    public static IReadOnlyList<FlowStep> Of(in Packet opening, ref RandomStream random) => opening.Protocol.Number switch
    {
        _ when !opening.AsksForAnswer => [new(FromClient: true, PingBytes, TcpFlags.None)],
        6 => Tcp(ref random),
        1 => Echo(ref random),
        _ => Exchanges(ref random),
    };

    /// <summary>How far a packet moves the sequence numbers of its sender: by its bytes, and by one for a beginning and an end.</summary>
    /// <param name="step">The packet.</param>
    /// <param name="opening">The first packet of the flow, whose family says how long headers are.</param>
    public static uint SequenceLength(in FlowStep step, in Packet opening) =>
        (uint)PacketBytes.PayloadLength(opening, step.Flags, new PacketExtent(step.Bytes, 0, 0)) + ((step.Flags & (TcpFlags.Syn | TcpFlags.Fin)) != 0 ? 1u : 0u);

    private static List<FlowStep> Tcp(ref RandomStream random)
    {
        var packets = new PacketSteps(Protocol.Tcp);
        List<FlowStep> steps = [.. PacketSteps.Opening, packets.Packet(fromClient: true, 0)];
        for (var exchange = random.Between(1, 4); exchange > 0; exchange--)
        {
            steps.Add(packets.Packet(fromClient: true, random.Between(40, 800)));

            // Sizes double with each step, so that few answers carry most of the bytes, as in real traffic.
            steps.AddRange(packets.Data(fromClient: false, random.Between(50, 200) << random.Below(8)));
        }

        steps.AddRange(PacketSteps.Closing);
        steps.Add(packets.Packet(fromClient: true, 0));
        return steps;
    }

    private static List<FlowStep> Echo(ref RandomStream random)
    {
        var steps = new List<FlowStep>();
        for (var ping = random.Between(1, 5); ping > 0; ping--)
        {
            steps.Add(new(FromClient: true, PingBytes, TcpFlags.None));
            steps.Add(new(FromClient: false, PingBytes, TcpFlags.None));
        }

        return steps;
    }

    private static List<FlowStep> Exchanges(ref RandomStream random)
    {
        var steps = new List<FlowStep>();
        for (var exchange = random.Between(1, 3); exchange > 0; exchange--)
        {
            steps.Add(new(FromClient: true, random.Between(60, 300), TcpFlags.None));
            steps.Add(new(FromClient: false, random.Between(80, 1200), TcpFlags.None));
        }

        return steps;
    }
}
