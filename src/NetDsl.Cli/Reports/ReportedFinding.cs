using NetDsl.Cli.Sources;
using NetDsl.Compiler.Checks;
using NetDsl.Model;

namespace NetDsl.Cli.Reports;

/// <summary>A finding as <c>check</c> reports it, whether the checks found it or the compiler told it.</summary>
/// <param name="Id">The id of its rule.</param>
/// <param name="Severity">How grave it is here: the project may have configured it.</param>
/// <param name="Message">What is wrong, and what to do.</param>
/// <param name="Place">Where; nothing when it is nowhere in particular.</param>
/// <param name="Related">The other places that it speaks of.</param>
internal sealed record ReportedFinding(string Id, Severity Severity, string Message, ReportedPlace? Place, IReadOnlyList<(string Text, ReportedPlace? Place)> Related)
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
                    same is { Line: > 0 } ? new ReportedPlace(same.File, same.Line, same.Column) : ReportedPlace.Of(finding.Origin, topology),
                    [.. finding.Related.Select(related => (related.Text, ReportedPlace.Of(related.Origin, topology)))]);
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
        diagnostic.Line == 0 ? null : new ReportedPlace(diagnostic.File, diagnostic.Line, diagnostic.Column),
        []);
}

/// <summary>A place in a source file; lines and columns count from 1.</summary>
/// <param name="File">The file, relative to the project where it is inside.</param>
/// <param name="Line">The line.</param>
/// <param name="Column">The column, where it is known.</param>
internal sealed record ReportedPlace(string File, int Line, int? Column)
{
    public static ReportedPlace? Of(Origin origin, OpenTopology topology) => topology.Place(origin) switch
    {
        { Line: 0 } => null,
        { Span: { } span } place => new ReportedPlace(place.File, span.StartLine + 1, span.StartColumn + 1),
        var place => new ReportedPlace(place.File, place.Line, Column: null),
    };

    /// <summary>The way that compilers write it.</summary>
    public override string ToString() => Column is { } column ? $"{File}({Line},{column})" : $"{File}({Line})";
}
