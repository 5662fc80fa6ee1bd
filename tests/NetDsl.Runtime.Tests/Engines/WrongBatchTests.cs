using NetDsl.Compiler.Lowering;
using NetDsl.Reference;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Runtime.Tests.Engines;

/// <summary>The third law notices a batch that decides of another network than the one that is asked about.</summary>
public class WrongBatchTests
{
    public static TheoryData<string> Faults =>
        ["network ACLs allow everything", "egress is not filtered", "pending peerings carry traffic", "transit gateways propagate nothing", "types of ICMP do not matter"];

    [Theory]
    [MemberData(nameof(Faults))]
    public void One_that_sees_another_network_is_found(string fault) => Assert.NotNull(Agreement.FirstDifferent(
        topology =>
        {
            var interpreter = new ReferenceInterpreter(topology);
            var batch = new BatchAgreement(new CompiledNetwork(TopologyLowering.Lower(WrongEngines.Seen(fault, topology))));
            return question => batch.Compare(question, interpreter.Trace(question.From, question.To, question.Traffic, question.SourceAddress, question.SourcePort).Forward);
        },
        Enumerable.Range(1, 1000),
        questions: 80,
        RandomNetwork.CreateSmall));
}
