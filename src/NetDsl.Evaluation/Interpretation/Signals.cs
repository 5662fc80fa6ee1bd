using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Host;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>
/// Leaves a statement that cannot be evaluated. Why has been told already, or is told by the C# compiler. Statements behind it
/// go on, without what it would have assigned.
/// </summary>
internal sealed class StatementAbandonedException() : Exception("The statement cannot be evaluated.");

/// <summary>Ends an evaluation that went past a bound; where has been told already.</summary>
internal sealed class EvaluationStoppedException() : Exception("The evaluation went past a bound.");

/// <summary>An exception that the program throws by a rule of the language: a <c>throw</c>, a null where an object has to be, a wrong cast.</summary>
internal sealed class ProgramException(Exception thrown) : Exception(thrown.Message)
{
    public Exception Thrown { get; } = thrown;
}

/// <summary>
/// The way from where an exception of the program was thrown to the <c>catch</c> that was found for it; where there is none, to the
/// last <c>finally</c> that may throw another.
/// </summary>
internal sealed class UnwindingException(Exception thrown, SyntaxNode at) : Exception("An exception of the program is on its way.")
{
    public Exception Thrown { get; } = thrown;

    /// <summary>Where it was thrown.</summary>
    public SyntaxNode At { get; } = at;

    /// <summary>What takes it; nothing where nobody does.</summary>
    public Handler? Handler { get; set; }

    public CatchClause? Clause { get; set; }
}

internal static class Signals
{
    /// <summary>Whether an exception is the interpreter's own way of leaving, which nothing of the program catches.</summary>
    public static bool IsSignal(Exception exception) =>
        exception is StatementAbandonedException or EvaluationStoppedException or OperationCanceledException or UnwindingException;

    /// <summary>A signal that the base library has wrapped, as sorting does with what a comparison throws.</summary>
    public static Exception? Within(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (IsSignal(inner) || inner is BudgetExceededException or RefusedException)
            {
                return inner;
            }
        }

        return null;
    }
}
