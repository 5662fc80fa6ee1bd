using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Inputs;

namespace NetDsl.Evaluation.Memory;

/// <summary>A result, and the files whose text it rests on.</summary>
internal sealed record EvaluationReading(EvaluationResult Result, IReadOnlyCollection<SyntaxTree> ReadTrees)
{
    /// <summary>Whether it rests on the text alone: not on how fast the machine was, or how much of the stack was left.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>The data files that were asked for, and what was there.</summary>
    public IReadOnlyDictionary<string, ProjectFile?> ReadData { get; init; } = new Dictionary<string, ProjectFile?>();
}
