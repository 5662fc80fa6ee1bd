using NetDsl.Model;
using static NetDsl.Compiler.Graph.GraphTextWriter;

namespace NetDsl.Compiler.Graph;

/// <summary>Circuits as lines of a graph's text.</summary>
internal static class CircuitText
{
    public const string Section = "circuits";

    public static IEnumerable<string[]> Lines(EquatableArray<GraphCircuit> circuits) => circuits.Select(circuit => new[]
    {
        Number(circuit.Node), circuit.Kind.ToString(), Number(circuit.IsOfClients ? circuit.Port : circuit.Vlan), circuit.Near?.ToString() ?? "-", circuit.Far?.ToString() ?? "-",
    });

    public static GraphCircuit Read(GraphTextLines lines)
    {
        var (node, kind, number) = (lines.Number(), lines.Enumeration<CircuitKind>(), lines.Number());
        var circuit = new GraphCircuit(node, kind, number, lines.TryTake("-") ? null : lines.Address(), lines.TryTake("-") ? null : lines.Address());
        return circuit.IsOfClients ? circuit with { Vlan = 0, Port = number } : circuit;
    }
}
