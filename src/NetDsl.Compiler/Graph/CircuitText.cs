using NetDsl.Model;
using static NetDsl.Compiler.Graph.GraphTextWriter;

namespace NetDsl.Compiler.Graph;

/// <summary>Circuits as lines of a graph's text.</summary>
internal static class CircuitText
{
    public const string Section = "circuits";

    public static IEnumerable<string[]> Lines(EquatableArray<GraphCircuit> circuits) => circuits.Select(circuit => new[]
    {
        Number(circuit.Node), circuit.Kind.ToString(), Number(circuit.Vlan), circuit.Near?.ToString() ?? "-", circuit.Far?.ToString() ?? "-",
    });

    public static GraphCircuit Read(GraphTextLines lines) => new(
        lines.Number(),
        lines.Enumeration<CircuitKind>(),
        lines.Number(),
        lines.TryTake("-") ? null : lines.Address(),
        lines.TryTake("-") ? null : lines.Address());
}
