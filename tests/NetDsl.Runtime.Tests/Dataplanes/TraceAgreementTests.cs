using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Testing;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Runtime.Tests.Dataplanes;

/// <summary>A flow's first packet and its reply, sent through the state of a network, give the verdict of its trace, and where it is dropped the place.</summary>
public class TraceAgreementTests
{
    [Fact]
    public void Agrees_with_traces_of_the_examples() =>
        Assert.All(ExampleNetworks.All, topology => AssertAgreement(topology, seed: 1, questions: 300));

    [Fact]
    public void Agrees_with_traces_of_random_networks() =>
        Assert.All(Enumerable.Range(1, 100), seed => AssertAgreement(RandomNetwork.Create(seed), seed, questions: 60));

    static void AssertAgreement(Topology topology, int seed, int questions)
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(topology));
        foreach (var question in Question.Draw(topology, seed, questions))
        {
            var trace = network.Trace(question.From, question.To, question.Traffic, question.SourceAddress, question.SourcePort);

            // What has no address to write to is never sent.
            var opener = trace.Forward.Hops[0];
            if (opener is { Kind: "internet", Code: not null })
            {
                continue;
            }

            var sender = question.From is ElementEndpoint element ? network.HolderOf(element.Element) : CompiledNetwork.Internet;
            var told = $"{trace.Forward.Code}; {(trace.Return.Outcome == Outcome.Unknown ? "" : trace.Return.Outcome == Outcome.Dropped ? "no reply" : "reply")}";
            Assert.True(told == Exchange(network, sender, opener.Packet, trace), $"{question}: trace tells {told}, dataplane does {Exchange(network, sender, opener.Packet, trace)}");
        }
    }

    static string Exchange(CompiledNetwork network, int sender, Packet packet, Trace trace)
    {
        var dataplane = new Dataplane(network);
        var request = dataplane.Send(sender, packet, TimeSpan.Zero, TcpFlags.Syn);
        if (request.Outcome == Outcome.Dropped)
        {
            // A trace may go on behind a filter that denies; the dataplane does not.
            var isAsked = trace.Return.Outcome != Outcome.Unknown;
            Assert.Equal(trace.Forward.Blocks[0].Element, network.Graph.Nodes[dataplane.DropNode].Path);
            return $"{request.Code}; {(isAsked ? trace.Return.Outcome == Outcome.Dropped ? "no reply" : "reply" : "")}";
        }

        if (!packet.AsksForAnswer)
        {
            return "; ";
        }

        if (trace.Forward.Hops[^1].Kind == "host-service")
        {
            return "; reply";
        }

        if (trace.Forward.Hops[^1].Kind == "public-service")
        {
            // The services of the vendor's do not speak in the dataplane yet.
            return trace.Return.Outcome == Outcome.Dropped ? "; no reply" : "; reply";
        }

        var back = dataplane.Send(
            request.Holder, request.Packet.Reply(), TimeSpan.FromMilliseconds(1), TcpFlags.Syn | TcpFlags.Ack);
        var isAwaited = back.Outcome != Outcome.Dropped && back.Holder == sender && back.Packet == packet.Reply();
        if (!isAwaited || packet.Protocol != Protocol.Tcp)
        {
            return isAwaited ? "; reply" : "; no reply";
        }

        // A firewall that saw no reply drops what completes the handshake.
        var third = dataplane.Send(sender, packet, TimeSpan.FromMilliseconds(2), TcpFlags.Ack);
        return third.Code == DropCode.StatefulApplianceAsymmetry ? "; no reply" : "; reply";
    }
}
