using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>
/// Which endpoints of accelerators are reached inside their VPC, by an interface that the vendor puts beside them, and which over the internet.
/// Source: "Preserve client IP addresses" and "Secure VPC connections", AWS Global Accelerator Developer Guide.
/// </summary>
internal static class AcceleratedEndpoints
{
    /// <summary>The interfaces of endpoints that are reached inside their VPC, each once.</summary>
    public static IReadOnlyList<NetworkInterface> Inside(Topology topology)
    {
        if (topology.Accelerators.Count == 0)
        {
            return [];
        }

        var ids = new HashSet<ElementId>(topology.Accelerators
            .SelectMany(accelerator => accelerator.Listeners)
            .SelectMany(listener => listener.Groups)
            .SelectMany(group => group.Endpoints)
            .SelectMany(endpoint => InterfacesInside(topology, endpoint))
            .Concat(topology.Accelerators.SelectMany(accelerator => CustomRoutingMap.Destinations(topology, accelerator)).Select(each => each.Id)));
        return [.. topology.NetworkInterfaces.Where(each => ids.Contains(each.Id))];
    }

    /// <summary>The interfaces by which an endpoint is reached inside its VPC; none when it is reached over the internet.</summary>
    public static IEnumerable<ElementId> InterfacesInside(Topology topology, AcceleratorEndpoint endpoint) => endpoint.Target.Kind switch
    {
        ElementKind.Instance => topology.Instances.First(instance => instance.Id == endpoint.Target).Interfaces.Take(1),
        ElementKind.LoadBalancer => topology.LoadBalancers.First(balancer => balancer.Id == endpoint.Target) is var balancer
            && (endpoint.PreservesClientAddress || balancer.Scheme == LoadBalancerScheme.Internal)
            ? balancer.Nodes
            : [],
        _ => [],
    };
}
