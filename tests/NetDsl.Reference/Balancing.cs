using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>Load balancers, as F section 6.2 says: which targets a node may use, and which it chooses.</summary>
static class Balancing
{
    /// <summary>R-6.8: the nodes that the balancer's name answers with; those without a usable target have left.</summary>
    public static IEnumerable<NetworkInterface> InDns(Topology topology, LoadBalancer balancer)
    {
        var nodes = balancer.Nodes.Select(id => topology.NetworkInterfaces.First(each => each.Id == id)).ToList();
        var answering = nodes
            .Where(node => balancer.Listeners.All(listener => Eligible(topology, balancer, listener, node).Count > 0))
            .ToList();
        return answering.Count > 0 ? answering : nodes;
    }

    /// <summary>R-6.7, R-6.8: usable are targets of enabled zones; the healthy ones, or all when none is; the own zone's, unless cross-zone.</summary>
    public static List<(IpAddress Address, ushort Port)> Eligible(
        Topology topology, LoadBalancer balancer, LoadBalancerListener listener, NetworkInterface node)
    {
        var group = GroupOf(topology, listener);
        var usable = Usable(topology, balancer, group);
        var living = usable.Exists(target => target.IsHealthy) ? usable.Where(target => target.IsHealthy) : usable;
        var zone = topology.Subnet(node.Subnet).Zone.Value;
        return [.. living
            .Where(target => (group.CrossZone ?? balancer.CrossZone) || Zone(topology, group, target) is null || Zone(topology, group, target) == zone)
            .Select(target => (Address(topology, group, target), target.Port))];
    }

    public static bool HasUsable(Topology topology, LoadBalancer balancer, TargetGroup group) => Usable(topology, balancer, group).Count > 0;

    public static TargetGroup GroupOf(Topology topology, LoadBalancerListener listener) =>
        topology.TargetGroups.First(group => group.Id == listener.TargetGroup);

    /// <summary>
    /// R-6.6 [M]: the target with the highest SipHash-2-4 of source, source port, destination, destination port, protocol, target and its
    /// port, in network order, keys "netdsl" and 1; only of source and target when it sticks to the source. An address of IPv6 has 16 bytes.
    /// </summary>
    public static (IpAddress Address, ushort Port) Choose(Packet packet, bool bySource, List<(IpAddress Address, ushort Port)> targets) => targets
        .Select((target, place) => (Target: target, Place: place, Hash: SipHash(
        [
            .. Shortest(packet.Source),
            .. Bytes(bySource ? 0u : packet.SourcePort, 2),
            .. Shortest(packet.Destination).Select(each => bySource ? (byte)0 : each),
            .. Bytes(bySource ? 0u : packet.DestinationPort, 2),
            bySource ? (byte)0 : (byte)packet.Protocol.Number,
            .. Shortest(target.Address),
            .. Bytes(target.Port, 2),
        ])))
        .OrderByDescending(each => each.Hash)
        .ThenBy(each => each.Place)
        .First()
        .Target;

    /// <summary>Equal paths of a transit gateway: the same hash of source, source port, destination, destination port and protocol, modulo their number [M].</summary>
    public static int Spread(Packet packet, int paths) => (int)(SipHash(
    [
        .. Bytes(packet.Source),
        .. Bytes(packet.SourcePort, 2),
        .. Bytes(packet.Destination),
        .. Bytes(packet.DestinationPort, 2),
        (byte)packet.Protocol.Number,
    ]) % (ulong)paths);

    /// <summary>All 128 bits of an address; those of IPv4 stand as ::ffff:a.b.c.d.</summary>
    public static IEnumerable<byte> Bytes(IpAddress address) => BitConverter.GetBytes(address.High).Reverse().Concat(BitConverter.GetBytes(address.Low).Reverse());

    static IEnumerable<byte> Shortest(IpAddress address) => Bytes(address).Skip(address.IsIpv4 ? 12 : 0);

    static List<Target> Usable(Topology topology, LoadBalancer balancer, TargetGroup group)
    {
        var zones = balancer.Nodes
            .Select(id => topology.NetworkInterfaces.First(each => each.Id == id))
            .Select(node => topology.Subnet(node.Subnet).Zone.Value)
            .ToHashSet();
        return [.. group.Targets.Where(target => Zone(topology, group, target) is not { } zone || zones.Contains(zone))];
    }

    /// <summary>A group of IPv6 targets speaks to instances by their first IPv6 address.</summary>
    static IpAddress Address(Topology topology, TargetGroup group, Target target)
    {
        if (target.Address is { } address)
        {
            return address;
        }

        var each = topology.NetworkInterfaces.First(each => each.Id == target.Interface);
        return group.IpAddressType == IpAddressType.Ipv6 ? each.Ipv6Addresses[0] : each.PrivateAddress;
    }

    /// <summary>The zone of the target's subnet; none for an address that is in no subnet of the group's VPC.</summary>
    static string? Zone(Topology topology, TargetGroup group, Target target) => target.Interface is { } id
        ? topology.Subnet(topology.NetworkInterfaces.First(each => each.Id == id).Subnet).Zone.Value
        : topology.SubnetIn(group.Vpc, target.Address!.Value)?.Zone.Value;

    public static IEnumerable<byte> Bytes(uint value, int count) =>
        Enumerable.Range(0, count).Select(index => (byte)(value >> (8 * (count - 1 - index))));

    public static ulong SipHash(byte[] data)
    {
        const ulong K0 = 0x6E65_7464_736C_0000;
        const ulong K1 = 1;
        ulong[] v = [K0 ^ 0x736F6D6570736575, K1 ^ 0x646F72616E646F6D, K0 ^ 0x6C7967656E657261, K1 ^ 0x7465646279746573];
        var padded = new byte[((data.Length / 8) + 1) * 8];
        data.CopyTo(padded, 0);
        padded[^1] = (byte)data.Length;
        for (var at = 0; at < padded.Length; at += 8)
        {
            var word = 0UL;
            for (var index = 7; index >= 0; index--)
            {
                word = (word << 8) | padded[at + index];
            }

            v[3] ^= word;
            Rounds(v, 2);
            v[0] ^= word;
        }

        v[2] ^= 0xFF;
        Rounds(v, 4);
        return v[0] ^ v[1] ^ v[2] ^ v[3];
    }

    static void Rounds(ulong[] v, int count)
    {
        for (; count > 0; count--)
        {
            unchecked
            {
                v[0] += v[1];
                v[2] += v[3];
                v[1] = Rotated(v[1], 13) ^ v[0];
                v[3] = Rotated(v[3], 16) ^ v[2];
                v[0] = Rotated(v[0], 32);
                v[2] += v[1];
                v[0] += v[3];
                v[1] = Rotated(v[1], 17) ^ v[2];
                v[3] = Rotated(v[3], 21) ^ v[0];
                v[2] = Rotated(v[2], 32);
            }
        }
    }

    static ulong Rotated(ulong value, int by) => (value << by) | (value >> (64 - by));
}
