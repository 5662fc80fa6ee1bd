using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Forwarding;

/// <summary>Which steps of which programs go over a line to a site.</summary>
internal sealed class CircuitTable
{
    private readonly Dictionary<PathPosition, GraphCircuit> circuits = [];

    public CircuitTable(ForwardingGraph graph)
    {
        var lines = graph.Circuits.ToDictionary(circuit => circuit.Node);
        for (var program = 0; lines.Count > 0 && program < graph.Programs.Count; program++)
        {
            var steps = graph.Programs[program].Steps;
            for (var step = 0; step < steps.Count; step++)
            {
                if (steps[step] is RelayStep relay && lines.TryGetValue(relay.Node, out var line))
                {
                    circuits.Add(new PathPosition(program, step), line);
                }
            }
        }
    }

    /// <summary>The line that a step goes over; nothing when it goes over none.</summary>
    public GraphCircuit? At(PathPosition position) => circuits.GetValueOrDefault(position);
}
