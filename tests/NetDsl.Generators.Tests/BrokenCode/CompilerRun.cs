using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetDsl.Analyzers;
using NetDsl.Evaluation;

namespace NetDsl.Generators.Tests.BrokenCode;

/// <summary>Runs generator and analyzer over a project as a build does, and looks for faults of theirs.</summary>
static class CompilerRun
{
    /// <summary>What is wrong with NetDsl, not with the text.</summary>
    public static IEnumerable<Complaint> FaultsIn(BreakableProject project, string text, CancellationToken cancellation)
    {
        var run = project.Driver
            .RunGeneratorsAndUpdateCompilation(project.Edit(text), out var output, out var messages, cancellation)
            .GetRunResult();
        return [.. GeneratorFaults(run, messages), .. AnalyzerFaults(output, cancellation)];
    }

    static IEnumerable<Complaint> GeneratorFaults(GeneratorDriverRunResult run, IEnumerable<Diagnostic> messages)
    {
        foreach (var result in run.Results)
        {
            if (result.Exception is { } thrown)
            {
                yield return Complaint.Of("the generator", thrown);
            }
        }

        foreach (var message in messages)
        {
            yield return Complaint.Of("the generator", message);
        }

        foreach (var error in run.GeneratedTrees.SelectMany(tree => tree.GetDiagnostics()).Where(error => error.Severity == DiagnosticSeverity.Error))
        {
            yield return Complaint.Of("generated code", error);
        }
    }

    static IEnumerable<Complaint> AnalyzerFaults(Compilation compilation, CancellationToken cancellation)
    {
        var thrown = new ConcurrentQueue<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => thrown.Enqueue(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var messages = compilation.WithAnalyzers([new TopologyAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync(cancellation).GetAwaiter().GetResult();
        return
        [
            .. thrown.Select(exception => Complaint.Of("the analyzer", exception)),
            .. messages
                .Where(message => message.Id == "AD0001" || message.Id == EvaluationRules.EvaluatorFault.Id)
                .Select(message => Complaint.Of("the analyzer", message)),
        ];
    }
}

/// <summary>A fault that was seen.</summary>
/// <param name="Group">What faults of one cause have in common.</param>
/// <param name="Details">All that is known of this one.</param>
sealed record Complaint(string Group, string Details)
{
    const string Ours = "   at NetDsl.";

    public static Complaint Of(string where, Exception thrown)
    {
        var text = thrown.ToString();
        var place = text.Split('\n').FirstOrDefault(line => line.StartsWith(Ours, StringComparison.Ordinal))?.Trim().Split(" in ")[0];
        return new($"{where} throws {thrown.GetType().Name} {place ?? "outside NetDsl"}", text);
    }

    public static Complaint Of(string where, Diagnostic message)
    {
        var text = message.GetMessage(CultureInfo.InvariantCulture);
        // What is quoted differs from input to input; what is between does not.
        var pattern = string.Join("'…'", text.Split('\'').Where((_, index) => index % 2 == 0));
        return new($"{where} reports {message.Id}: {pattern}", $"{message.Location.GetLineSpan()}: {message.Id}: {text}");
    }
}
