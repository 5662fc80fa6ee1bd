using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Accelerators, and clients of the internet.</content>
internal sealed partial class TopologyInvariants
{
    private void DeclareAccelerators()
    {
        Each("internetClients", topology.InternetClients, (path, client) => Declare(path, client, null));
        Each("accelerators", topology.Accelerators, (path, accelerator) => Declare(path, accelerator, null));
    }

    private void RequireAccelerators()
    {
        // An elastic address that is held is that of its holder, too.
        publicAddresses.UnionWith(topology.ElasticAddresses.Select(elastic => elastic.Address));
        Each("internetClients", topology.InternetClients, (path, client) =>
        {
            Find($"{path}.near", client.Near);
            Take($"{path}.address", client.Address);
        });
        Each("accelerators", topology.Accelerators, (path, accelerator) =>
        {
            Find($"{path}.account", accelerator.Account);
            RequireSome($"{path}.addresses", accelerator.Addresses.Count, "an accelerator has two static addresses");
            Each($"{path}.addresses", accelerator.Addresses, Take);
            Each($"{path}.ipv6Addresses", accelerator.Ipv6Addresses, (inner, address) => Hold(
                inner,
                address.IsIpv6 && InternetRanges.Carries(address) && topology.Accelerators.Sum(each => each.Ipv6Addresses.Count(other => other == address)) == 1,
                $"{address} is no public IPv6 address that this accelerator has alone"));
            Hold(
                $"{path}.ipv6Addresses",
                !accelerator.IsDualstack || accelerator.Ipv6Addresses.Count == accelerator.Addresses.Count,
                "a dual-stack accelerator has an IPv6 address beside each IPv4 address");
            if (accelerator.IsDualstack)
            {
                Each($"{path}.listeners", accelerator.Listeners, (inner, listener) => Each($"{inner}.groups", listener.Groups, RequireBothFamilies));
            }

            Each($"{path}.listeners", accelerator.Listeners, (inner, listener) =>
            {
                Distinct($"{inner}.groups", listener.Groups.Select(group => group.Region), "a listener has one endpoint group a region");
                Each($"{inner}.groups", listener.Groups, RequireEndpointGroup);
            });
            RequireCustomRouting(path, accelerator);
        });

        void Take(string path, Ipv4Address address) =>
            Hold(path, publicAddresses.Add(address), $"{address} is taken already; a public address exists once");
    }

    private void RequireBothFamilies(string path, AcceleratorEndpointGroup group) => Each($"{path}.endpoints", group.Endpoints, (inner, endpoint) => Hold(
        $"{inner}.target",
        endpoint.PreservesClientAddress && (
            topology.LoadBalancers.Any(balancer => balancer.Id == endpoint.Target && balancer.IpAddressType == IpAddressType.Dualstack)
            || topology.Instances.Any(instance => instance.Id == endpoint.Target
                && topology.NetworkInterfaces.Any(each => each.Id == instance.Interfaces[0] && Has(each, IpAddressType.Dualstack)))),
        $"'{endpoint.Target}' has not both families of its accelerator, or does not see the client's address"));

    private void RequireEndpointGroup(string path, AcceleratorEndpointGroup group)
    {
        Find($"{path}.region", group.Region);
        Distinct($"{path}.portOverrides", group.PortOverrides.Select(each => each.ListenerPort), "a port is overridden once");
        Distinct($"{path}.endpoints", group.Endpoints.Select(endpoint => endpoint.Target), "an endpoint is in a group once");
        Each($"{path}.endpoints", group.Endpoints, (inner, endpoint) =>
        {
            Find($"{inner}.target", endpoint.Target);
            Hold(
                $"{inner}.target",
                endpoint.Target.Path.StartsWith($"{group.Region.Path}/", StringComparison.Ordinal),
                $"{ElementKinds.Text(endpoint.Target.Kind)} '{endpoint.Target}' is not in region '{group.Region}' of its group");
        });
    }
}
