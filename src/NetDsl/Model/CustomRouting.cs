using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>
/// What a custom routing accelerator has in place of listeners that balance: each port of a listener leads to one port of one address of a subnet, and
/// never to another. Source: "How custom routing accelerators work", AWS Global Accelerator Developer Guide.
/// </summary>
/// <param name="Listeners">What it takes.</param>
public sealed record CustomRouting(EquatableArray<CustomRoutingListener> Listeners);

/// <summary>A listener of a custom routing accelerator, which takes TCP and UDP. Source: "Listeners for custom routing accelerators".</summary>
/// <param name="Ports">The ports that it takes, in the order in which they are given to destinations.</param>
/// <param name="Groups">What they lead to, at most one group a region.</param>
/// <param name="Origin">The whole call.</param>
public sealed record CustomRoutingListener(EquatableArray<PortRange> Ports, EquatableArray<CustomRoutingEndpointGroup> Groups, Origin Origin)
{
    /// <summary>How many ports it takes.</summary>
    public long PortCount => Ports.Sum(range => (long)range.Last - range.First + 1);
}

/// <summary>The subnets of a listener in one region. Source: "Endpoint groups for custom routing accelerators".</summary>
/// <param name="Region">The region.</param>
/// <param name="Destinations">The ports of each address that ports of the listener lead to; no two have a port in common.</param>
/// <param name="Subnets">The subnets.</param>
/// <param name="Origin">The whole call.</param>
public sealed record CustomRoutingEndpointGroup(
    ElementId Region, EquatableArray<CustomRoutingDestination> Destinations, EquatableArray<CustomRoutingSubnet> Subnets, Origin Origin)
{
    /// <summary>How many ports of the listener each address takes.</summary>
    public long PortsOfAddress => Destinations.Sum(each => (long)each.Ports.Last - each.Ports.First + 1);

    /// <summary>Whether traffic to some port that the group leads to is allowed at an address.</summary>
    /// <param name="subnet">A subnet of the group.</param>
    /// <param name="address">An address of the subnet.</param>
    public bool AllowsSome(CustomRoutingSubnet subnet, IpAddress address) => Destinations.Count > 0
        && (subnet.AllowsAllTraffic || subnet.Allowed.Any(each => address == each.Address && Destinations.Any(destination => destination.Ports.Overlaps(each.Ports))));
}

/// <summary>Ports of the destinations of a group.</summary>
/// <param name="Ports">The ports, from 1 on.</param>
/// <param name="Protocols">What is spoken on them.</param>
/// <param name="Origin">The whole call.</param>
public sealed record CustomRoutingDestination(PortRange Ports, CustomRoutingProtocols Protocols, Origin Origin);

/// <summary>A subnet whose hosts are destinations. Source: "Amazon VPC subnet endpoints for custom routing accelerators".</summary>
/// <param name="Subnet">The subnet, which has from /17 to /28 addresses of IPv4.</param>
/// <param name="AllowsAllTraffic">Whether all of its destinations get traffic.</param>
/// <param name="Allowed">The destinations that get traffic; by default none does.</param>
/// <param name="Origin">The whole call.</param>
public sealed record CustomRoutingSubnet(ElementId Subnet, bool AllowsAllTraffic, EquatableArray<CustomRoutingAllowance> Allowed, Origin Origin)
{
    /// <summary>The fewest addresses that a subnet may have, as a length of its prefix.</summary>
    public const int LongestPrefix = 28;

    /// <summary>The most addresses that a subnet may have, as a length of its prefix.</summary>
    public const int ShortestPrefix = 17;

    /// <summary>Whether traffic to that port of that address is allowed.</summary>
    public bool Allows(IpAddress address, int port) => AllowsAllTraffic || Allowed.Any(each => address == each.Address && each.Ports.Contains(port));
}

/// <summary>A destination that gets traffic.</summary>
/// <param name="Address">Its private address.</param>
/// <param name="Ports">Its ports.</param>
/// <param name="Origin">The whole call.</param>
public sealed record CustomRoutingAllowance(Ipv4Address Address, PortRange Ports, Origin Origin);
