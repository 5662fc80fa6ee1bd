using NetDsl.Compiler.Checks;
using NetDsl.Model;

namespace NetDsl.Evaluation;

/// <summary>What came of evaluating a topology class.</summary>
/// <param name="Topology">
/// The network, as far as it could be evaluated; nothing when the class has no definition to evaluate.
/// </param>
/// <param name="Findings">What kept the evaluator from taking everything: rules ND0001 to ND0999, in source order.</param>
/// <param name="IsWhole">
/// Whether the topology is everything that the definition says: no finding, no C# error in what was read, and no problem of a
/// builder's. Only a whole one is compiled.
/// </param>
public sealed record EvaluationResult(Topology? Topology, EquatableArray<Finding> Findings, bool IsWhole);
