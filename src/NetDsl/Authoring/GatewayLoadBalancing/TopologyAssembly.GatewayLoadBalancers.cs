using NetDsl.Model;

namespace NetDsl;

/// <content>Gateway Load Balancers, their appliances and endpoints.</content>
internal sealed partial class TopologyAssembly
{
    private bool HasNode(GatewayLoadBalancerBuilder balancer) => HasInterface(
        balancer, balancer.Nodes, $"Gateway Load Balancer '{balancer.Name}' has no subnet; enable at least one zone with Subnet(…)");

    private bool IsPlaced(GatewayLoadBalancerEndpointBuilder endpoint) =>
        !endpoint.IsLeftOut && endpoint.Interface is { } each && privateAddresses.ContainsKey(each.Id);

    private bool IsPlaced(ElementId endpoint) => network.Regions
        .SelectMany(region => region.Vpcs)
        .SelectMany(each => each.GatewayLoadBalancerEndpoints)
        .Any(each => each.Id == endpoint && IsPlaced(each));

    /// <summary>
    /// An appliance gives back what it was given: a host that forwards nothing gives nothing back, and with another source it would be no packet of the flow. Source:
    /// "Integrate your custom logic or appliance with AWS Gateway Load Balancer", AWS Networking blog.
    /// </summary>
    private void RefuseUnfitAppliances(VpcBuilder vpc)
    {
        foreach (var balancer in Present(vpc.GatewayLoadBalancers))
        {
            foreach (var (host, origin) in balancer.Appliances.Where(appliance => appliance.Host.Forwarding is HostForwarding.None or HostForwarding.Translating))
            {
                problems.Add(new Problem(
                    ProblemKind.ApplianceForwardsNothing,
                    host.Forwarding == HostForwarding.None
                        ? $"instance '{host.Name}' forwards nothing, so that Gateway Load Balancer '{balancer.Name}' gets nothing back; call ForwardsTraffic() on it"
                        : $"instance '{host.Name}' translates sources, and Gateway Load Balancer '{balancer.Name}' takes back packets as it gave them only; call ForwardsTraffic() on it and route to a NAT gateway behind the endpoint",
                    origin)
                {
                    Other = host.Origin,
                    Call = host.Forwarding == HostForwarding.None ? "ForwardsTraffic()" : null,
                    CallPlace = host.Origin,
                });
            }
        }
    }
}
