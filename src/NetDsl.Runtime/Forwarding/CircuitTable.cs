using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Forwarding;

/// <summary>Which steps of which programs go over a line to a site.</summary>
internal sealed class CircuitTable
{
    private readonly Dictionary<PathPosition, string> circuits = [];

    public CircuitTable(ForwardingGraph graph)
    {
        var nodes = graph.Circuits.Select(circuit => circuit.Node).ToHashSet();
        for (var program = 0; nodes.Count > 0 && program < graph.Programs.Count; program++)
        {
            var steps = graph.Programs[program].Steps;
            for (var step = 0; step < steps.Count; step++)
            {
                if (steps[step] is RelayStep relay && nodes.Contains(relay.Node))
                {
                    circuits.Add(new PathPosition(program, step), graph.Nodes[relay.Node].Path);
                }
            }
        }
    }

    /// <summary>The path of the line that a step goes over; nothing when it goes over none.</summary>
    public string? At(PathPosition position) => circuits.GetValueOrDefault(position);
}
