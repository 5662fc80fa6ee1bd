using NetDsl.Compiler.Lowering;
using NetDsl.Model;

namespace NetDsl.Cli.Drawing;

/// <summary>The lines between the internet, accelerators and their endpoints.</summary>
internal static class AcceleratorLinks
{
    public static IEnumerable<DrawingLink> Of(Topology topology)
    {
        foreach (var client in topology.InternetClients)
        {
            yield return new DrawingLink(client.Id, null, "", IsRoute: false);
        }

        foreach (var accelerator in topology.Accelerators)
        {
            yield return new DrawingLink(null, accelerator.Id, "", IsRoute: false, !accelerator.IsEnabled);
            foreach (var endpoints in EndpointsOf(topology, accelerator).GroupBy(each => each.Drawn))
            {
                yield return new DrawingLink(
                    accelerator.Id,
                    endpoints.Key,
                    string.Join(", ", endpoints.Select(each => each.Traffic).Distinct()),
                    IsRoute: true,
                    !accelerator.IsEnabled || endpoints.All(each => !each.IsServed));
            }
        }
    }

    /// <summary>The VPCs that an accelerator has endpoints in.</summary>
    public static IEnumerable<ElementId> VpcsOf(Topology topology, Accelerator accelerator)
    {
        var drawn = EndpointsOf(topology, accelerator).Select(each => each.Drawn).ToHashSet();
        var subnets = topology.NetworkInterfaces.Where(each => drawn.Contains(each.Id) || (each.Instance is { } instance && drawn.Contains(instance)))
            .Select(each => each.Subnet)
            .Concat(topology.NatGateways.Where(gateway => drawn.Contains(gateway.Id)).Select(gateway => gateway.Subnet))
            .ToHashSet();
        return topology.Subnets.Where(subnet => subnets.Contains(subnet.Id)).Select(subnet => subnet.Vpc)
            .Concat(topology.RegionalNatGateways.Where(gateway => drawn.Contains(gateway.Id)).Select(gateway => gateway.Vpc))
            .Distinct();
    }

    /// <summary>
    /// The endpoints by what stands for them in a picture: hosts, and the nodes of load balancers. An address that nothing holds has nothing. Of subnets the hosts that
    /// get traffic.
    /// </summary>
    private static IEnumerable<(ElementId Drawn, bool IsServed, string Traffic)> EndpointsOf(Topology topology, Accelerator accelerator) =>
        (from listener in accelerator.Listeners
         from endpoint in listener.Groups.SelectMany(each => each.Endpoints)
         from drawn in DrawnFor(topology, endpoint.Target)
         select (drawn, endpoint.IsHealthy && endpoint.Weight > 0, string.Join(", ", listener.Ports.Select(ports => new TrafficSelector(listener.Protocol, ports)))))
        .Concat(
            from host in CustomRoutingMap.Destinations(topology, accelerator)
            select (host.Instance!, true, "custom routing"));

    private static EquatableArray<ElementId> DrawnFor(Topology topology, ElementId target) => target.Kind switch
    {
        ElementKind.LoadBalancer => topology.LoadBalancers.First(balancer => balancer.Id == target).Nodes,
        ElementKind.ElasticAddress => topology.ElasticAddresses.First(address => address.Id == target).Holder is { } holder
            ? [topology.Instances.FirstOrDefault(instance => instance.Interfaces[0] == holder)?.Id ?? holder]
            : [],
        _ => [target],
    };
}
