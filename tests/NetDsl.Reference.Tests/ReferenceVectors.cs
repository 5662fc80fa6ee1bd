using NetDsl.Addressing;
using NetDsl.Model;
using NetDsl.Testing.Vectors;

namespace NetDsl.Reference.Tests;

public sealed class ReferenceVectors : SemanticsVectors
{
    protected override Trace Ask(
        Topology topology, Endpoint from, Endpoint to, TrafficSelector traffic, Ipv4Address? sourceAddress = null, int? sourcePort = null) =>
        new ReferenceInterpreter(topology).Trace(from, to, traffic, sourceAddress, sourcePort);
}
