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
    private readonly List<Finding> findings = [];
    private readonly List<(SyntaxNode Call, string Called)> calls = [];

    public bool IsEmpty => findings.Count == 0;

    /// <summary>Whether the evaluation was stopped because it did too much.</summary>
    public bool GoesPastABound => findings.Exists(finding => finding.Rule == EvaluationRules.BoundExceeded);

    /// <summary>The call of a function of the user's that runs; nothing in <c>Define</c> itself.</summary>
    public SyntaxNode? InnermostCall => calls.Count == 0 ? null : calls[calls.Count - 1].Call;

    public EquatableArray<Finding> InSourceOrder => findings
        .OrderBy(finding => finding.Origin.File, StringComparer.Ordinal)
        .ThenBy(finding => finding.Origin.Span?.Start)
        .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)
        .ToEquatableArray();

    public void Enter(SyntaxNode call, string called) => calls.Add((call, called));

    public void Leave() => calls.RemoveAt(calls.Count - 1);

    public void Add(Rule rule, SyntaxNode at, string message) => Add(rule, at.SyntaxTree, SourceSpans.Narrowest(at), message);

    public void Add(Rule rule, SyntaxTree tree, TextSpan span, string message)
    {
        if (known.Add((rule, tree, span)))
        {
            findings.Add(new Finding(rule, message, SourceSpans.Origin(tree, span)) { Related = CallChain() });
        }
    }

    private EquatableArray<RelatedOrigin> CallChain() => Enumerable.Reverse(calls)
        .Take(LongestCallChain)
        .Select(entry => new RelatedOrigin(
            SourceSpans.Origin(entry.Call.SyntaxTree, SourceSpans.OfCall(entry.Call)), $"the call of '{entry.Called}' that leads there"))
        .ToEquatableArray();
}
