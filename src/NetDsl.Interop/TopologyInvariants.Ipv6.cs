using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>What holds of IPv6.</content>
internal sealed partial class TopologyInvariants
{
    private void RequireIpv6()
    {
        Each("vpcs", topology.Vpcs, (path, vpc) => Each(
            $"{path}.unadvertisedIpv6Blocks",
            vpc.UnadvertisedIpv6Blocks,
            (inner, block) => Hold(inner, vpc.Ipv6Blocks.Any(own => own.Value == block), $"{block} is no IPv6 block of the VPC")));
        Each("subnets", topology.Subnets, (path, subnet) => Hold(
            $"{path}.ipv6Prefix",
            !subnet.IsIpv6Only || subnet.Ipv6Prefix?.Value == subnet.Prefix.Value,
            $"{subnet.Prefix} is an IPv6 prefix, and so has to be here too"));
        Each("egressOnlyInternetGateways", topology.EgressOnlyInternetGateways, (path, gateway) =>
        {
            Find($"{path}.vpc", gateway.Vpc);
            Hold(
                $"{path}.vpc",
                topology.EgressOnlyInternetGateways.Count(other => other.Vpc == gateway.Vpc) == 1,
                $"VPC '{gateway.Vpc}' has another egress-only internet gateway");
        });
    }

    /// <summary>What load balancers, target groups, endpoints and services say of families, and what they have.</summary>
    private void RequireAddressTypes()
    {
        var interfaces = topology.NetworkInterfaces.ToDictionary(each => each.Id);
        var groups = topology.TargetGroups.ToDictionary(group => group.Id);
        Each("loadBalancers", topology.LoadBalancers, (path, balancer) =>
        {
            Hold($"{path}.ipAddressType", balancer.IpAddressType != IpAddressType.Ipv6, "a network load balancer has IPv4 addresses");
            Each($"{path}.nodes", balancer.Nodes, (inner, node) => Hold(
                inner, Has(interfaces[node], balancer.IpAddressType), $"'{node}' has no address of a family of its load balancer"));
            Each($"{path}.listeners", balancer.Listeners, (inner, listener) => Hold(
                $"{inner}.targetGroup",
                balancer.IpAddressType == IpAddressType.Dualstack || groups[listener.TargetGroup].IpAddressType == IpAddressType.Ipv4,
                $"'{listener.TargetGroup}' has IPv6 targets, and its load balancer is not dual-stack"));
        });
        Each("targetGroups", topology.TargetGroups, (path, group) =>
        {
            Hold($"{path}.ipAddressType", group.IpAddressType != IpAddressType.Dualstack, "the targets of a group have addresses of one family");
            Each($"{path}.targets", group.Targets, (inner, target) => Hold(
                inner,
                target.Address is { } address ? address.IsIpv6 == (group.IpAddressType == IpAddressType.Ipv6) : Has(interfaces[target.Interface!], group.IpAddressType),
                "the target has no address of the family of its group"));
        });
        Each("endpointServices", topology.EndpointServices, (path, service) => Hold(
            $"{path}.supportedIpAddressTypes",
            service.SupportedIpAddressTypes == IpAddressType.Ipv4
                || service.LoadBalancers.All(id => topology.LoadBalancers.Any(balancer => balancer.Id == id && balancer.IpAddressType == IpAddressType.Dualstack)),
            "only dual-stack load balancers take IPv6"));
        Each("vpcEndpoints", topology.VpcEndpoints, (path, endpoint) =>
        {
            Each($"{path}.interfaces", endpoint.Interfaces, (inner, each) => Hold(
                inner, Has(interfaces[each], endpoint.IpAddressType), $"'{each}' has no address of a family of its endpoint"));
            var supported = topology.EndpointServices.Where(service => service.Id == endpoint.Service.Value).Select(service => service.SupportedIpAddressTypes)
                .Concat(topology.PublicServices.Where(service => service.Id == endpoint.Service.Value).Select(service => service.SupportedIpAddressTypes))
                .First();
            Hold(
                $"{path}.ipAddressType",
                endpoint.Kind != VpcEndpointKind.Interface || supported == IpAddressType.Dualstack || supported == endpoint.IpAddressType,
                $"'{endpoint.Service}' does not take requests of that type");
            Hold(
                $"{path}.ipAddressType",
                endpoint.Kind != VpcEndpointKind.Gateway || endpoint.IpAddressType == IpAddressType.Ipv4
                    || topology.PublicServices.Any(service => service.Id == endpoint.Service.Value && service.Ipv6Prefix is not null),
                $"'{endpoint.Service}' has no IPv6 addresses");
        });
    }

    private static bool Has(NetworkInterface each, IpAddressType type) =>
        (type == IpAddressType.Ipv6 || each.PrivateAddress.IsIpv4) && (type == IpAddressType.Ipv4 || each.Ipv6Addresses.Count > 0);
}
