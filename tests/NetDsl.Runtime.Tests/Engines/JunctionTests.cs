using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Reference;
using NetDsl.Testing.RandomNetworks;
using Xunit.Abstractions;

namespace NetDsl.Runtime.Tests.Engines;

/// <summary>
/// Large networks are lowered with junctions, small ones without; here small ones are lowered with them, and have to answer hop by hop as the reference interpreter does.
/// </summary>
public class JunctionTests(ITestOutputHelper output)
{
    [Fact]
    public void Paths_that_meet_at_junctions_are_those_of_the_reference_interpreter_in_small_networks() => Check(RandomNetwork.CreateSmall, networks: 1000, packets: 300);

    [Fact]
    public void Paths_that_meet_at_junctions_are_those_of_the_reference_interpreter_in_large_networks() => Check(RandomNetwork.Create, networks: 150, packets: 160);

    void Check(Func<int, Topology> create, int networks, int packets)
    {
        var (withJunctions, paths, shared) = (0, 0, 0);
        Agreement.Check(
            topology =>
            {
                var network = new CompiledNetwork(ForwardingGraphText.Read(ForwardingGraphText.Write(TopologyLowering.Lower(topology, hasJunctions: true))));
                Interlocked.Add(ref withJunctions, network.Graph.Junctions.Count > 0 ? 1 : 0);
                Interlocked.Add(ref paths, network.Graph.Sources.Sum(source => source.Programs.Count));
                Interlocked.Add(ref shared, network.Graph.Sources.Sum(source => source.Programs.Count(program => network.Graph.Programs[program].End is JunctionEnd)));
                var interpreter = new ReferenceInterpreter(topology);
                return question => Difference.Between(
                    asked => interpreter.Trace(asked.From, asked.To, asked.Traffic, asked.SourceAddress, asked.SourcePort, asked.Request),
                    asked => network.Trace(asked.From, asked.To, asked.Traffic, asked.SourceAddress, asked.SourcePort, asked.Request),
                    question,
                    everyHop: true);
            },
            networks,
            packets,
            create);
        output.WriteLine($"{withJunctions} networks have junctions; {shared} of {paths} paths lead to one");
        Assert.True(withJunctions > Agreement.Networks(networks) / 4, $"Only {withJunctions} of {networks} networks have junctions: the test says little.");
    }
}
