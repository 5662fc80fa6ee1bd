using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetDsl.Compiler.Checks;
using NetDsl.Testing;

namespace NetDsl.Evaluation.Tests;

/// <summary>The bounds that a project sets hold, and what cannot be read is told.</summary>
public class SettingsTests
{
    const string Loop = "for (var i = 0; i < 1000; i++) { }";

    [Theory]
    [InlineData("build_property.NetDslMaxSteps", "500", "ND0003 this takes more than 500 steps; let the loop end, or describe less in one topology")]
    [InlineData("netdsl_max_steps", " 500 ", "ND0003 this takes more than 500 steps; let the loop end, or describe less in one topology")]
    [InlineData("build_property.NetDslMaxSteps", "", null)]
    [InlineData("build_property.NetDslMaxSteps", "5000000", null)]
    [InlineData("build_property.NetDslMaxCallDepth", "0", "ND0008 NetDslMaxCallDepth is '0'; write a whole number from 1 to 2,147,483,647")]
    [InlineData("netdsl_max_seconds", "ten", "ND0008 netdsl_max_seconds is 'ten'; write a whole number from 1 to 86,400")]
    [InlineData("netdsl_quota_vpcs_per_region", "many", "ND0008 netdsl_quota_vpcs_per_region is 'many'; write a whole number from 0 to 2,147,483,647")]
    [InlineData("netdsl_quota_vpcs_per_region", "20", null)]
    [InlineData("netdsl_max_elements", "1e6", "ND0008 netdsl_max_elements is '1e6'; write a whole number from 1 to 9,223,372,036,854,775,807")]
    public void A_setting_holds_or_is_told(string key, string value, string? finding)
    {
        var compilation = TopologyPrograms.Compile(TopologyPrograms.Shop(Loop));
        var result = TopologyEvaluator.Evaluate(
            compilation, TopologyPrograms.TopologyClassesOf(compilation)[0], new EvaluationInputs(new Options(key, value), []), CancellationToken.None);

        Assert.Equal(finding is null ? [] : [finding], result.Findings.Select(found => $"{found.Rule.Id} {found.Message}"));
        Assert.Equal(finding is null, result.IsWhole);
    }

    [Fact]
    public void A_quota_that_the_account_has_goes_before_that_of_the_profile()
    {
        var compilation = TopologyPrograms.Compile(TopologyPrograms.Shop("for (var i = 0; i < 6; i++) { network.Region(\"us-east-1\").Vpc($\"vpc-{i}\", $\"10.{i}.0.0/16\"); }"));
        IEnumerable<string> Told(string value) => TopologyChecks.Run(TopologyEvaluator.Evaluate(
            compilation, TopologyPrograms.TopologyClassesOf(compilation)[0], new EvaluationInputs(new Options("netdsl_quota_vpcs_per_region", value), []), CancellationToken.None).Topology!).Select(finding => finding.Message);

        Assert.Equal(["Region 'us-east-1' has 6 VPCs, and the vendor gives 5 without being asked; ask for more, and say so by netdsl_quota_vpcs_per_region = 6 in the .editorconfig."], Told("5"));
        Assert.Empty(Told("6"));
    }

    sealed class Options(string key, string value) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(key, value);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(key.StartsWith("build", StringComparison.Ordinal) ? "" : key, value);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        sealed class Values(string known, string value) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? found)
            {
                found = key == known ? value : null;
                return found is not null;
            }
        }
    }
}
