using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>VPC endpoints and endpoint services.</content>
public sealed partial class VpcBuilder
{
    // Source: "Gateway endpoints", AWS PrivateLink guide.
    private static readonly string[] GatewayServices = ["s3", "dynamodb"];
    private readonly List<GatewayEndpointBuilder> gatewayEndpoints = [];
    private readonly List<InterfaceEndpointBuilder> interfaceEndpoints = [];
    private readonly List<EndpointServiceBuilder> endpointServices = [];

    internal IReadOnlyList<GatewayEndpointBuilder> GatewayEndpoints => gatewayEndpoints;

    internal IReadOnlyList<InterfaceEndpointBuilder> InterfaceEndpoints => interfaceEndpoints;

    internal IReadOnlyList<EndpointServiceBuilder> EndpointServices => endpointServices;

    /// <summary>Declares a gateway endpoint, which <see cref="GatewayEndpointBuilder.RouteTable"/> then adds to tables.</summary>
    /// <param name="name">Unique in the VPC among endpoints.</param>
    /// <param name="service">S3 or DynamoDB of the VPC's region.</param>
    public GatewayEndpointBuilder GatewayEndpoint(
        string name, ServiceBuilder service, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var isServed = IsOfRegion(service, call.Of(nameof(service)));
        // Of a service with several prefixes an import makes one a prefix, each under a name of its own.
        if (isServed && !GatewayServices.Contains(service.Name) && !Network.Names.TakesIdentifiers)
        {
            Network.Problems.Add(
                ProblemKind.NoGatewayEndpoint,
                $"service '{service.Name}' has no gateway endpoints, only S3 and DynamoDB have; use InterfaceEndpoint",
                call.Of(nameof(service)));
            isServed = false;
        }

        var endpoint = new GatewayEndpointBuilder(
            this,
            Network.Names.Declare(
                ElementKind.VpcEndpoint, Id.Path, name, call.Of(nameof(name)), IsLeftOut || service.IsLeftOut || !isServed),
            new Sourced<ServiceBuilder>(service, call.Of(nameof(service))));
        gatewayEndpoints.Add(endpoint);
        return endpoint;
    }

    /// <summary>Declares an interface endpoint, which <see cref="InterfaceEndpointBuilder.Subnet"/> then puts into zones.</summary>
    /// <param name="name">Unique in the VPC among endpoints.</param>
    /// <param name="service">A service of the vendor's in the VPC's region, or an endpoint service that permits the VPC's account.</param>
    public InterfaceEndpointBuilder InterfaceEndpoint(
        string name, IEndpointTarget service, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var origin = call.Of(nameof(service));
        var isServed = service is not ServiceBuilder known || IsOfRegion(known, origin);
        if (service is EndpointServiceBuilder provider
            && (provider.IsOfAppliances
                ? $"endpoint service '{provider.Name}' has Gateway Load Balancers, which routes lead to by endpoints of their kind; use GatewayLoadBalancerEndpoint"
                : provider.Refusal(this)) is { } refusal)
        {
            Network.Problems.Add(ProblemKind.Conflict, refusal, origin, provider.Origin);
            isServed = false;
        }

        var endpoint = new InterfaceEndpointBuilder(
            this,
            Network.Names.Declare(
                ElementKind.VpcEndpoint,
                Id.Path,
                name,
                call.Of(nameof(name)),
                IsLeftOut || ((ElementBuilder)service).IsLeftOut || !isServed),
            new Sourced<IEndpointTarget>(service, origin));
        interfaceEndpoints.Add(endpoint);
        return endpoint;
    }

    /// <summary>Declares an endpoint service over a network load balancer of this VPC.</summary>
    /// <param name="name">Unique in the VPC.</param>
    /// <param name="balancer">The load balancer; <see cref="EndpointServiceBuilder.LoadBalancer(LoadBalancerBuilder, string, int)"/> adds others.</param>
    /// <param name="acceptanceRequired">Whether each endpoint has to be accepted.</param>
    public EndpointServiceBuilder EndpointService(
        string name,
        LoadBalancerBuilder balancer,
        bool acceptanceRequired = true,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return AddEndpointService(name, balancer, acceptanceRequired, call.Of(nameof(name))).LoadBalancer(balancer, file, line);
    }

    private EndpointServiceBuilder AddEndpointService(string name, ElementBuilder balancer, bool acceptanceRequired, Origin origin)
    {
        var service = new EndpointServiceBuilder(
            this,
            Network.Names.Declare(ElementKind.EndpointService, Id.Path, name, origin, IsLeftOut || balancer.IsLeftOut),
            acceptanceRequired);
        endpointServices.Add(service);
        return service;
    }

    /// <summary>What is wrong with the policies of its endpoints.</summary>
    internal IEnumerable<Problem> EndpointPolicyProblems() =>
        gatewayEndpoints.SelectMany(endpoint => endpoint.PolicyProblems()).Concat(interfaceEndpoints.SelectMany(endpoint => endpoint.PolicyProblems()));

    private bool IsOfRegion(ServiceBuilder service, Origin origin)
    {
        if (service.Region == Region || service.IsLeftOut || IsLeftOut)
        {
            return true;
        }

        Network.Problems.Add(
            ProblemKind.OtherRegion,
            $"service '{service.Name}' is of {service.Region.Name}, VPC '{Name}' of {Region.Name}; an endpoint leads to services of its own region",
            origin,
            service.Origin);
        return false;
    }
}
