using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Graph;

/// <summary>What an accelerator does with new flows.</summary>
/// <param name="Node">The accelerator.</param>
/// <param name="Holders">The entries of its static addresses in the holder table.</param>
/// <param name="IsEnabled">Whether it takes traffic.</param>
/// <param name="Rules">Its listeners; no two take one packet.</param>
public sealed record Acceleration(int Node, EquatableArray<int> Holders, bool IsEnabled, EquatableArray<AccelerationRule> Rules)
{
    /// <summary>The targets of all listeners that are holders of the network: those that answer by the accelerator.</summary>
    public IEnumerable<AccelerationTarget> HeldTargets() => Rules
        .SelectMany(rule => rule.Groups)
        .SelectMany(group => group.Endpoints)
        .SelectMany(endpoint => endpoint.Targets)
        .Where(target => target.Holder >= 0);
}

/// <summary>A listener of an accelerator, or a piece of one of a custom routing accelerator.</summary>
/// <param name="Protocol">TCP or UDP.</param>
/// <param name="Ports">The ports that it takes.</param>
/// <param name="BySource">Whether the two addresses alone choose group and endpoint, and not the whole flow.</param>
/// <param name="Groups">Its endpoint groups that have endpoints, in the order of declaration.</param>
/// <param name="Origin">Where the listener was written.</param>
public sealed record AccelerationRule(
    Protocol Protocol, EquatableArray<PortRange> Ports, bool BySource, EquatableArray<AccelerationGroup> Groups, Origin Origin)
{
    /// <summary>Whether it is a piece of the port map of a custom routing accelerator: one destination, or the ports whose traffic goes nowhere.</summary>
    public bool IsPortMap { get; init; }
}

/// <summary>The endpoints of a listener in one region.</summary>
/// <param name="Region">The region.</param>
/// <param name="TrafficDial">How much of what comes to it the group takes, 0 to 100 percent.</param>
/// <param name="Overrides">The ports of the listener that endpoints are spoken to on another for.</param>
/// <param name="Endpoints">The endpoints; not empty.</param>
public sealed record AccelerationGroup(
    int Region, int TrafficDial, EquatableArray<PortMapping> Overrides, EquatableArray<AccelerationEndpoint> Endpoints);

/// <summary>A port that is replaced by another.</summary>
/// <param name="Listener">The port that clients write to.</param>
/// <param name="Endpoint">The port that endpoints are spoken to on.</param>
public readonly record struct PortMapping(ushort Listener, ushort Endpoint);

/// <summary>An endpoint of an accelerator.</summary>
/// <param name="Node">What it is: a load balancer, an instance's interface, or an elastic address.</param>
/// <param name="Weight">Its share, 0 to 255.</param>
/// <param name="IsHealthy">Whether it gets new flows as long as anything is healthy.</param>
/// <param name="KeepsSource">Whether it sees the client's address as the source, and not the accelerator's.</param>
/// <param name="Entry">
/// The source class by which flows come into its VPC, from an interface that the vendor puts beside it; -1 when they come over the internet, to
/// its public address.
/// </param>
/// <param name="Targets">Its addresses: one, or those of a load balancer's nodes; not empty.</param>
/// <param name="Origin">Where it was written.</param>
public sealed record AccelerationEndpoint(
    int Node, int Weight, bool IsHealthy, bool KeepsSource, int Entry, EquatableArray<AccelerationTarget> Targets, Origin Origin);

/// <summary>An address of an endpoint.</summary>
/// <param name="Node">What has it.</param>
/// <param name="Address">The address that flows of IPv4 are sent to.</param>
/// <param name="Holder">The holder of a private address, which replies come from; -1 for a public one.</param>
/// <param name="Return">The source class of those replies, which go back to the accelerator whatever the routes say; -1 for a public address.</param>
public sealed record AccelerationTarget(int Node, IpAddress Address, int Holder, int Return)
{
    /// <summary>The address that flows of IPv6 are sent to; nothing of an accelerator of IPv4.</summary>
    public IpAddress? Ipv6Address { get; init; }

    /// <summary>The address that flows are sent to which were written to an address of that family.</summary>
    /// <param name="written">The static address that they were written to.</param>
    public IpAddress AddressFor(IpAddress written) => written.IsIpv6 ? Ipv6Address!.Value : Address;
}

/// <summary>An edge location of the vendor's: who comes to it, and how near regions are.</summary>
/// <param name="Clients">Who comes to it. The first edge has nobody: it is for everybody whom no other names.</param>
/// <param name="Regions">The regions of the network, the nearest first.</param>
public sealed record EdgeLocation(EquatableArray<IpAddress> Clients, EquatableArray<int> Regions);

/// <summary>A host of the internet that has a name.</summary>
/// <param name="Node">The client.</param>
/// <param name="Address">Its public address.</param>
public sealed record GraphClient(int Node, IpAddress Address);
