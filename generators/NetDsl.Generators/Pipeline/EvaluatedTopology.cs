using NetDsl.Compiler.Checks;
using NetDsl.Model;

namespace NetDsl.Generators.Pipeline;

/// <summary>What evaluation makes of a class marked <c>[Topology]</c>. Compares by value and holds nothing of the compiler's.</summary>
/// <param name="Class">The class; nothing where it cannot have a second part, which the analyzers say.</param>
/// <param name="Topology">What its <c>Define</c> describes; a part of it, or nothing, when that has faults.</param>
/// <param name="IsWhole">Whether it is all that <c>Define</c> describes.</param>
/// <param name="Findings">The faults that evaluation found.</param>
public sealed record EvaluatedTopology(
    TopologyClass? Class, Topology? Topology, bool IsWhole, EquatableArray<Finding> Findings)
{
    /// <summary>The class, when it gets members; nothing else.</summary>
    internal TopologyClass? ExtendedClass => Topology is null ? null : Class;
}
