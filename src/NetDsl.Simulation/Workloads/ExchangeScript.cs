using System.Collections;
using NetDsl.Runtime.Randomness;

namespace NetDsl.Simulation.Workloads;

/// <summary>The packets of an exchange.</summary>
internal sealed class ExchangeScript
{
    private readonly Exchange exchange;
    private readonly PacketSteps packets;
    private readonly bool isEcho;

    // The same for every flow, where nothing is drawn.
    private readonly IReadOnlyList<FlowStep>? always;

    public ExchangeScript(Exchange exchange, Protocol protocol)
    {
        (this.exchange, packets, isEcho) = (exchange, new PacketSteps(protocol), protocol.IsIcmp);
        if (exchange is Exchange.RequestReply { Requests: Distribution.Constant, RequestBytes: Distribution.Constant, ReplyBytes: Distribution.Constant } or Exchange.Bulk { Bytes: Distribution.Constant })
        {
            var none = RandomStream.From(0);
            always = Draw(ref none);
        }
    }

    /// <summary>The packets of one flow.</summary>
    public IReadOnlyList<FlowStep> Of(ref RandomStream random) => always ?? Draw(ref random);

    private IReadOnlyList<FlowStep> Draw(ref RandomStream random)
    {
        if (exchange is Exchange.Bulk bulk)
        {
            return new BulkScript(bulk.Bytes.DrawWhole(ref random, 1), bulk.IsUpload, packets);
        }

        var calls = (Exchange.RequestReply)exchange;
        List<FlowStep> steps = [.. packets.IsTcp ? PacketSteps.Opening : []];
        for (var call = calls.Requests.DrawWhole(ref random, 1); call > 0; call--)
        {
            var asked = calls.RequestBytes.DrawWhole(ref random, 1);
            if (isEcho)
            {
                // An echo brings back what it was sent, in one packet.
                steps.Add(packets.Packet(fromClient: true, asked));
                steps.Add(steps[^1] with { FromClient = false });
                continue;
            }

            steps.AddRange(packets.Data(fromClient: true, asked));
            steps.AddRange(packets.Data(fromClient: false, calls.ReplyBytes.DrawWhole(ref random, 1)));
        }

        steps.AddRange(packets.IsTcp ? PacketSteps.Closing : []);
        return steps;
    }

    /// <summary>A long transfer, whose packets are not kept but told when asked: two of data, then an acknowledgment; one behind a last packet of its own, too.</summary>
    private sealed class BulkScript(int bytes, bool isUpload, PacketSteps cut) : IReadOnlyList<FlowStep>
    {
        private readonly int opening = cut.IsTcp ? PacketSteps.Opening.Count : isUpload ? 0 : 1;
        private readonly int packets = (bytes + cut.LargestData - 1) / cut.LargestData;

        public int Count => opening + packets + Acknowledgments + (cut.IsTcp ? PacketSteps.Closing.Count : 0);

        private int Acknowledgments => (packets + 1) / 2;

        public FlowStep this[int index]
        {
            get
            {
                if (index < opening)
                {
                    return cut.IsTcp ? PacketSteps.Opening[index] : cut.Packet(fromClient: true, 1);
                }

                var within = index - opening;
                if (within >= packets + Acknowledgments)
                {
                    return PacketSteps.Closing[within - packets - Acknowledgments];
                }

                var isAnswer = within % 3 == 2 || within == packets + Acknowledgments - 1;
                var number = within - (within / 3);
                return cut.Packet(isAnswer != isUpload, isAnswer ? 0 : bytes - (number * cut.LargestData));
            }
        }

        public IEnumerator<FlowStep> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
