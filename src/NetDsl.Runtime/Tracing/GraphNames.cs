using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Runtime.Tracing;

/// <summary>What traces call the parts of a graph.</summary>
internal sealed class GraphNames(ForwardingGraph graph)
{
    // Nothing where there are none: a program that starts would compile what makes it.
    private readonly Dictionary<IpAddress, int>? clients = graph.Has(GraphTables.Clients) ? ClientsOf(graph) : null;

    public int Internet { get; } = graph.Sources[^1].Node;

    /// <summary>What stands for a host of the internet: the client with that address, or the internet.</summary>
    public GraphNode Outside(IpAddress address) => Node(clients is null ? Internet : clients.GetValueOrDefault(address, Internet));

    public GraphNode Node(int node) => graph.Nodes[node];

    public string Path(int node) => graph.Nodes[node].Path;

    public string Kind(int node) => graph.Nodes[node].Kind;

    /// <summary>The last name of the path, as people speak of it.</summary>
    public string Name(int node) => Node(node).Name;

    /// <summary>Where the rule or route was written; what the vendor adds by itself is told by the element that it is in.</summary>
    public Origin OriginOf(Origin written, int node) => written.Equals(Origin.None) ? graph.Nodes[node].Origin : written;

    private static Dictionary<IpAddress, int> ClientsOf(ForwardingGraph graph) => graph.Clients.ToDictionary(client => client.Address, client => client.Node);
}
