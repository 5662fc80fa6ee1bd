using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Reference;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Runtime.Tests.Engines;

/// <summary>The third law, for the engines that there are: the compiled graph answers as the reference interpreter does.</summary>
public class AgreementTests
{
    [Fact]
    public void The_compiled_graph_agrees_with_the_reference_interpreter_hop_by_hop() =>
        Agreement.Check(Interpreted, Compiled, networks: 150, questions: 80, everyHop: true);

    [Fact]
    public void A_graph_that_went_through_its_text_answers_alike() =>
        Agreement.Check(Compiled, CompiledFromText, networks: 60, questions: 40, everyHop: true);

    static Answer Interpreted(Topology topology)
    {
        var interpreter = new ReferenceInterpreter(topology);
        return question => interpreter.Trace(
            question.From, question.To, question.Traffic, question.SourceAddress, question.SourcePort, question.Request);
    }

    static Answer Compiled(Topology topology) => Ask(new CompiledNetwork(TopologyLowering.Lower(topology)));

    static Answer CompiledFromText(Topology topology) =>
        Ask(new CompiledNetwork(ForwardingGraphText.Read(ForwardingGraphText.Write(TopologyLowering.Lower(topology)))));

    static Answer Ask(CompiledNetwork network) => question => network.Trace(
        question.From, question.To, question.Traffic, question.SourceAddress, question.SourcePort, question.Request);
}
