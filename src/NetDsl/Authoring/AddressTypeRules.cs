using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// What the families of load balancers, target groups, endpoints and endpoint services do not go with. Each may be said before or after what it depends on, and so
/// is asked when all is said.
/// </summary>
internal static class AddressTypeRules
{
    /// <summary>The problems of what a VPC has.</summary>
    public static IEnumerable<Problem> Problems(VpcBuilder vpc) =>
    [
        .. TopologyAssembly.Present(vpc.LoadBalancers).SelectMany(balancer => balancer.AddressTypeProblems()),
        .. TopologyAssembly.Present(vpc.TargetGroups).SelectMany(group => group.AddressTypeProblems()),
        .. TopologyAssembly.Present(vpc.EndpointServices).SelectMany(service => service.AddressTypeProblems()),
        .. TopologyAssembly.Present(vpc.GatewayEndpoints).SelectMany(endpoint => endpoint.AddressTypeProblems()),
        .. TopologyAssembly.Present(vpc.InterfaceEndpoints).SelectMany(endpoint => endpoint.AddressTypeProblems()),
    ];
}
