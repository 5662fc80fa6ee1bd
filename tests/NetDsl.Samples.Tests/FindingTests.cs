using NetDsl.Compiler.Checks;

namespace NetDsl.Samples.Tests;

public class FindingTests
{
    [Theory]
    [MemberData(nameof(Sample.Each), MemberType = typeof(Sample))]
    public void A_sample_has_none(string name)
    {
        var sample = Sample.Of(name);
        Assert.Empty(sample.Topology.Problems.Select(problem => problem.Text));
        Assert.Empty(TopologyChecks.Run(sample.Topology).Select(finding => $"{finding.Rule.Id} {finding.Origin}: {finding.Message}"));
    }
}
