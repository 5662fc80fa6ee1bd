using NetDsl.Runtime;

namespace NetDsl.Simulation.Workloads;

/// <summary>The packets that data is cut into, and those around it.</summary>
/// <param name="protocol">The protocol of the flow.</param>
internal readonly struct PacketSteps(Protocol protocol)
{
    /// <summary>The length of the largest packet, in bytes.</summary>
    public const int Largest = 1500;

    private const int TcpHeaders = 52;
    private const int TcpOpeningHeaders = 60;
    private const int UdpHeaders = 28;

    /// <summary>Whether packets are segments of a connection.</summary>
    public bool IsTcp { get; } = protocol == Protocol.Tcp;

    /// <summary>The headers of a packet, in bytes: those of TCP with a timestamp; else eight bytes behind those of IPv4.</summary>
    public int Headers => IsTcp ? TcpHeaders : UdpHeaders;

    /// <summary>How much data the largest packet has.</summary>
    public int LargestData => Largest - Headers;

    /// <summary>How two ends begin a connection, the opener first.</summary>
    public static IReadOnlyList<FlowStep> Opening { get; } =
    [
        new(FromClient: true, TcpOpeningHeaders, TcpFlags.Syn),
        new(FromClient: false, TcpOpeningHeaders, TcpFlags.Syn | TcpFlags.Ack),
    ];

    /// <summary>How two ends close a connection, the opener first.</summary>
    public static IReadOnlyList<FlowStep> Closing { get; } =
    [
        new(FromClient: true, TcpHeaders, TcpFlags.Fin | TcpFlags.Ack),
        new(FromClient: false, TcpHeaders, TcpFlags.Fin | TcpFlags.Ack),
    ];

    /// <summary>A packet.</summary>
    /// <param name="fromClient">Who sends it.</param>
    /// <param name="data">How much it carries; what is more than a packet takes is left out.</param>
    public FlowStep Packet(bool fromClient, int data) => new(fromClient, Headers + Math.Min(data, LargestData), IsTcp ? TcpFlags.Ack : TcpFlags.None);

    /// <summary>Data in as many packets as it takes.</summary>
    /// <param name="fromClient">Who sends it.</param>
    /// <param name="bytes">How much there is.</param>
    public IEnumerable<FlowStep> Data(bool fromClient, int bytes)
    {
        for (var left = bytes; left > 0; left -= LargestData)
        {
            yield return Packet(fromClient, left);
        }
    }
}
