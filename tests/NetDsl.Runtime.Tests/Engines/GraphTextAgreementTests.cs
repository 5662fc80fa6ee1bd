using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Runtime.Tests.Engines;

/// <summary>A graph is its text.</summary>
public class GraphTextAgreementTests
{
    [Fact]
    public void A_graph_that_went_through_its_text_answers_alike() =>
        Agreement.Check(Compiled, CompiledFromText, networks: 60, questions: 40, everyHop: true);

    static Answer Compiled(Topology topology) => Ask(new CompiledNetwork(TopologyLowering.Lower(topology)));

    static Answer CompiledFromText(Topology topology) =>
        Ask(new CompiledNetwork(ForwardingGraphText.Read(ForwardingGraphText.Write(TopologyLowering.Lower(topology)))));

    static Answer Ask(CompiledNetwork network) => question => network.Trace(
        question.From, question.To, question.Traffic, question.SourceAddress, question.SourcePort, question.Request);
}
