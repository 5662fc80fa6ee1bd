using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability.Edits;

/// <summary>Public addresses for interfaces that have none.</summary>
internal static class PublicAddressEdits
{
    private static readonly Ipv4Prefix Spare = Ipv4Prefix.Parse("198.18.0.0/15");

    /// <summary>A public address for the interface with a private one.</summary>
    /// <param name="topology">The network.</param>
    /// <param name="address">The private address.</param>
    public static IEnumerable<Edit> Given(Topology topology, IpAddress address) =>
        from each in topology.NetworkInterfaces
        where each.PrivateAddress == address && address.IsIpv4 && each.PublicAddress is null && each.ManagedBy is null
        select new Edit(
            $"call PublicIp() on {each.Id.Path}",
            topology with
            {
                NetworkInterfaces = topology.NetworkInterfaces.With(each with { PublicAddress = Unused(topology) }),
            });

    /// <summary>The last address that is given to tests and that nobody has.</summary>
    private static Ipv4Address Unused(Topology topology)
    {
        var taken = new HashSet<Ipv4Address>(topology.NetworkInterfaces.Select(each => each.PublicAddress).OfType<Ipv4Address>());
        var last = Spare.Last.Value;
        while (taken.Contains(new Ipv4Address(last)))
        {
            last--;
        }

        return new Ipv4Address(last);
    }
}
