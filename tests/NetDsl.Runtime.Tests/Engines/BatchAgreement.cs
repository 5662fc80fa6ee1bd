using NetDsl.Compiler.Graph;
using NetDsl.Testing.RandomNetworks;
using Asked = NetDsl.Testing.RandomNetworks.Question;

namespace NetDsl.Runtime.Tests.Engines;

/// <summary>
/// Asks what a batch decides about a packet, and what flows remember of it, beside the way of the packet by another engine: outcome, reason and receiver are the same. Flows are remembered of IPv4 only.
/// </summary>
sealed class BatchAgreement
{
    // So few that packets of different flows take each other's place.
    const int Remembered = 16;

    readonly CompiledNetwork network;
    readonly EstablishedFlows flows;
    readonly HashSet<string> paths;

    public BatchAgreement(CompiledNetwork network)
    {
        this.network = network;
        flows = new EstablishedFlows(network, Remembered);
        paths = [.. network.Graph.Holders.Select(PathOf)];
    }

    /// <summary>What the batch says of a question, when that is not what the other engine says; nothing when it is.</summary>
    /// <param name="asked">The question.</param>
    /// <param name="forward">What the other engine tells of the packet, without a request that it carries.</param>
    public Difference? Compare(Asked asked, TraceDirection forward)
    {
        if (AskedPacket.Of(network, asked) is not { } what)
        {
            return Difference.NotAsked;
        }

        var (sender, packet, _) = what;

        Span<BatchDecision> decided = new BatchDecision[3];
        Decide(sender, packet, decided);
        foreach (var decision in decided)
        {
            if (!IsSame(decision, forward, sender))
            {
                return new Difference($"{packet} from {sender}: {forward.Outcome} {forward.Code} at {forward.Receiver}", $"{decided[0]} in a batch, then {decided[1]} and {decided[2]} by flows");
            }
        }

        return null;
    }

    void Decide(int sender, Packet packet, Span<BatchDecision> decided)
    {
        if (packet.Source.AsIpv4 is not { } source || packet.Destination.AsIpv4 is not { } destination)
        {
            network.Decide(
                new Ipv6PacketColumns
                {
                    Senders = [sender],
                    Sources = [packet.Source],
                    Destinations = [packet.Destination],
                    Protocols = [(byte)packet.Protocol.Number],
                    SourcePorts = [packet.SourcePort],
                    DestinationPorts = [packet.DestinationPort],
                },
                decided[..1]);
            decided[1..].Fill(decided[0]);
            return;
        }

        var columns = new PacketColumns
        {
            Senders = [sender],
            Sources = [source.Value],
            Destinations = [destination.Value],
            Protocols = [(byte)packet.Protocol.Number],
            SourcePorts = [packet.SourcePort],
            DestinationPorts = [packet.DestinationPort],
        };
        network.Decide(columns, decided[..1]);
        flows.Decide(columns, decided[1..2]);
        flows.Decide(columns, decided[2..]);
    }

    bool IsSame(BatchDecision decision, TraceDirection forward, int sender) =>
        decision.Outcome == forward.Outcome
        && (decision.Code == forward.Code || IsRemembered(forward))
        && (forward.Receiver is { } receiver && forward.Outcome == Outcome.Delivered
            ? paths.Contains(receiver) ? decision.Holder >= 0 && PathOf(network.Graph.Holders[decision.Holder]) == receiver : IsAtService(decision.Holder, sender)
            : decision.Holder < 0);

    /// <summary>
    /// Whether an interface on the way knows the packet from its first time there: what comes round in circles. A decision on the first packet of a flow remembers nothing, and may find
    /// another reason to drop it.
    /// </summary>
    static bool IsRemembered(TraceDirection forward) => forward.Code == DropCode.ForwardingLoop;

    /// <summary>A service is nobody, the host of the sender, or behind the interface of an endpoint.</summary>
    bool IsAtService(int holder, int sender) => holder < 0 || holder == sender || network.Graph.Holders[holder].Role == HolderRole.EndpointInterface;

    string PathOf(AddressHolder holder) => network.Graph.Nodes[holder.Node].Path;
}
