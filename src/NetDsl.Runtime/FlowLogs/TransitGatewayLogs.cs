using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>A flow log of a transit gateway, or of one attachment.</summary>
/// <param name="Node">The node of what it monitors.</param>
/// <param name="Gateway">The gateway.</param>
/// <param name="Attachments">The attachments that are monitored, by their places in the graph's list.</param>
internal sealed record TransitGatewayLog(int Node, GraphTransitGateway Gateway, IReadOnlySet<int> Attachments)
{
    /// <summary>What records call what it is of.</summary>
    public string ResourceType => Node == Gateway.Node ? "TransitGateway" : "TransitGatewayAttachment";
}

/// <summary>The flow logs of transit gateways that somebody asked for.</summary>
public static class TransitGatewayLogs
{
    /// <summary>Whether options ask for a flow log of a transit gateway or of an attachment; then the data plane has to watch them.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException">They ask for one that there cannot be.</exception>
    public static bool AreWanted(ForwardingGraph graph, FlowLogOptions options) => Of(graph, options).Count > 0;

    /// <summary>The paths of transit gateways and of their attachments: what such a flow log is asked for by.</summary>
    /// <param name="graph">The network.</param>
    public static IEnumerable<string> Resources(ForwardingGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return graph.TransitGateways.Select(gateway => gateway.Node).Concat(graph.Attachments.Select(attachment => attachment.Node)).Select(node => graph.Nodes[node].Path);
    }

    /// <summary>The logs, in the order in which they are asked for.</summary>
    /// <exception cref="ArgumentException">Options ask for one that there cannot be.</exception>
    internal static IReadOnlyList<TransitGatewayLog> Of(ForwardingGraph graph, FlowLogOptions options)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(options);
        List<TransitGatewayLog> logs = [.. options.Resources.Distinct().Select(resource => Of(graph, resource)).OfType<TransitGatewayLog>()];
        return logs.Count == 0 || options.Traffic == FlowLogTraffic.All ? logs
            : throw new ArgumentException("The flow log of a transit gateway records all traffic, because a gateway neither accepts nor rejects; leave Traffic out.", nameof(options));
    }

    private static TransitGatewayLog? Of(ForwardingGraph graph, string resource)
    {
        foreach (var gateway in graph.TransitGateways)
        {
            if (graph.Nodes[gateway.Node].Path == resource)
            {
                return new TransitGatewayLog(gateway.Node, gateway, Enumerable.Range(0, graph.Attachments.Count).Where(index => graph.Attachments[index].Gateway == gateway.Node).ToHashSet());
            }
        }

        for (var index = 0; index < graph.Attachments.Count; index++)
        {
            var attachment = graph.Attachments[index];
            if (graph.Nodes[attachment.Node].Path == resource)
            {
                return attachment.Transport < 0
                    ? new TransitGatewayLog(attachment.Node, graph.TransitGateways.First(gateway => gateway.Node == attachment.Gateway), new HashSet<int> { index })
                    : throw new ArgumentException($"'{resource}' is a Connect attachment, which has no flow log; its traffic is in that of its transport, {graph.Nodes[attachment.Transport].Path}.", nameof(resource));
            }
        }

        return null;
    }
}
