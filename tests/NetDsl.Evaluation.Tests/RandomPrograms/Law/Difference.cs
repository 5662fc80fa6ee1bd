using System.Text.RegularExpressions;
using NetDsl.Interop;

namespace NetDsl.Evaluation.Tests;

/// <summary>How evaluating a program differs from running it.</summary>
/// <param name="Kind">In few words, without names and numbers: differences of one kind may have one cause.</param>
/// <param name="Detail">All that there is to tell.</param>
sealed partial record Difference(string Kind, string Detail)
{
    /// <summary>The kind of a difference between two topologies.</summary>
    public const string OfTopologies = "the topologies differ";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Evaluates a program of a batch, runs it, and compares.</summary>
    /// <returns>Nothing when both are the same.</returns>
    public static Difference? Of(ProgramBatch batch, string @namespace)
    {
        var run = batch.Run(@namespace);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return Between(run, batch.Evaluate(@namespace, patience.Token));
        }
#pragma warning disable CA1031 // Whatever the evaluator throws is a difference to be told with the program.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return new(fault is OperationCanceledException ? "the evaluator does not end" : $"the evaluator throws {fault.GetType().Name}", fault.ToString());
        }
    }

    /// <summary>Compares what running came to with what evaluating did.</summary>
    public static Difference? Between(RunOutcome run, EvaluationResult evaluated)
    {
        var findings = evaluated.Findings.Select(finding => $"{finding.Rule.Id} {finding.Origin}: {finding.Message}").ToList();
        if (run.Thrown is { } thrown)
        {
            var name = thrown.GetType().Name;
            return evaluated.Findings is not [var first, ..] ? new($"running throws {Plain(name)}, evaluating does not", thrown.ToString())
                : !evaluated.Findings.Any(finding => finding.Rule == EvaluationRules.DefinitionThrows && finding.Message.Contains(name, StringComparison.Ordinal))
                    ? new($"running throws {Plain(name)}, evaluating says {first.Rule.Id} {Plain(first.Message)}", $"{string.Join('\n', findings)}\n{thrown}")
                : evaluated.IsWhole ? new("running throws, and what was evaluated is whole", thrown.ToString())
                : null;
        }

        if (evaluated.Findings is [var found, ..])
        {
            return new($"running ends, evaluating says {found.Rule.Id} {Plain(found.Message)}", string.Join('\n', findings));
        }

        var (expected, actual) = (TopologyJson.Write(run.Built!), TopologyJson.Write(evaluated.Topology!));
        return expected != actual ? new(OfTopologies, FirstDifference(expected, actual))
            : !run.Built!.Equals(evaluated.Topology) ? new("the topologies differ in what their JSON does not tell", "")
            : run.Built.IsWhole != evaluated.IsWhole ? new("one is whole, the other is not", "")
            : null;
    }

    /// <summary>The first lines that differ, and how many do.</summary>
    static string FirstDifference(string expected, string actual)
    {
        var pairs = expected.Split('\n').Zip(actual.Split('\n')).Where(pair => pair.First != pair.Second).ToList();
        return string.Join('\n', pairs.Take(4).Select(pair => $"ran:       {pair.First.Trim()}\nevaluated: {pair.Second.Trim()}"))
            + $"\n({pairs.Count} lines differ; {expected.Length} characters ran, {actual.Length} evaluated)";
    }

    /// <summary>A message without what differs from program to program.</summary>
    static string Plain(string message) => Numbers().Replace(Quoted().Replace(message.Split('\n')[0], "'…'"), "#");

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();

    [GeneratedRegex("'[^']*'|\"[^\"]*\"")]
    private static partial Regex Quoted();
}
