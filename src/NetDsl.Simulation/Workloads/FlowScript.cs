using NetDsl.Runtime;
using NetDsl.Runtime.Randomness;
using NetDsl.Runtime.Wire;

namespace NetDsl.Simulation.Workloads;

/// <summary>What the ends of a flow send each other: a model of small requests and larger answers.</summary>
internal static class FlowScript
{
    private const int TcpHeaders = 52;
    private const int TcpOpeningHeaders = 60;
    private const int LargestPacket = 1500;
    private const int PingBytes = 84;

    public static IReadOnlyList<FlowStep> Of(in Packet opening, ref RandomStream random) => opening.Protocol.Number switch
    {
        _ when !opening.AsksForAnswer => [new(FromClient: true, PingBytes, TcpFlags.None)],
        6 => Tcp(ref random),
        1 => Echo(ref random),
        _ => Exchanges(ref random),
    };

    /// <summary>What one end of a TCP connection has sent before a step, in sequence numbers: its bytes, and one for each beginning and end.</summary>
    /// <param name="steps">The steps of the flow.</param>
    /// <param name="before">The step.</param>
    /// <param name="fromClient">Which end.</param>
    /// <param name="opening">The first packet, whose family says how long headers are.</param>
    public static uint Sent(IReadOnlyList<FlowStep> steps, int before, bool fromClient, Packet opening) => (uint)steps
        .Take(before)
        .Where(step => step.FromClient == fromClient)
        .Sum(step => PacketBytes.PayloadLength(opening, step.Flags, new PacketExtent(step.Bytes, 0, 0)) + ((step.Flags & (TcpFlags.Syn | TcpFlags.Fin)) != 0 ? 1 : 0));

    private static List<FlowStep> Tcp(ref RandomStream random)
    {
        List<FlowStep> steps =
        [
            new(FromClient: true, TcpOpeningHeaders, TcpFlags.Syn),
            new(FromClient: false, TcpOpeningHeaders, TcpFlags.Syn | TcpFlags.Ack),
            new(FromClient: true, TcpHeaders, TcpFlags.Ack),
        ];
        for (var exchange = random.Between(1, 4); exchange > 0; exchange--)
        {
            steps.Add(new(FromClient: true, TcpHeaders + random.Between(40, 800), TcpFlags.Ack));

            // Sizes double with each step, so that few answers carry most of the bytes, as in real traffic.
            for (var left = random.Between(50, 200) << random.Below(8); left > 0; left -= LargestPacket - TcpHeaders)
            {
                steps.Add(new(FromClient: false, Math.Min(left + TcpHeaders, LargestPacket), TcpFlags.Ack));
            }
        }

        steps.Add(new(FromClient: true, TcpHeaders, TcpFlags.Fin | TcpFlags.Ack));
        steps.Add(new(FromClient: false, TcpHeaders, TcpFlags.Fin | TcpFlags.Ack));
        steps.Add(new(FromClient: true, TcpHeaders, TcpFlags.Ack));
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
