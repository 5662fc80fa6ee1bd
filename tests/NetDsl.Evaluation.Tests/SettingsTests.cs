using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
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
    [InlineData("netdsl_max_elements", "1e6", "ND0008 netdsl_max_elements is '1e6'; write a whole number from 1 to 9,223,372,036,854,775,807")]
    public void A_setting_holds_or_is_told(string key, string value, string? finding)
    {
        var compilation = TopologyPrograms.Compile(TopologyPrograms.Shop(Loop));
        var result = TopologyEvaluator.Evaluate(
            compilation, TopologyPrograms.TopologyClassesOf(compilation)[0], new EvaluationInputs(new Options(key, value), []), CancellationToken.None);

        Assert.Equal(finding is null ? [] : [finding], result.Findings.Select(found => $"{found.Rule.Id} {found.Message}"));
        Assert.Equal(finding is null, result.IsWhole);
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
