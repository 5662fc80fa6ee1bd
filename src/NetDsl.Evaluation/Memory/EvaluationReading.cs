using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Memory;

/// <summary>A result, and the files whose text it rests on.</summary>
internal sealed record EvaluationReading(EvaluationResult Result, IReadOnlyCollection<SyntaxTree> ReadTrees);
