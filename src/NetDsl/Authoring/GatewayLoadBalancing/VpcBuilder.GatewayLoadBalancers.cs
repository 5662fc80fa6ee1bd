using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Gateway Load Balancers and their endpoints.</content>
public sealed partial class VpcBuilder
{
    private readonly List<GatewayLoadBalancerBuilder> gatewayLoadBalancers = [];
    private readonly List<GatewayLoadBalancerEndpointBuilder> gatewayLoadBalancerEndpoints = [];

    internal IReadOnlyList<GatewayLoadBalancerBuilder> GatewayLoadBalancers => gatewayLoadBalancers;

    internal IReadOnlyList<GatewayLoadBalancerEndpointBuilder> GatewayLoadBalancerEndpoints => gatewayLoadBalancerEndpoints;

    /// <summary>
    /// Declares a Gateway Load Balancer. Appliances are registered with <see cref="GatewayLoadBalancerBuilder.Target(InstanceBuilder, bool, string, int)"/>;
    /// an endpoint service offers it. Source: "What is a Gateway Load Balancer?", User Guide for Gateway Load Balancers.
    /// </summary>
    /// <param name="name">Unique in the VPC.</param>
    /// <param name="configure">Adds subnets, one a zone, and targets.</param>
    public GatewayLoadBalancerBuilder GatewayLoadBalancer(
        string name,
        Action<GatewayLoadBalancerBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var balancer = new GatewayLoadBalancerBuilder(
            this, Network.Names.Declare(ElementKind.GatewayLoadBalancer, Id.Path, name, call.Of(nameof(name)), IsLeftOut));
        gatewayLoadBalancers.Add(balancer);
        configure?.Invoke(balancer);
        return balancer;
    }

    /// <summary>Declares an endpoint service over a Gateway Load Balancer of this VPC.</summary>
    /// <param name="name">Unique in the VPC.</param>
    /// <param name="balancer">The load balancer; <see cref="EndpointServiceBuilder.LoadBalancer(GatewayLoadBalancerBuilder, string, int)"/> adds others.</param>
    /// <param name="acceptanceRequired">Whether each endpoint has to be accepted.</param>
    public EndpointServiceBuilder EndpointService(
        string name,
        GatewayLoadBalancerBuilder balancer,
        bool acceptanceRequired = true,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return AddEndpointService(name, balancer, acceptanceRequired, call.Of(nameof(name))).LoadBalancer(balancer, file, line);
    }

    /// <summary>
    /// Declares a Gateway Load Balancer endpoint, which routes then name as their target: of subnets, of the internet gateway's table, and for whole subnets
    /// of the VPC. Give it a subnet of its own, whose table leads on. Source: "Access virtual appliances through AWS PrivateLink", AWS PrivateLink guide.
    /// </summary>
    /// <param name="name">Unique in the VPC among endpoints.</param>
    /// <param name="subnet">Where its interface is: a subnet of this VPC, in a zone in which the service is offered.</param>
    /// <param name="service">An endpoint service over a Gateway Load Balancer, in the same region, that permits the VPC's account.</param>
    /// <param name="privateIp">The address of its interface; a free one when left out.</param>
    public GatewayLoadBalancerEndpointBuilder GatewayLoadBalancerEndpoint(
        string name,
        SubnetBuilder subnet,
        EndpointServiceBuilder service,
        string? privateIp = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var fault = IsLeftOut || service.IsLeftOut || subnet.IsLeftOut ? null : FaultOf(subnet, service, call);
        if (fault is not null)
        {
            Network.Problems.Add(fault);
        }

        var endpoint = new GatewayLoadBalancerEndpointBuilder(
            this,
            Network.Names.Declare(
                ElementKind.VpcEndpoint,
                Id.Path,
                name,
                call.Of(nameof(name)),
                IsLeftOut || service.IsLeftOut || subnet.IsLeftOut || fault is not null),
            new Sourced<EndpointServiceBuilder>(service, call.Of(nameof(service))));
        gatewayLoadBalancerEndpoints.Add(endpoint);
        if (!endpoint.IsLeftOut)
        {
            endpoint.Interface = ManagedInterfaces.Node(endpoint, this, [], subnet, call.Of(nameof(subnet)));
            if (endpoint.Interface is null)
            {
                endpoint.LeaveOut();
            }
            else if (privateIp is not null)
            {
                endpoint.Interface.Fix(privateIp, call.Of(nameof(privateIp)));
            }
        }

        return endpoint;
    }

    private Problem? FaultOf(SubnetBuilder subnet, EndpointServiceBuilder service, Call call)
    {
        if (!service.IsOfAppliances)
        {
            return OfService($"endpoint service '{service.Name}' has network load balancers, which interface endpoints lead to; use InterfaceEndpoint");
        }

        if (service.Refusal(this) is { } refusal)
        {
            return OfService(refusal);
        }

        if (!service.IsOfferedIn(subnet, call.Of(nameof(subnet))))
        {
            return OfSubnet(service.NotOfferedIn(subnet), service.Origin);
        }

        return subnet.IsIpv6Only
            ? OfSubnet($"subnet '{subnet.Name}' has no IPv4, and a Gateway Load Balancer endpoint needs an IPv4 address; choose one that has", subnet.Origin)
            : null;

        Problem OfService(string text) => new(ProblemKind.Conflict, text, call.Of(nameof(service))) { Other = service.Origin };

        Problem OfSubnet(string text, Origin other) => new(ProblemKind.Conflict, text, call.Of(nameof(subnet))) { Other = other };
    }
}
