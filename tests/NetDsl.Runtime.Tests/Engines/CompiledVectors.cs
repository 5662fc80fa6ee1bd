using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Testing.Vectors;

namespace NetDsl.Runtime.Tests.Engines;

/// <summary>The specification's vectors, answered by the compiled graph.</summary>
public sealed class CompiledVectors : SemanticsVectors
{
    internal static string NameText(NameResolution resolution) => resolution.Outcome switch
    {
        NameOutcome.Answered => string.Join(", ", resolution.Addresses),
        NameOutcome.NoSuchName => "no such name",
        NameOutcome.NoResolver => "no resolver",
        NameOutcome.Forwarded => $"forwarded to {string.Join(", ", resolution.Addresses)}",
        _ => "unknown",
    };

    protected override bool NamesStatements => true;

    protected override string AskName(Topology topology, Endpoint from, string name) =>
        NameText(new CompiledNetwork(TopologyLowering.Lower(topology)).Resolve(from, name));

    protected override Trace Ask(
        Topology topology,
        Endpoint from,
        Endpoint to,
        TrafficSelector traffic,
        IpAddress? sourceAddress = null,
        int? sourcePort = null,
        ServiceRequest? request = null) =>
        new CompiledNetwork(TopologyLowering.Lower(topology)).Trace(from, to, traffic, sourceAddress, sourcePort, request);
}
