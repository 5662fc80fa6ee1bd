using System.Collections;
using NetDsl.Runtime;
using NetDsl.Runtime.Randomness;

namespace NetDsl.Simulation.Workloads;

/// <summary>The packets of an exchange.</summary>
internal sealed class ExchangeScript
{
    private const int TcpHeaders = 52;
    private const int TcpOpeningHeaders = 60;
    private const int UdpHeaders = 28;
    private const int LargestPacket = 1500;

    private readonly Exchange exchange;
    private readonly Protocol protocol;

    // The same for every flow, where nothing is drawn.
    private readonly IReadOnlyList<FlowStep>? always;

    public ExchangeScript(Exchange exchange, Protocol protocol)
    {
        (this.exchange, this.protocol) = (exchange, protocol);
        if (exchange is Exchange.RequestReply { Requests: Distribution.Constant, RequestBytes: Distribution.Constant, ReplyBytes: Distribution.Constant } or Exchange.Bulk { Bytes: Distribution.Constant })
        {
            var none = RandomStream.From(0);
            always = Draw(ref none);
        }
    }

    private int Headers => protocol == Protocol.Tcp ? TcpHeaders : UdpHeaders;

    /// <summary>The packets of one flow.</summary>
    public IReadOnlyList<FlowStep> Of(ref RandomStream random) => always ?? Draw(ref random);

    private IReadOnlyList<FlowStep> Draw(ref RandomStream random)
    {
        if (exchange is Exchange.Bulk bulk)
        {
            return new BulkScript(bulk.Bytes.DrawWhole(ref random, 1), bulk.IsUpload, protocol == Protocol.Tcp, Headers);
        }

        var calls = (Exchange.RequestReply)exchange;
        var steps = new List<FlowStep>();
        if (protocol == Protocol.Tcp)
        {
            Open(steps);
        }

        for (var call = calls.Requests.DrawWhole(ref random, 1); call > 0; call--)
        {
            var asked = calls.RequestBytes.DrawWhole(ref random, 1);
            if (protocol.IsIcmp)
            {
                // An echo brings back what it was sent, in one packet.
                steps.Add(new(FromClient: true, Math.Min(asked + Headers, LargestPacket), TcpFlags.None));
                steps.Add(steps[^1] with { FromClient = false });
                continue;
            }

            Send(steps, fromClient: true, asked);
            Send(steps, fromClient: false, calls.ReplyBytes.DrawWhole(ref random, 1));
        }

        if (protocol == Protocol.Tcp)
        {
            Close(steps);
        }

        return steps;
    }

    private static void Open(List<FlowStep> steps)
    {
        steps.Add(new(FromClient: true, TcpOpeningHeaders, TcpFlags.Syn));
        steps.Add(new(FromClient: false, TcpOpeningHeaders, TcpFlags.Syn | TcpFlags.Ack));
    }

    private static void Close(List<FlowStep> steps)
    {
        steps.Add(new(FromClient: true, TcpHeaders, TcpFlags.Fin | TcpFlags.Ack));
        steps.Add(new(FromClient: false, TcpHeaders, TcpFlags.Fin | TcpFlags.Ack));
    }

    private void Send(List<FlowStep> steps, bool fromClient, int bytes)
    {
        var flags = protocol == Protocol.Tcp ? TcpFlags.Ack : TcpFlags.None;
        for (var left = bytes; left > 0; left -= LargestPacket - Headers)
        {
            steps.Add(new(fromClient, Math.Min(left + Headers, LargestPacket), flags));
        }
    }

    /// <summary>A long transfer, whose packets are not kept but told when asked: two of data, then an acknowledgment; one behind a last packet of its own, too.</summary>
    private sealed class BulkScript(int bytes, bool isUpload, bool isTcp, int headers) : IReadOnlyList<FlowStep>
    {
        private readonly int opening = isTcp ? 2 : isUpload ? 0 : 1;
        private readonly int packets = (bytes + LargestPacket - headers - 1) / (LargestPacket - headers);

        public int Count => opening + packets + Acknowledgments + (isTcp ? 2 : 0);

        private int Acknowledgments => (packets + 1) / 2;

        public FlowStep this[int index]
        {
            get
            {
                if (index < opening)
                {
                    return isTcp ? new(index == 0, TcpOpeningHeaders, index == 0 ? TcpFlags.Syn : TcpFlags.Syn | TcpFlags.Ack) : new(FromClient: true, headers + 1, TcpFlags.None);
                }

                var within = index - opening;
                if (within >= packets + Acknowledgments)
                {
                    return new(within == packets + Acknowledgments, TcpHeaders, TcpFlags.Fin | TcpFlags.Ack);
                }

                var flags = isTcp ? TcpFlags.Ack : TcpFlags.None;
                var isAnswer = within % 3 == 2 || within == packets + Acknowledgments - 1;
                var number = within - (within / 3);
                var data = Math.Min(LargestPacket, headers + bytes - (number * (LargestPacket - headers)));
                return new(isAnswer != isUpload, isAnswer ? headers : data, flags);
            }
        }

        public IEnumerator<FlowStep> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
