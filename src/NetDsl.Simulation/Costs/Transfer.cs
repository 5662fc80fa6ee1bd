using NetDsl.Runtime;

namespace NetDsl.Simulation;

/// <summary>Traffic that somebody wants, for what a bill is asked.</summary>
/// <param name="From">Who opens flows.</param>
/// <param name="To">Whom they are for.</param>
/// <param name="Traffic">The protocol and port.</param>
/// <param name="Gigabytes">How much the opener sends, in gigabytes of 2^30 bytes.</param>
/// <param name="GigabytesBack">How much comes back.</param>
public sealed record Transfer(Endpoint From, Endpoint To, TrafficSelector Traffic, decimal Gigabytes, decimal GigabytesBack)
{
    // As many flows as make load balancers and equal paths take their share.
    private const int Flows = 64;
    private const int FirstPort = 49152;

    /// <summary>Drives transfers through a network. One packet stands for all of its flow and direction, which go the same way.</summary>
    /// <param name="network">The network.</param>
    /// <param name="transfers">The transfers.</param>
    /// <returns>What took which way.</returns>
    /// <exception cref="InvalidOperationException">A transfer does not get through.</exception>
    public static TrafficMeter Drive(CompiledNetwork network, IEnumerable<Transfer> transfers)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(transfers);
        var (dataplane, meter, port) = (new Dataplane(network), new TrafficMeter(), FirstPort);
        foreach (var transfer in transfers)
        {
            var (there, back) = (Bytes(transfer.Gigabytes), Bytes(transfer.GigabytesBack));
            for (var flow = 0; flow < Flows; flow++)
            {
                transfer.Drive(dataplane, meter, port, Share(there, flow), Share(back, flow));
                port = port == ushort.MaxValue ? FirstPort : port + 1;
            }
        }

        return meter;
    }

    private void Drive(Dataplane dataplane, TrafficMeter meter, int port, long there, long back)
    {
        var (sender, opening) = dataplane.Network.Opening(From, To, Traffic, port);
        var request = dataplane.Send(sender, opening, TimeSpan.Zero, TcpFlags.Syn);
        RequireArrival(request);
        meter.Add(dataplane.Way, there);
        var reply = dataplane.Answer(request.Holder, dataplane.Service, request.Packet.Reply(), TimeSpan.Zero, TcpFlags.Syn | TcpFlags.Ack);
        RequireArrival(reply);
        meter.Add(dataplane.Way, back);
    }

    private void RequireArrival(in Decision decision)
    {
        if (decision.Code is { } code)
        {
            throw new InvalidOperationException($"What {From} and {To} send each other ({Traffic}) does not get through ({code.ToCode()}); a trace tells where and why.");
        }
    }

    private static long Bytes(decimal gigabytes) => (long)(gigabytes * Bill.BytesOfGigabyte);

    private static long Share(long bytes, int flow) => (bytes / Flows) + (flow < bytes % Flows ? 1 : 0);
}
