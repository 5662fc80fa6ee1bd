using NetDsl.Addressing;

namespace NetDsl;

/// <content>The gateway's own addresses, at which tunnels of Connect peers and of private IP VPN end.</content>
public sealed partial class TransitGatewayBuilder
{
    /// <summary>Whether the address is in a block of the gateway.</summary>
    internal bool HasBlockWith(Ipv4Address address) => cidrBlocks.Exists(block => block.Value.Contains(address));

    /// <summary>The Connect peer or VPN connection with a tunnel that ends at the address; nothing when it is free.</summary>
    internal ElementBuilder? HolderOf(Ipv4Address address) => Ends.FirstOrDefault(end => end.Address == address).Holder;

    /// <summary>The addresses of the gateway's IPv4 blocks at which nothing ends, the lowest of its first block first, but not the first and last of a block.</summary>
    internal IEnumerable<Ipv4Address> FreeAddresses()
    {
        var taken = new HashSet<Ipv4Address>(Ends.Select(end => end.Address));
        foreach (var block in cidrBlocks.Select(block => block.Value.AsIpv4).OfType<Ipv4Prefix>())
        {
            for (var address = block.First.Value + 1; address < block.Last.Value; address++)
            {
                if (!taken.Contains(new Ipv4Address(address)))
                {
                    yield return new Ipv4Address(address);
                }
            }
        }
    }

    private IEnumerable<(Ipv4Address Address, ElementBuilder Holder)> Ends => connectPeers
        .Where(peer => !peer.IsLeftOut)
        .Select(peer => (peer.GatewayAddress, (ElementBuilder)peer))
        .Concat(Region.VpnConnections
            .Where(connection => connection.Target == this && !connection.IsLeftOut)
            .SelectMany(connection => connection.OutsideAddresses.Select(address => (address, (ElementBuilder)connection))));
}
