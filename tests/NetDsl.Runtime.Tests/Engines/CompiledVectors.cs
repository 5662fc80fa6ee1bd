using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Testing.Vectors;

namespace NetDsl.Runtime.Tests.Engines;

/// <summary>The specification's vectors, answered by the compiled graph.</summary>
public sealed class CompiledVectors : SemanticsVectors
{
    protected override Trace Ask(
        Topology topology,
        Endpoint from,
        Endpoint to,
        TrafficSelector traffic,
        Ipv4Address? sourceAddress = null,
        int? sourcePort = null) =>
        new CompiledNetwork(TopologyLowering.Lower(topology)).Trace(from, to, traffic, sourceAddress, sourcePort);
}
