using NetDsl.Compiler.Lowering;
using NetDsl.Reference;
using NetDsl.Testing.RandomNetworks;
using Xunit.Abstractions;

namespace NetDsl.Runtime.Tests.Engines;

/// <summary>
/// The third law: the compiled graph, the reference interpreter and the symbolic engine answer alike, in verdict, code, rewritten header and hop by hop. The
/// symbolic engine is asked about <em>all</em> packets of a sender, and each packet is looked up in what it tells.
/// </summary>
public class ThirdLawTests(ITestOutputHelper output)
{
    const int Networks = 2000;
    const int Packets = 500;

    [Fact]
    public void Three_engines_agree_about_a_million_packets_of_small_networks() => Check(RandomNetwork.CreateSmall, Networks, Packets);

    [Fact]
    public void Three_engines_agree_about_packets_of_large_networks() => Check(RandomNetwork.Create, 100, 200);

    void Check(Func<int, Model.Topology> create, int networks, int packets, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var (compared, chosen, untold) = (0, 0, 0);
        Agreement.Check(
            topology =>
            {
                var network = new CompiledNetwork(TopologyLowering.Lower(topology));
                var interpreter = new ReferenceInterpreter(topology);
                var symbolic = new SymbolicAgreement(network, topology);
                Answer interpreted = asked => interpreter.Trace(asked.From, asked.To, asked.Traffic, asked.SourceAddress, asked.SourcePort, asked.Request);
                Answer compiled = asked => network.Trace(asked.From, asked.To, asked.Traffic, asked.SourceAddress, asked.SourcePort, asked.Request);
                return question =>
                {
                    var before = (symbolic.Compared, symbolic.Chosen, symbolic.Untold);
                    var difference = Difference.Between(interpreted, compiled, question, everyHop: true) ?? symbolic.Compare(question);
                    Interlocked.Add(ref compared, symbolic.Compared - before.Compared);
                    Interlocked.Add(ref chosen, symbolic.Chosen - before.Chosen);
                    Interlocked.Add(ref untold, symbolic.Untold - before.Untold);
                    return difference;
                };
            },
            networks,
            packets,
            create,
            test);
        Assert.Equal(0, untold);
        output.WriteLine($"{compared} packets, {chosen} of which a hash sends one way or another, {untold} untold.");
    }
}
