using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Forwarding;

/// <summary>Where the interfaces of endpoints lead, by holder.</summary>
internal sealed class EndpointTable
{
    private readonly EndpointLink?[] byHolder;

    public EndpointTable(ForwardingGraph graph)
    {
        byHolder = new EndpointLink?[graph.Holders.Count];
        foreach (var link in graph.Endpoints)
        {
            byHolder[link.Holder] = link;
        }
    }

    public EndpointLink this[int holder] => byHolder[holder]!;
}
