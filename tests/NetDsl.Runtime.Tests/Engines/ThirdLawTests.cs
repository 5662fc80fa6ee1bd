using System.Runtime.CompilerServices;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Reference;
using NetDsl.Testing.RandomNetworks;
using Xunit.Abstractions;

namespace NetDsl.Runtime.Tests.Engines;

/// <summary>
/// The third law: the compiled graph, the reference interpreter and the symbolic engine answer alike, in verdict, code, rewritten header and hop by hop. The
/// symbolic engine is asked about <em>all</em> packets of a sender, and each packet is looked up in what it tells. What batches decide, and what is remembered of flows, is asked as well.
/// </summary>
/// <remarks><see cref="Agreement"/> says how more networks, or one of them again, are asked for.</remarks>
public class ThirdLawTests(ITestOutputHelper output)
{
    [Fact]
    public void Three_engines_agree_about_a_million_packets_of_small_networks() => output.WriteLine($"{Packets(RandomNetwork.CreateSmall, networks: 2000, packets: 500)}");

    [Fact]
    public void Three_engines_agree_about_packets_of_large_networks() => output.WriteLine($"{Packets(RandomNetwork.Create, networks: 150, packets: 160)}");

    [Fact]
    public void Three_engines_agree_where_they_once_did_not() => Assert.All(Agreement.Once, once => Assert.Null(Agreement.FirstDifferent(
        topology => Engines(topology, new PacketCounts()), [once.Seed], once.Questions, RandomNetwork.CreateSmall)));

    /// <summary>Asks all three of packets, and counts.</summary>
    static PacketCounts Packets(Func<int, Topology> create, int networks, int packets, [CallerMemberName] string test = "")
    {
        var counts = new PacketCounts();
        Agreement.Check(
            topology => Engines(topology, counts),
            networks,
            packets,
            create,
            test);

        Assert.Equal(0, counts.Untold);
        Assert.Equal(Agreement.Networks(networks) * (long)Agreement.Questions(packets), counts.Compared);
        return counts;
    }

    internal static Comparison Engines(Topology topology, PacketCounts counts)
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(topology));
        var interpreted = Interpreted(topology);
        var symbolic = new SymbolicAgreement(network, topology, counts);
        var batch = new BatchAgreement(network);
        return question =>
        {
            Trace? told = null;
            return Difference.Between(asked => told = interpreted(asked), asked => Compiled(network, asked), question, everyHop: true)
                ?? symbolic.Compare(question)

                // A policy judges requests, which no packet of a batch carries.
                ?? batch.Compare(question, (question.Request is null ? told! : interpreted(question with { Request = null })).Forward);
        };
    }

    static Answer Interpreted(Topology topology)
    {
        var interpreter = new ReferenceInterpreter(topology);
        return asked => interpreter.Trace(asked.From, asked.To, asked.Traffic, asked.SourceAddress, asked.SourcePort, asked.Request);
    }

    static Trace Compiled(CompiledNetwork network, Question asked) =>
        network.Trace(asked.From, asked.To, asked.Traffic, asked.SourceAddress, asked.SourcePort, asked.Request);
}
