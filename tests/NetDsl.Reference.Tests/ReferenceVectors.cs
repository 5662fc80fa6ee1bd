using NetDsl.Addressing;
using NetDsl.Model;
using NetDsl.Testing.RandomNetworks;
using NetDsl.Testing.Vectors;

namespace NetDsl.Reference.Tests;

public sealed class ReferenceVectors : SemanticsVectors
{
    internal static Answer Answering(Topology topology)
    {
        var interpreter = new ReferenceInterpreter(topology);
        return question => interpreter.Trace(question.From, question.To, question.Traffic, question.SourceAddress, question.SourcePort, question.Request);
    }

    protected override string AskName(Topology topology, Endpoint from, string name) =>
        new ReferenceResolver(topology).Resolve((from as ElementEndpoint)?.Element, name);

    protected override Trace Ask(
        Topology topology, Endpoint from, Endpoint to, TrafficSelector traffic, IpAddress? sourceAddress = null, int? sourcePort = null, ServiceRequest? request = null) =>
        new ReferenceInterpreter(topology).Trace(from, to, traffic, sourceAddress, sourcePort, request);
}
