using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>
/// An accelerator: two static addresses that the vendor's edge locations announce to the whole internet, and that lead to the nearest of several
/// endpoints. Source: "How AWS Global Accelerator works", AWS Global Accelerator Developer Guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Account">Its owner.</param>
/// <param name="Addresses">Its static IPv4 addresses, one of each of two network zones.</param>
/// <param name="IsEnabled">Whether it takes traffic; its addresses stay its own when it does not.</param>
/// <param name="Listeners">What it takes.</param>
public sealed record Accelerator(
    ElementId Id,
    Origin Origin,
    ElementId Account,
    EquatableArray<Ipv4Address> Addresses,
    bool IsEnabled,
    EquatableArray<AcceleratorListener> Listeners) : Element(Id, Origin)
{
    /// <summary>The static IPv6 addresses of a dual-stack accelerator, of the same network zones; none of an accelerator of IPv4.</summary>
    public EquatableArray<IpAddress> Ipv6Addresses { get; init; }

    /// <summary>What a custom routing accelerator does; it has no other listeners. Nothing of a standard one.</summary>
    public CustomRouting? CustomRouting { get; init; }

    /// <summary>Whether it takes both families. Its endpoints then all have both.</summary>
    public bool IsDualstack => Ipv6Addresses.Count > 0;

    /// <summary>Its static addresses of both families.</summary>
    public IEnumerable<IpAddress> AllAddresses => Addresses.Select(address => (IpAddress)address).Concat(Ipv6Addresses);
}

/// <summary>A listener of an accelerator. Source: "Listeners for standard accelerators".</summary>
/// <param name="Protocol">TCP or UDP.</param>
/// <param name="Ports">The ports that it takes.</param>
/// <param name="Affinity">What of a client's flows go to one endpoint.</param>
/// <param name="Groups">Where it sends what it takes, at most one group a region.</param>
/// <param name="Origin">The whole call.</param>
public sealed record AcceleratorListener(
    Protocol Protocol,
    EquatableArray<PortRange> Ports,
    ClientAffinity Affinity,
    EquatableArray<AcceleratorEndpointGroup> Groups,
    Origin Origin)
{
    /// <summary>Whether it takes packets of that protocol to that port.</summary>
    public bool Takes(Protocol protocol, int port) => protocol == Protocol && Ports.Any(range => range.Contains(port));
}

/// <summary>The endpoints of a listener in one region. Source: "Endpoint groups for standard accelerators".</summary>
/// <param name="Region">The region.</param>
/// <param name="TrafficDial">How much of what comes to it the group takes while others are left, 0 to 100 percent.</param>
/// <param name="PortOverrides">The ports that endpoints are spoken to on, where it is not the listener's.</param>
/// <param name="Endpoints">The endpoints.</param>
/// <param name="Origin">The whole call.</param>
public sealed record AcceleratorEndpointGroup(
    ElementId Region,
    int TrafficDial,
    EquatableArray<PortOverride> PortOverrides,
    EquatableArray<AcceleratorEndpoint> Endpoints,
    Origin Origin)
{
    /// <summary>The port that endpoints are spoken to on for what comes to a port of the listener.</summary>
    public ushort EndpointPort(ushort listenerPort) =>
        PortOverrides.FirstOrDefault(each => each.ListenerPort == listenerPort) is { EndpointPort: > 0 } found ? found.EndpointPort : listenerPort;
}

/// <summary>A port of a listener that endpoints of a group are spoken to on another for. Source: "Port overrides".</summary>
/// <param name="ListenerPort">The port that clients write to.</param>
/// <param name="EndpointPort">The port of the endpoints, 1 to 65535.</param>
/// <param name="Origin">The whole call.</param>
public sealed record PortOverride(ushort ListenerPort, ushort EndpointPort, Origin Origin);

/// <summary>An endpoint of a group. Source: "Endpoints for standard accelerators".</summary>
/// <param name="Target">A network load balancer, an instance, or an elastic IP address.</param>
/// <param name="Weight">Its share among the endpoints of its group, 0 to 255; it gets no new flows at 0.</param>
/// <param name="PreservesClientAddress">Whether it sees the client's address as the source, and not the accelerator's.</param>
/// <param name="IsHealthy">Whether it answers health checks, a state that the author gives; a load balancer is judged by its targets.</param>
/// <param name="Origin">The whole call.</param>
public sealed record AcceleratorEndpoint(ElementId Target, int Weight, bool PreservesClientAddress, bool IsHealthy, Origin Origin);
