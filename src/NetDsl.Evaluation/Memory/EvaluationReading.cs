using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Memory;

/// <summary>A result, and the files whose text it rests on.</summary>
internal sealed record EvaluationReading(EvaluationResult Result, IReadOnlyCollection<SyntaxTree> ReadTrees)
{
    /// <summary>Whether it rests on the text alone: not on how fast the machine was, or how much of the stack was left.</summary>
    public bool IsRepeatable { get; init; } = true;
}
