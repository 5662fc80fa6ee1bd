using NetDsl.Compiler.Checks;
using NetDsl.Evaluation;
using NetDsl.Testing;

namespace NetDsl.Analyzers.Tests;

/// <summary>How grave findings are where a project says NetDslRules: the files of the package say it of every rule.</summary>
public class PresetTests
{
    [Theory]
    [InlineData("none", "Nothing is told but what cannot be deployed, or can never work.")]
    [InlineData("strict", "Warnings are errors, and advice is a warning.")]
    public void A_preset_speaks_of_every_rule(string name, string meaning)
    {
        var rules = EvaluationRules.All.Concat(RuleCatalogue.All).OrderBy(rule => rule.Id, StringComparer.Ordinal);
        Snapshot.MatchPage(
            $"""
            # {meaning}
            is_global = true
            global_level = -1

            {string.Join('\n', rules.Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = {Word(name, rule.Severity)}"))}

            """,
            $"packaging/NetDsl.Package/presets/{name}.globalconfig");
    }

    static string Word(string preset, Severity severity) => (preset, severity) switch
    {
        (_, Severity.Error) or ("strict", Severity.Warning) => "error",
        ("none", _) => "none",
        _ => "warning",
    };
}
