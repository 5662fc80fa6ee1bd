using System.Runtime.CompilerServices;
using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Forwarding;

/// <summary>Where the interfaces of endpoints lead, by holder.</summary>
internal sealed class EndpointTable
{
    private readonly EndpointLink?[]? byHolder;

    public EndpointTable(ForwardingGraph graph) => byHolder = graph.Has(GraphTables.Endpoints) ? ByHolder(graph) : null;

    public EndpointLink this[int holder] => byHolder![holder]!;

    // Apart: a method that is entered loads the types that it asks for.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static EndpointLink?[] ByHolder(ForwardingGraph graph)
    {
        var byHolder = new EndpointLink?[graph.Holders.Count];
        foreach (var link in graph.Endpoints)
        {
            byHolder[link.Holder] = link;
        }

        return byHolder;
    }
}
