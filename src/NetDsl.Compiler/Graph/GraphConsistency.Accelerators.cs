using System.Runtime.CompilerServices;

namespace NetDsl.Compiler.Graph;

/// <content>Accelerators.</content>
internal static partial class GraphConsistency
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CheckAccelerations(ForwardingGraph graph)
    {
        foreach (var acceleration in graph.Accelerations)
        {
            Check(acceleration.Node, graph.Nodes.Count, "accelerator");
            foreach (var holder in acceleration.Holders)
            {
                Check(holder, graph.Holders.Count, "static address");
            }

            foreach (var group in acceleration.Rules.SelectMany(rule => rule.Groups))
            {
                Check(group.Region, graph.Nodes.Count, "region of an endpoint group");
                CheckSome(group.Endpoints.Count, "an endpoint group has no endpoint");
                foreach (var endpoint in group.Endpoints)
                {
                    CheckEndpoint(endpoint, graph);
                }
            }
        }

        CheckSome(graph.Accelerations.Count == 0 ? 1 : graph.Edges.Count, "accelerators have no edge location");
        foreach (var edge in graph.Edges)
        {
            CheckAll(edge.Regions, graph.Nodes.Count, "region of an edge location");
        }

        foreach (var client in graph.Clients)
        {
            Check(client.Node, graph.Nodes.Count, "client");
        }
    }

    private static void CheckEndpoint(AccelerationEndpoint endpoint, ForwardingGraph graph)
    {
        Check(endpoint.Node, graph.Nodes.Count, "endpoint of an accelerator");
        Check(endpoint.Entry, graph.Sources.Count, "entry of an accelerator's flows", optional: true);
        CheckSome(endpoint.Targets.Count, "an endpoint of an accelerator has no address");
        foreach (var target in endpoint.Targets)
        {
            Check(target.Node, graph.Nodes.Count, "address of an endpoint");
            Check(target.Holder, graph.Holders.Count, "holder of an endpoint's address", optional: true);
            Check(target.Return, graph.Sources.Count, "return to an accelerator", optional: true);
        }
    }

    private static void CheckSome(int count, string fault)
    {
        if (count == 0)
        {
            throw new FormatException($"The text of a forwarding graph is broken: {fault}.");
        }
    }
}
