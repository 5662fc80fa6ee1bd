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
        ["ND1030", "ND1031", "ND1032", "ND1040", "ND1041", "ND2010", "ND2011", "ND2012", "ND2030", "ND2040", "ND2041", "ND2042", "ND2052", "ND2053", "ND3030", "ND3050", "ND3051", "ND1004", "ND1005", "ND1006", "ND1007", "ND1008", "ND1009", "ND1010", "ND1011", "ND1012", "ND1013", "ND1014", "ND1015", "ND3020", "ND4001", "ND4020", "ND4051", "ND5001", "ND5002", "ND5003", "ND5004", "ND5005", "ND5010"];

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
