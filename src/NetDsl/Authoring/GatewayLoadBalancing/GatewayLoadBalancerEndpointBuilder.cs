using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// A Gateway Load Balancer endpoint: an interface in one subnet that routes lead to. What they bring goes through an appliance of the service, and on from
/// the endpoint's subnet by its route table. Source: "Access virtual appliances through AWS PrivateLink", AWS PrivateLink guide.
/// </summary>
public sealed class GatewayLoadBalancerEndpointBuilder : ElementBuilder, IManagesInterfaces, IRouteTarget
{
    private readonly Sourced<EndpointServiceBuilder> service;

    internal GatewayLoadBalancerEndpointBuilder(VpcBuilder vpc, Declaration declaration, Sourced<EndpointServiceBuilder> service)
        : base(vpc.Network, declaration)
    {
        Vpc = vpc;
        this.service = service;
    }

    /// <summary>The VPC.</summary>
    public VpcBuilder Vpc { get; }

    /// <summary>Its interface; nothing when it was refused.</summary>
    internal InterfaceBuilder? Interface { get; set; }

    bool IManagesInterfaces.GivesPublicAddresses => false;

    IpAddressType IManagesInterfaces.AddressType => IpAddressType.Ipv4;

    bool IManagesInterfaces.DeniesInternetGatewayTraffic => false;

    IReadOnlyList<SecurityGroupBuilder> IManagesInterfaces.SecurityGroups => [];

    internal VpcEndpoint Build() => new(
        Id,
        Origin,
        Vpc.Id,
        VpcEndpointKind.GatewayLoadBalancer,
        new Sourced<ElementId>(service.Value.Id, service.Origin),
        [],
        [Interface!.Id],
        PrivateDns: false,
        service.Value.StateOf(this));
}
