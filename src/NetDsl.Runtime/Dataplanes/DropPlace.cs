using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Forwarding;

namespace NetDsl.Runtime.Dataplanes;

/// <summary>Where a packet was dropped.</summary>
internal static class DropPlace
{
    /// <summary>The holder that turned it away, the step that did not let it pass, or what its path ends at; as a node of the graph.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="sender">Who sent it; below 0 the internet.</param>
    /// <param name="end">How its walk ended.</param>
    public static int NodeOf(ForwardingGraph graph, int sender, in WalkEnd end)
    {
        if (end.Holder >= 0)
        {
            return graph.Holders[end.Holder].Node;
        }

        // What no source class takes up has no path.
        if (end.Holder == ForwardingTables.Unplaced)
        {
            return graph.Sources[^1].Node;
        }

        var program = graph.Programs[end.At.Program];
        var node = end.At.Step < program.Steps.Count ? program.Steps[end.At.Step].Node
            : program.End is DropEnd drop ? drop.Node
            : program.Steps.Count > 0 ? program.Steps[^1].Node
            : -1;
        return node >= 0 ? node
            : sender >= 0 ? graph.Holders[sender].Node
            : graph.Sources[^1].Node;
    }
}
