using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>
/// The static port map of a listener of a custom routing accelerator. Its ports, as declared, are given out one by one: to endpoint groups and in them to
/// subnets as declared, in a subnet to addresses, rising, without those that the vendor reserves, and at an address to the ports that the group leads to,
/// rising. The vendor does not tell its order; this is a model. Source: "Guidelines and restrictions for custom routing accelerators", AWS Global Accelerator
/// Developer Guide.
/// </summary>
public sealed class CustomRoutingMap
{
    private readonly CustomRoutingListener listener;

    /// <summary>Reads the map of a listener.</summary>
    /// <param name="listener">The listener.</param>
    /// <param name="subnetOf">Finds subnets.</param>
    public CustomRoutingMap(CustomRoutingListener listener, Func<ElementId, Subnet> subnetOf)
    {
        this.listener = listener;
        var parts = new List<Part>();
        var given = 0L;
        foreach (var group in listener.Groups)
        {
            var ports = group.Destinations
                .OrderBy(destination => destination.Ports.First)
                .SelectMany(destination => Enumerable.Range(destination.Ports.First, destination.Ports.Last - destination.Ports.First + 1)
                    .Select(port => new DestinationPort((ushort)port, destination.Protocols)))
                .ToList();
            foreach (var each in group.Subnets)
            {
                var prefix = subnetOf(each.Subnet).Prefix.Value.AsIpv4!.Value;
                var first = prefix.First.Value + SubnetAddresses.ReservedAtStart;
                parts.Add(new Part(group, each, ports, first, given));
                given += SubnetAddresses.Usable(prefix) * ports.Count;
            }
        }

        Parts = parts;
    }

    /// <summary>What listeners take.</summary>
    public static EquatableArray<Protocol> Protocols { get; } = [Protocol.Tcp, Protocol.Udp];

    /// <summary>The subnets, in the order in which they were given ports.</summary>
    public IReadOnlyList<Part> Parts { get; }

    /// <summary>The interfaces of hosts to which traffic is allowed, as far as they have an address that an accelerator leads to.</summary>
    public static IEnumerable<NetworkInterface> Destinations(Topology topology, Accelerator accelerator) =>
        accelerator.CustomRouting is not { } routing ? [] :
        from listener in routing.Listeners
        from endpointGroup in listener.Groups
        from subnet in endpointGroup.Subnets
        from each in HostsIn(topology, subnet.Subnet)
        where endpointGroup.AllowsSome(subnet, each.PrivateAddress)
        select each;

    /// <summary>Who can be a destination: the interfaces of instances alone. Source: "Guidelines and restrictions for custom routing accelerators".</summary>
    public static IEnumerable<NetworkInterface> HostsIn(Topology topology, ElementId subnet) => topology.NetworkInterfaces
        .Where(each => each.Subnet == subnet && each is { Instance: not null, ManagedBy: null, PrivateAddress.IsIpv4: true });

    /// <summary>The ports that lead to an address of a subnet, allowed or not, by the port of the destination, rising.</summary>
    /// <param name="part">The subnet.</param>
    /// <param name="address">An address of it that the vendor does not reserve.</param>
    public IEnumerable<(ushort ListenerPort, DestinationPort Leads)> PortsTo(Part part, IpAddress address)
    {
        var place = part.Given + ((address.AsIpv4!.Value.Value - part.FirstAddress) * part.Ports.Count);
        return part.Ports.Select((port, index) => (Listener: ListenerPort(place + index), port))
            .Where(each => each.Listener is not null)
            .Select(each => (each.Listener!.Value, each.port));
    }

    /// <summary>The port of the listener at a place in the order in which they are given out; nothing past the last.</summary>
    private ushort? ListenerPort(long place)
    {
        foreach (var range in listener.Ports)
        {
            var count = range.Last - range.First + 1;
            if (place < count)
            {
                return (ushort)(range.First + place);
            }

            place -= count;
        }

        return null;
    }

    /// <summary>A port of a destination, and what is spoken on it.</summary>
    /// <param name="Port">The port.</param>
    /// <param name="Protocols">What is spoken on it.</param>
    public readonly record struct DestinationPort(ushort Port, CustomRoutingProtocols Protocols)
    {
        /// <summary>Whether the protocol is spoken.</summary>
        public bool Takes(Protocol protocol) => Protocols switch
        {
            CustomRoutingProtocols.Tcp => protocol == Protocol.Tcp,
            CustomRoutingProtocols.Udp => protocol == Protocol.Udp,
            _ => protocol == Protocol.Tcp || protocol == Protocol.Udp,
        };
    }

    /// <summary>A subnet of the map.</summary>
    /// <param name="Group">Its endpoint group.</param>
    /// <param name="Subnet">The subnet.</param>
    /// <param name="Ports">The ports of each address, rising.</param>
    /// <param name="FirstAddress">The first address that is mapped.</param>
    /// <param name="Given">How many ports of the listener were given out before.</param>
    public sealed record Part(
        CustomRoutingEndpointGroup Group, CustomRoutingSubnet Subnet, IReadOnlyList<DestinationPort> Ports, uint FirstAddress, long Given);
}
