using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using NetDsl.Compiler.Checks;
using NetDsl.Evaluation.Source;
using NetDsl.Model;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>Collects findings: one for each place and rule, however often a loop comes by.</summary>
internal sealed class FindingLog
{
    // As far as people read.
    private const int LongestCallChain = 8;
    private readonly HashSet<(Rule, SyntaxTree, TextSpan)> known = [];
    private readonly List<(Finding Finding, (Rule, SyntaxTree, TextSpan) Key)> told = [];
    private readonly List<(SyntaxNode Call, string Called)> calls = [];

    public bool IsEmpty => told.Count == 0;

    /// <summary>Whether the evaluation was stopped because it did too much.</summary>
    public bool GoesPastABound => told.Exists(entry => entry.Finding.Rule == EvaluationRules.BoundExceeded);

    /// <summary>The call of a function of the user's that runs; nothing in <c>Define</c> itself.</summary>
    public SyntaxNode? InnermostCall => calls.Count == 0 ? null : calls[calls.Count - 1].Call;

    public EquatableArray<Finding> InSourceOrder => told
        .Select(entry => entry.Finding)
        .OrderBy(finding => finding.Origin.File, StringComparer.Ordinal)
        .ThenBy(finding => finding.Origin.Span?.Start)
        .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)
        .ToEquatableArray();

    public void Enter(SyntaxNode call, string called) => calls.Add((call, called));

    public void Leave() => calls.RemoveAt(calls.Count - 1);

    public void Add(Rule rule, SyntaxNode at, string message) => Add(rule, at.SyntaxTree, SourceSpans.Narrowest(at), message);

    public void Add(Rule rule, SyntaxTree tree, TextSpan span, string message)
    {
        var key = (rule, tree, span);
        if (known.Add(key))
        {
            told.Add((new Finding(rule, message, SourceSpans.Origin(tree, span)) { Related = CallChain() }, key));
        }
    }

    /// <summary>Where the log stands, to come back to.</summary>
    public int Mark() => told.Count;

    public bool HasMoreThan(int since) => told.Count > since;

    /// <summary>
    /// Takes back what was told of what cannot be evaluated, for those whom it concerns. What ends the definition or the evaluation stays.
    /// </summary>
    public DeferredFindings TakeBack(int since)
    {
        var later = told.GetRange(since, told.Count - since);
        told.RemoveRange(since, later.Count);
        var taken = new List<(Finding, (Rule, SyntaxTree, TextSpan))>();
        var outer = CallChain();
        foreach (var (finding, key) in later)
        {
            if (finding.Rule == EvaluationRules.DefinitionThrows || finding.Rule == EvaluationRules.BoundExceeded)
            {
                told.Add((finding, key));
                continue;
            }

            // Without the calls that led to where the log stood.
            var inner = finding.Related;
            taken.Add((finding with { Related = inner.Take(Math.Max(0, inner.Count - outer.Count)).ToEquatableArray() }, key));
            known.Remove(key);
        }

        return new DeferredFindings(taken);
    }

    /// <summary>Tells what was taken back, to one more whom it concerns.</summary>
    public void TellAgain(DeferredFindings deferred)
    {
        foreach (var (finding, key) in deferred.Findings)
        {
            if (known.Add(key))
            {
                told.Add((finding with { Related = finding.Related.Concat(CallChain()).Take(LongestCallChain).ToEquatableArray() }, key));
            }
        }
    }

    private EquatableArray<RelatedOrigin> CallChain() => Enumerable.Reverse(calls)
        .Take(LongestCallChain)
        .Select(entry => new RelatedOrigin(
            SourceSpans.Origin(entry.Call.SyntaxTree, SourceSpans.OfCall(entry.Call)), $"the call of '{entry.Called}' that leads there"))
        .ToEquatableArray();
}

/// <summary>Findings about something that perhaps nobody needs.</summary>
internal sealed record DeferredFindings(IReadOnlyList<(Finding Finding, (Rule, SyntaxTree, TextSpan) Key)> Findings);
