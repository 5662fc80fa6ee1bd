namespace NetDsl.Evaluation.Interpretation;

/// <summary>
/// Leaves a statement that cannot be evaluated. Why has been told already, or is told by the C# compiler. Statements behind it
/// go on, without what it would have assigned.
/// </summary>
internal sealed class StatementAbandonedException() : Exception("The statement cannot be evaluated.");

/// <summary>Ends an evaluation that went past a bound; where has been told already.</summary>
internal sealed class EvaluationStoppedException() : Exception("The evaluation went past a bound.");
