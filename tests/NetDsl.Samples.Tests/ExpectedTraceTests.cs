using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Reference;
using NetDsl.Runtime;

namespace NetDsl.Samples.Tests;

public class ExpectedTraceTests
{
    public static TheoryData<string, string, int> Traces
    {
        get
        {
            var traces = new TheoryData<string, string, int>();
            foreach (var name in Sample.Names)
            {
                foreach (var (index, trace) in ExpectedTrace.Of(Sample.Of(name)).Index())
                {
                    traces.Add(name, $"{trace.Why}: {trace.From} to {trace.To}", index);
                }
            }

            return traces;
        }
    }

    [Theory]
    [MemberData(nameof(Traces))]
    public void Compiled_network_gives_it(string name, string why, int index) =>
        AssertGives(name, why, index, sample => new CompiledNetwork(TopologyLowering.Lower(sample.Topology)).Trace);

    [Theory]
    [MemberData(nameof(Traces))]
    public void Generated_network_gives_it(string name, string why, int index) =>
        AssertGives(name, why, index, sample => sample.Definition.Network().Trace);

    [Theory]
    [MemberData(nameof(Traces))]
    public void Network_that_was_read_back_from_text_gives_it(string name, string why, int index) =>
        AssertGives(name, why, index, sample =>
            new CompiledNetwork(ForwardingGraphText.Read(ForwardingGraphText.Write(TopologyLowering.Lower(sample.Topology)))).Trace);

    [Theory]
    [MemberData(nameof(Traces))]
    public void Reference_interpreter_gives_it(string name, string why, int index) =>
        AssertGives(name, why, index, sample => new ReferenceInterpreter(sample.Topology).Trace);

    [Theory]
    [MemberData(nameof(Sample.Each), MemberType = typeof(Sample))]
    public void Every_sample_expects_success_and_failure(string name)
    {
        var traces = ExpectedTrace.Of(Sample.Of(name));
        Assert.Contains(traces, trace => trace.Verdict == "reachable");
        Assert.Contains(traces, trace => trace.Verdict == "blocked");
    }

    delegate Trace Engine(
        Endpoint from,
        Endpoint to,
        TrafficSelector traffic,
        Addressing.IpAddress? sourceAddress = null,
        int? sourcePort = null,
        ServiceRequest? request = null);

    static void AssertGives(string name, string why, int index, Func<Sample, Engine> engine)
    {
        var sample = Sample.Of(name);
        var expected = ExpectedTrace.Of(sample)[index];
        Assert.StartsWith(expected.Why, why, StringComparison.Ordinal);
        expected.AssertMatches(engine(sample)(
            ExpectedTrace.EndOf(expected.From, sample.Topology), ExpectedTrace.EndOf(expected.To, sample.Topology), expected.Traffic));
    }
}
