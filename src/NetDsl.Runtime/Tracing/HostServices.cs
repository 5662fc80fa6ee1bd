using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Runtime.Tracing;

/// <summary>The services that a host offers to the interfaces on it: no elements of the network, but hops of a trace.</summary>
internal static class HostServices
{
    private const string Kind = "host-service";

    public static GraphNode Node(string service) => new(Kind, service, Origin.None);
}
