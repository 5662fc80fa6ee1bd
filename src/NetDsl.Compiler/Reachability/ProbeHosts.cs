using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>Hosts that nobody declared, in subnets that have none yet, to ask for those that will stand there.</summary>
internal static class ProbeHosts
{
    // No element that somebody declares has an empty name.
    private const string Name = "";

    /// <summary>The network with a host in each subnet that needs the internet and has no host; a subnet without a free address gets none.</summary>
    /// <param name="topology">The network.</param>
    public static Topology With(Topology topology)
    {
        var inhabited = new HashSet<ElementId>(topology.NetworkInterfaces.Where(each => !each.Translates).Select(each => each.Subnet));
        var empty = topology.Subnets.Where(subnet => subnet.NeedsInternet is not null && !inhabited.Contains(subnet.Id)).ToList();
        if (empty.Count == 0)
        {
            return topology;
        }

        var plan = new NetworkLowering(topology);
        var taken = plan.Holders.ToLookup(holder => plan.Node(holder.Subnet).Path, holder => holder.Addresses);
        return topology with
        {
            NetworkInterfaces = topology.NetworkInterfaces
                .Concat(empty.Select(subnet => In(subnet, [.. taken[subnet.Id.Path].SelectMany(addresses => addresses)])).OfType<NetworkInterface>())
                .ToEquatableArray(),
        };
    }

    /// <summary>Whether nobody declared a host.</summary>
    /// <param name="host">The host.</param>
    public static bool IsOne(NetworkInterface host) => host.Id.Name == Name;

    private static NetworkInterface? In(Subnet subnet, HashSet<IpAddress> taken) => Free(subnet.Prefix.Value, taken) is { } address
        ? new NetworkInterface(new ElementId(ElementKind.NetworkInterface, $"{subnet.Id.Path}/{Name}"), subnet.Origin, subnet.Id, Instance: null, address, PublicAddress: null, [])
        {
            Ipv6Addresses = address.IsIpv6 ? [address] : [],
        }
        : null;

    private static IpAddress? Free(IpPrefix subnet, HashSet<IpAddress> taken)
    {
        if (subnet.AsIpv4 is not { } prefix)
        {
            return Ipv6Allocation.TakeNext(subnet, taken);
        }

        var addresses = new SubnetAddresses(prefix, address => taken.Contains(address));
        return addresses.TakeNext() is { } free ? free : null;
    }
}
