namespace NetDsl.Model;

/// <summary>
/// What a region's setting blocks between its VPCs and the internet. Source: "BlockPublicAccessStates", Amazon EC2 API Reference.
/// </summary>
public enum BlockPublicAccessMode
{
    /// <summary>Nothing: the vendor's default.</summary>
    Off,

    /// <summary>Everything that goes through internet gateways and egress-only internet gateways.</summary>
    Bidirectional,

    /// <summary>Everything but what NAT gateways and egress-only internet gateways carry, which let connections out only.</summary>
    Ingress,
}

/// <summary>What a VPC or subnet may do although its region blocks public access.</summary>
public enum PublicAccessExclusion
{
    /// <summary>Everything.</summary>
    AllowBidirectional,

    /// <summary>What NAT gateways and egress-only internet gateways carry.</summary>
    AllowEgress,
}

/// <summary>What passes between a subnet and the internet, the setting and its exclusions together.</summary>
public enum PublicAccess
{
    /// <summary>Everything.</summary>
    Open,

    /// <summary>What NAT gateways and egress-only internet gateways carry.</summary>
    EgressOnly,

    /// <summary>Nothing.</summary>
    Blocked,
}
