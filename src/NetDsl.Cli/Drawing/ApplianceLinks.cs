using NetDsl.Model;

namespace NetDsl.Cli.Drawing;

/// <summary>The lines from Gateway Load Balancer endpoints to the nodes of their zone, and on to the appliances.</summary>
internal static class ApplianceLinks
{
    public static IEnumerable<DrawingLink> Of(MapParts parts)
    {
        var topology = parts.Topology;
        var vpcs = topology.Vpcs.ToDictionary(vpc => vpc.Id);
        var subnets = topology.Subnets.ToDictionary(subnet => subnet.Id);
        var interfaces = topology.NetworkInterfaces.ToDictionary(each => each.Id);
        foreach (var endpoint in topology.VpcEndpoints.Where(endpoint => endpoint.Kind == VpcEndpointKind.GatewayLoadBalancer))
        {
            var service = topology.EndpointServices.First(each => each.Id == endpoint.Service.Value);
            var node = topology.GatewayLoadBalancers
                .Where(balancer => service.GatewayLoadBalancers.Contains(balancer.Id))
                .SelectMany(balancer => balancer.Nodes)
                .Where(node => ZoneOf(node) == ZoneOf(endpoint.Interfaces[0]))
                .Select(node => (ElementId?)node)
                .FirstOrDefault();
            if (node is not null)
            {
                yield return new DrawingLink(endpoint.Interfaces[0], node, service.Name, IsRoute: true, endpoint.State != VpcEndpointState.Available);
            }
        }

        foreach (var (node, target) in
            from balancer in topology.GatewayLoadBalancers
            from node in balancer.Nodes
            from target in balancer.Targets
            where balancer.CrossZone || ZoneOf(node) == ZoneOf(target.Interface)
            select (node, target))
        {
            yield return new DrawingLink(node, parts.Drawn(target.Interface), "geneve", IsRoute: true, !target.IsHealthy);
        }

        // An endpoint and its node may be of two accounts, whose names of zones differ.
        string ZoneOf(ElementId each)
        {
            var subnet = subnets[interfaces[each].Subnet];
            return parts.OwnerOf(vpcs[subnet.Vpc]).ZoneIdOf(subnet.Zone.Value);
        }
    }
}
