using NetDsl.Compiler.Lowering;
using NetDsl.Testing.Vectors;
using static NetDsl.Traffic;

namespace NetDsl.Runtime.Tests.Tracing;

/// <summary>Of two peers that overlap each other, the wrong one may get the reply: the trace names it.</summary>
public class WrongVpcTests
{
    [Theory]
    [Trait("Vector", "interconnect 1.3")]
    [InlineData(true, "the reply arrives at us-east-1/c/twin in VPC us-east-1/c, the wrong one, not at us-east-1/b/asking")]
    [InlineData(false, "the reply goes to VPC us-east-1/c instead of us-east-1/b: ")]
    public void Verdict_names_the_third_vpc(bool twin, string text)
    {
        var it = new OverlappingPeers(twin);

        var trace = new CompiledNetwork(TopologyLowering.Lower(it.Network.Build())).Trace(Endpoint.Of(it.Asking.Id), Endpoint.Of(it.Server.Id), Tcp(443));

        Assert.Equal(Verdict.Blocked, trace.Verdict);
        Assert.StartsWith(text, Assert.Single(trace.Return.Blocks).Text, StringComparison.Ordinal);
    }
}
