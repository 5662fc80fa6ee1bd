using NetDsl.Interop;
using NetDsl.Testing;

namespace NetDsl.Evaluation.Tests;

/// <summary>The equivalence law: what is evaluated is what running builds, compared whole.</summary>
public class EquivalenceTests
{
    static readonly Dictionary<string, string> ByName =
        new[] { SmallPrograms.All, ClosurePrograms.All, ValuePrograms.All }.SelectMany(programs => programs).ToDictionary();

    public static TheoryData<string> Programs => [.. ByName.Keys];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Evaluating_gives_what_running_gives(string name)
    {
        var source = TopologyPrograms.Shop(ByName[name]);
        var evaluated = TopologyPrograms.Evaluate(source);
        var built = TopologyPrograms.Run(source);

        Assert.Empty(evaluated.Findings.Select(finding => $"{finding.Rule.Id} {finding.Origin}: {finding.Message}"));
        Assert.Equal(built.IsWhole, evaluated.IsWhole);
        Assert.Equal(TopologyJson.Write(built), TopologyJson.Write(evaluated.Topology!));
        Assert.Equal(built, evaluated.Topology);
        Assert.NotEmpty(built.Regions);
    }
}
