using NetDsl.Compiler.Lowering;
using NetDsl.Testing;

namespace NetDsl.Samples.Tests;

/// <summary>The compiler sees the network that running <c>Define</c> builds.</summary>
public class EquivalenceTests
{
    [Theory]
    [MemberData(nameof(Sample.Each), MemberType = typeof(Sample))]
    public void Evaluating_a_sample_gives_what_running_it_gives(string name)
    {
        var sample = Sample.Of(name);
        var source = TopologyPrograms.Parse(File.ReadAllText(sample.SourceFile), sample.SourceFile);
        var evaluated = TopologyPrograms.Evaluate(TopologyPrograms.Compile().AddSyntaxTrees(source));

        Assert.Empty(evaluated.Findings.Select(finding => $"{finding.Rule.Id} {finding.Origin}: {finding.Message}"));
        Assert.True(evaluated.IsWhole);
        Assert.Equal(sample.Topology, evaluated.Topology);
    }

    [Theory]
    [MemberData(nameof(Sample.Each), MemberType = typeof(Sample))]
    public void Generated_network_holds_the_graph_that_lowering_gives(string name)
    {
        var sample = Sample.Of(name);
        Assert.Equal(TopologyLowering.Lower(sample.Topology, sample.Folder), sample.Definition.Network().Graph);
        Assert.Equal($"{name}.cs", sample.Definition.SourceFile);
    }
}
