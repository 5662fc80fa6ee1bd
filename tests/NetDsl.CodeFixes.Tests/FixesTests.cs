using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes.Tests;

public class FixesTests
{
    // Nobody but the author knows what was meant.
    // What the lock file holds (ND1030 to ND1032) is mended by a command, not in the code.
    static readonly string[] WithoutMechanicalFix =
    [
        "ND1004", "ND1005", "ND1006", "ND1007", "ND1008", "ND1009", "ND1010", "ND1011", "ND1012", "ND1013", "ND1014", "ND1015", "ND1030", "ND1031", "ND1032", "ND1040", "ND1041", "ND1051", "ND1056", "ND1057", "ND1058", "ND1061", "ND1062", "ND1064", "ND1066", "ND1067", "ND1074", "ND1075", "ND1076", "ND1078", "ND1079", "ND1082",
        "ND2011", "ND2030", "ND2040", "ND2041", "ND2042", "ND2052", "ND2063", "ND2065", "ND2066", "ND2067", "ND2070", "ND2071", "ND2072", "ND2077", "ND2080", "ND2083", "ND2088", "ND2090", "ND2095",
        "ND3020", "ND3050", "ND3052", "ND3053", "ND3056", "ND3060", "ND3062", "ND3063", "ND3065",
        "ND4001", "ND4020", "ND4055", "ND4056", "ND4062", "ND4063", "ND4070", "ND4071",
        "ND5001", "ND5002", "ND5003", "ND5004", "ND5005", "ND5010",
    ];

    [Fact]
    public void Every_rule_with_a_mechanical_answer_has_one_fix() =>
        Assert.Equal(
            TopologyChecks.Rules.Select(rule => rule.Id).Except(WithoutMechanicalFix).Order(StringComparer.Ordinal),
            Repair.Fixes.SelectMany(fix => fix.FixableDiagnosticIds).Order(StringComparer.Ordinal));

    [Fact]
    public void Fixes_are_exported_and_fix_all() =>
        Assert.All(Repair.Fixes, fix =>
        {
            Assert.Equal([LanguageNames.CSharp], fix.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>()!.Languages);
            Assert.Contains(FixAllScope.Solution, fix.GetFixAllProvider()!.GetSupportedFixAllScopes());
        });
}
