using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Graph;

/// <summary>What an interface of an endpoint leads to.</summary>
/// <param name="Holder">The interface's entry in the holder table.</param>
/// <param name="Node">The endpoint.</param>
/// <param name="Service">The node of the service.</param>
/// <param name="Provider">The holder of the load balancer's node in the same zone; -1 for a service of the vendor's, or when it leads nowhere.</param>
/// <param name="Refusal">Why it leads nowhere, when it does not.</param>
/// <param name="Text">What is wrong then, and what would let flows pass.</param>
public sealed record EndpointLink(int Holder, int Node, int Service, int Provider, DropCode? Refusal, string Text)
{
    /// <summary>The records that the names of the endpoint have.</summary>
    public DnsRecordIpType Records { get; init; }
}

/// <summary>A service of the vendor's.</summary>
/// <param name="Node">The service.</param>
/// <param name="Address">An IPv4 address that it is asked by.</param>
public sealed record GraphService(int Node, IpAddress Address)
{
    /// <summary>An IPv6 address that it is asked by, when it has one.</summary>
    public IpAddress? Ipv6Address { get; init; }

    /// <summary>The addresses that it is asked by: of IPv4, then of IPv6.</summary>
    public EquatableArray<IpAddress> Addresses => Ipv6Address is { } ipv6 ? [Address, ipv6] : [Address];
}
