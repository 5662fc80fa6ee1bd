using NetDsl.Cli.Output;
using NetDsl.Cli.Sources;
using NetDsl.Compiler.Checks;

namespace NetDsl.Cli.Reports;

/// <summary>A finding as <c>check</c> reports it, whether the checks found it or the compiler told it.</summary>
/// <param name="Id">The id of its rule.</param>
/// <param name="Severity">How grave it is here: the project may have configured it.</param>
/// <param name="Message">What is wrong, and what to do.</param>
/// <param name="Place">Where; nothing when it is nowhere in particular.</param>
/// <param name="Related">The other places that it speaks of.</param>
internal sealed record ReportedFinding(string Id, Severity Severity, string Message, SourcePlace? Place, IReadOnlyList<(string Text, SourcePlace? Place)> Related)
{
    /// <summary>Its rule; nothing for one of another version of NetDsl.</summary>
    public Rule? Rule => RuleCatalogue.Find(Id);

    /// <summary>What makes the command fail.</summary>
    public bool IsFault => Severity >= Severity.Warning;

    /// <summary>What the checks found, placed and weighed as the compiler did where it told the same: it knows columns, and what the project configured.</summary>
    /// <param name="findings">What they found.</param>
    /// <param name="topology">The network.</param>
    public static IReadOnlyList<ReportedFinding> Of(IEnumerable<Finding> findings, OpenTopology topology)
    {
        var told = topology.BuildDiagnostics.Select((diagnostic, index) => (diagnostic, index)).Where(each => each.diagnostic.IsFinding).ToLookup(each => each.diagnostic.Id);
        return [.. findings
            .Select(finding =>
            {
                var (same, index) = told[finding.Rule.Id].FirstOrDefault(each => each.diagnostic.SaysSame(finding.Message));
                var reported = new ReportedFinding(
                    finding.Rule.Id,
                    same is null ? finding.Rule.Severity : same.IsError ? Severity.Error : Severity.Warning,
                    finding.Message,
                    same is { Line: > 0 } ? new SourcePlace(same.File, same.Line, same.Column) : SourcePlace.Of(topology.Place(finding.Origin)),
                    [.. finding.Related.Select(related => (related.Text, SourcePlace.Of(topology.Place(related.Origin))))]);
                return (reported, Order: same is null ? int.MaxValue : index);
            })
            .OrderBy(each => each.Order)
            .Select(each => each.reported)];
    }

    /// <summary>What the compiler told of a project that does not build for it.</summary>
    public static ReportedFinding Of(BuildDiagnostic diagnostic) => new(
        diagnostic.Id,
        diagnostic.IsError ? Severity.Error : Severity.Warning,
        diagnostic.Text,
        diagnostic.Line == 0 ? null : new SourcePlace(diagnostic.File, diagnostic.Line, diagnostic.Column),
        []);
}
