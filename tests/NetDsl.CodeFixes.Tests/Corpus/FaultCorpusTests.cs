using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NetDsl.Analyzers;
using NetDsl.Compiler.Checks;
using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.CodeFixes.Tests.Corpus;

/// <summary>Every seeded fault is told, at its text and with its message, and nothing else is; its repaired twin is clean, and fixes make it.</summary>
public class FaultCorpusTests
{
    public static TheoryData<string> Fixed => [.. SeededFault.All.Where(fault => fault.IsFixedByNetDsl).Select(fault => fault.Name)];

    public static TheoryData<string> FixableRules => [.. Repair.Fixes.SelectMany(fix => fix.FixableDiagnosticIds).Where(id => SeededFault.All.Any(fault => fault.Rule == id))];

    [Fact]
    public async Task Every_fault_is_told_and_nothing_else()
    {
        var compilation = TopologyPrograms.Compile(SeededFault.All.Select(fault => fault.Tree));
        Assert.Empty(compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
        var found = (await Task.WhenAll(SeededFault.All.GroupBy(fault => fault.DataFiles.Count > 0 ? fault.Rule : "").Select(FindingsAsync)))
            .SelectMany(each => each)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ToLookup(diagnostic => diagnostic.Location.SourceTree!);
        if (Snapshot.Accepts)
        {
            foreach (var fault in SeededFault.All)
            {
                await File.WriteAllTextAsync(fault.Path, fault.WithFindings(found[fault.Tree]));
            }

            return;
        }

        Assert.Equal(
            SeededFault.All.SelectMany(fault => fault.Expected.Select(expected => $"{fault.Name}:{expected}")),
            SeededFault.All.SelectMany(fault => found[fault.Tree].Select(diagnostic => $"{fault.Name}:{SeededFault.Show(diagnostic)}")));
        Assert.All(SeededFault.All, fault => Assert.Equal([fault.Rule], found[fault.Tree].Select(diagnostic => diagnostic.Id)));
        Assert.All(SeededFault.All, fault => Assert.True(fault.Faulty.Span.Contains(found[fault.Tree].Single().Location.SourceSpan), fault.Name));
    }

    [Fact]
    public void There_are_three_of_each_rule_about_networks()
    {
        // What is no C# that is understood (ND0), and intents (ND5), are no faults of a network.
        var rules = RuleCatalogue.All.Select(rule => rule.Id).Where(id => id[2] is not ('0' or '5'));
        Assert.Equal([], rules.Where(id => SeededFault.All.Count(fault => fault.Rule == id) < 3));
    }

    [Theory]
    [MemberData(nameof(Fixed))]
    public Task The_code_fix_makes_the_repaired_twin(string name)
    {
        var fault = SeededFault.All.Single(each => each.Name == name);
        return Repair.Turns(
            fault.Rule,
            fault.Tree.FilePath,
            fault.Source,
            after => Assert.Equal(
                SeededFault.Statements(fault.Repaired),
                SeededFault.Statements(TopologyPrograms.Parse(after, fault.Path).GetRoot().DescendantNodes()
                    .OfType<ClassDeclarationSyntax>().First())));
    }

    [Theory]
    [MemberData(nameof(Fixed))]
    public void A_fix_that_takes_something_away_leaves_the_hosts_and_adds_no_route(string name)
    {
        var fault = SeededFault.All.Single(each => each.Name == name);
        var compilation = TopologyPrograms.Compile([fault.Tree]);
        var (before, after) = (SeededFault.Evaluate(compilation, fault.Name), SeededFault.Evaluate(compilation, $"{fault.Name}Repaired"));
        var finding = TopologyChecks.Run(before).Single(each => each.Rule.Id == fault.Rule);
        if (finding.FixArgument(FixArguments.Removable) is not null && finding.FixArgument(FixArguments.Replacement) is null)
        {
            Assert.Equal(Hosts(before), Hosts(after));
            Assert.Empty(after.RouteTables.SelectMany(table => table.Routes).Select(Text).Except(before.RouteTables.SelectMany(table => table.Routes).Select(Text)));
        }
    }

    [Theory]
    [MemberData(nameof(FixableRules))]
    public void A_rule_with_a_fix_has_a_fault_that_it_repairs(string id) =>
        Assert.Contains(SeededFault.All, fault => fault.Rule == id && fault.IsFixedByNetDsl);

    /// <summary>What is found in a project of these faults and their files.</summary>
    static Task<ImmutableArray<Diagnostic>> FindingsAsync(IEnumerable<SeededFault> project) => TopologyPrograms.Compile(project.Select(fault => fault.Tree))
        .WithAnalyzers([new TopologyAnalyzer()], new AnalyzerOptions([.. project.First().DataFiles]))
        .GetAnalyzerDiagnosticsAsync();

    static IEnumerable<string> Hosts(Topology topology) =>
        topology.Subnets.Select(subnet => $"{subnet.Id} {subnet.RouteTable} {subnet.NetworkAcl}").Concat(topology.NetworkInterfaces.Select(each => $"{each.Id} {each.PrivateAddress} {string.Join(' ', each.SecurityGroups)}"));

    static string Text(Route route) => $"{route.Destination} {route.Target.Value}";
}
