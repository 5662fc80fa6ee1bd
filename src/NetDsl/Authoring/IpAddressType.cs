namespace NetDsl;

/// <summary>
/// The families of addresses that a load balancer, a target group, an endpoint, an endpoint service or a Client VPN endpoint works with. Source: "IP address type", User Guide
/// for Network Load Balancers, and "IP address types", AWS PrivateLink guide.
/// </summary>
public enum IpAddressType
{
    /// <summary>IPv4 only: the vendor's default.</summary>
    Ipv4,

    /// <summary>Both.</summary>
    Dualstack,

    /// <summary>IPv6 only.</summary>
    Ipv6,
}

/// <summary>
/// The records that the names of an interface endpoint have, or those of the service of a gateway endpoint: <c>A</c> for IPv4 addresses, <c>AAAA</c> for IPv6
/// addresses. Source: "DNS record IP type", AWS PrivateLink guide.
/// </summary>
public enum DnsRecordIpType
{
    /// <summary>A records only.</summary>
    Ipv4,

    /// <summary>Both.</summary>
    Dualstack,

    /// <summary>AAAA records only.</summary>
    Ipv6,

    /// <summary>
    /// What the name that is asked for has: both for the names of an interface endpoint itself and for the dual-stack name of the service, A records only for the
    /// regional name of the service.
    /// </summary>
    ServiceDefined,
}
