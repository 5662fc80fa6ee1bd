using CsCheck;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Reference;
using NetDsl.Runtime.Tests.Networks;
using NetDsl.Testing;

namespace NetDsl.Runtime.Tests.Tracing;

/// <summary>The third law of the house: the compiled graph and the naive interpreter give the same answer.</summary>
public class ReferenceAgreementTests
{
    [Fact]
    public void Agrees_on_every_question_about_the_examples() => Assert.All(ExampleNetworks.All, AssertAgreement);

    [Fact]
    public void Agrees_on_every_question_about_random_networks() =>
        Gen.Int[0, 1_000_000].Sample(seed => AssertAgreement(RandomNetwork.Build(seed)), iter: 100, threads: 1);

    [Fact]
    public void Random_networks_are_whole() =>
        Gen.Int[0, 1_000_000].Sample(seed => Assert.Empty(RandomNetwork.Build(seed).Problems), iter: 200, threads: 1);

    static void AssertAgreement(Topology topology)
    {
        var compiled = new CompiledNetwork(TopologyLowering.Lower(topology));
        var reference = new ReferenceInterpreter(topology);
        foreach (var (from, to, traffic) in Questions.About(topology))
        {
            var expected = Describe(reference.Trace(from, to, traffic));
            var actual = Describe(compiled.Trace(from, to, traffic));
            Assert.True(expected == actual, $"{from} to {to}, {traffic}\nreference:\n{expected}\ncompiled:\n{actual}");
        }
    }

    static string Describe(Trace trace) =>
        $"{trace.Verdict}\n{Describe("forward", trace.Forward)}{Describe("return", trace.Return)}";

    static string Describe(string name, TraceDirection direction) =>
        $"{name} {direction.Outcome} at {direction.Receiver}\n"
        + string.Concat(direction.Hops.Select(hop => $"  {hop.Kind} {hop.Element} {hop.Packet} {hop.Code}\n"))
        + string.Concat(direction.Blocks.Select(block => $"  blocked by {block.Element}: {block.Code}\n"));
}
