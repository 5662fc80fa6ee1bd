using NetDsl.Model;

namespace NetDsl;

/// <summary>Where requests to a service of the vendor's may come from: an endpoint, or a VPC by its endpoints.</summary>
public interface IRequestSource
{
    /// <summary>The identity of the endpoint or VPC.</summary>
    ElementId Id { get; }
}

/// <content>A source of requests.</content>
public sealed partial class GatewayEndpointBuilder : IRequestSource;

/// <content>A source of requests.</content>
public sealed partial class InterfaceEndpointBuilder : IRequestSource
{
    internal bool LeadsTo(ServiceBuilder to) => service.Value == to;
}

/// <content>A source of requests.</content>
public sealed partial class VpcBuilder : IRequestSource;
