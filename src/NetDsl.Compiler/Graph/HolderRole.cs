namespace NetDsl.Compiler.Graph;

/// <summary>What something with an address does to the packets that arrive at it.</summary>
public enum HolderRole
{
    /// <summary>It receives them, and sends packets of its own.</summary>
    Interface,

    /// <summary>It restores what answers a flow that it translated, and refuses the rest.</summary>
    NatGateway,

    /// <summary>It sends flows that a listener takes on to a target, and restores their replies.</summary>
    LoadBalancerNode,

    /// <summary>It receives them, and sends packets of its own; it has no security groups.</summary>
    SiteHost,

    /// <summary>It hands flows to a service behind an endpoint, and restores their replies.</summary>
    EndpointInterface,

    /// <summary>It sends flows that a listener takes on to an endpoint, and restores their replies; it is in no VPC.</summary>
    Accelerator,

    /// <summary>It is of a Gateway Load Balancer or of an endpoint to one: routes lead there, and what is addressed to it is dropped.</summary>
    GatewayLoadBalancing,
}
