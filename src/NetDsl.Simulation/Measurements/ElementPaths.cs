using NetDsl.Compiler.Graph;

namespace NetDsl.Simulation.Measurements;

/// <summary>What reports call the parts of a network.</summary>
internal sealed class ElementPaths(ForwardingGraph graph)
{
    /// <summary>A holder; below 0 the internet.</summary>
    public string OfHolder(int holder) => OfNode(holder < 0 ? graph.Sources[^1].Node : graph.Holders[holder].Node);

    /// <summary>A node; empty below 0.</summary>
    public string OfNode(int node) => node < 0 ? "" : graph.Nodes[node].Path;
}
