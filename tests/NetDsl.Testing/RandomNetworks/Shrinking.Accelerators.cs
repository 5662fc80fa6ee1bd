using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

static partial class Shrinking
{
    static IEnumerable<ElementId> RemovableAccelerators(Topology topology) =>
        topology.Accelerators.Select(accelerator => accelerator.Id).Concat(topology.InternetClients.Select(client => client.Id));

    /// <summary>The network with one listener, group, endpoint or override less, each in turn.</summary>
    static IEnumerable<Topology> SmallerAccelerators(Topology topology) =>
        Without(topology.Accelerators, accelerator => [
            .. Without(accelerator.Listeners).Select(listeners => accelerator with { Listeners = listeners }),
            .. Without(accelerator.Listeners, listener => [
                .. Without(listener.Groups).Select(groups => listener with { Groups = groups }),
                .. Without(listener.Groups, group => [
                    .. Without(group.Endpoints).Select(endpoints => group with { Endpoints = endpoints }),
                    .. Without(group.PortOverrides).Select(overrides => group with { PortOverrides = overrides })])
                    .Select(groups => listener with { Groups = groups })])
                .Select(listeners => accelerator with { Listeners = listeners })])
            .Select(accelerators => topology with { Accelerators = accelerators })
            .Concat(Without(topology.Accelerators, SmallerCustomRouting).Select(accelerators => topology with { Accelerators = accelerators }));

    /// <summary>The accelerator with one listener, group, subnet, allowance or range of ports less, each in turn.</summary>
    static IEnumerable<Accelerator> SmallerCustomRouting(Accelerator accelerator) => accelerator.CustomRouting is not { } routing ? [] :
        Without(routing.Listeners).Concat(Without(routing.Listeners, listener => [
            .. Without(listener.Groups).Select(groups => listener with { Groups = groups }),
            .. Without(listener.Groups, group => [
                .. Without(group.Subnets).Select(subnets => group with { Subnets = subnets }),
                .. Without(group.Destinations).Select(destinations => group with { Destinations = destinations }),
                .. Without(group.Subnets, subnet => Without(subnet.Allowed).Select(allowed => subnet with { Allowed = allowed }))
                    .Select(subnets => group with { Subnets = subnets })])
                .Select(groups => listener with { Groups = groups })]))
            .Select(listeners => accelerator with { CustomRouting = new CustomRouting(listeners) });

    /// <summary>The network without accelerators and clients that are gone, and without endpoints that lead to nothing any more.</summary>
    static Topology WithKnownEndpoints(Topology topology, ElementId gone)
    {
        HashSet<ElementId> present =
        [
            .. topology.Instances.Select(instance => instance.Id),
            .. topology.LoadBalancers.Select(balancer => balancer.Id),
            .. topology.ElasticAddresses.Select(elastic => elastic.Id),
        ];
        return topology with
        {
            InternetClients = topology.InternetClients.Where(client => client.Id != gone).ToEquatableArray(),
            Accelerators = topology.Accelerators
                .Where(accelerator => accelerator.Id != gone)
                .Select(accelerator => accelerator with
                {
                    Listeners = accelerator.Listeners
                        .Select(listener => listener with
                        {
                            Groups = listener.Groups
                                .Select(group => group with { Endpoints = group.Endpoints.Where(endpoint => present.Contains(endpoint.Target)).ToEquatableArray() })
                                .ToEquatableArray(),
                        })
                        .ToEquatableArray(),
                    CustomRouting = accelerator.CustomRouting is { } routing ? new CustomRouting(WithKnownSubnets(topology, routing.Listeners)) : null,
                })
                .ToEquatableArray(),
        };
    }

    static EquatableArray<CustomRoutingListener> WithKnownSubnets(Topology topology, EquatableArray<CustomRoutingListener> listeners) => listeners
        .Select(listener => listener with
        {
            Groups = listener.Groups
                .Select(group => group with { Subnets = group.Subnets.Where(each => topology.Subnets.Any(subnet => subnet.Id == each.Subnet)).ToEquatableArray() })
                .ToEquatableArray(),
        })
        .ToEquatableArray();
}
