using System.Text;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>What an accelerator chooses: section "Accelerators", by I section 4, "Evaluation".</summary>
static class Accelerating
{
    /// <summary>The group and the endpoint of a new flow.</summary>
    public static (AcceleratorEndpointGroup Group, AcceleratorEndpoint Endpoint) Choose(Topology topology, AcceleratorListener listener, Packet packet)
    {
        var byAddresses = listener.Affinity == ClientAffinity.SourceIp;
        var order = RegionsFrom(topology, packet.Source);
        var groups = listener.Groups.Where(group => group.Endpoints.Count > 0).OrderBy(group => order.IndexOf(group.Region)).ToList();

        // 6. No endpoint is healthy anywhere: all get traffic.
        var anyHealthy = groups.Exists(group => group.Endpoints.Any(endpoint => IsHealthy(topology, endpoint)));
        List<AcceleratorEndpoint> Usable(AcceleratorEndpointGroup group) =>
            [.. group.Endpoints.Where(endpoint => endpoint.Weight > 0 && (!anyHealthy || IsHealthy(topology, endpoint)))];

        // 4. Each group takes what its dial tells; what none takes is shared out by the dials, and without any the nearest has it.
        var group = groups.Find(group => Hash(packet, byAddresses, group.Region.Path) % 100 < (ulong)group.TrafficDial)
            ?? Weighted(groups.Where(group => group.TrafficDial > 0), group => group.TrafficDial, group => group.Region.Path)
            ?? groups[0];
        var candidates = Usable(group);

        // 6. Failover ignores dials and tries three groups, the closest first; then any endpoint of the closest group will do.
        if (candidates.Count == 0)
        {
            var other = groups.Where(each => each != group).Take(3).FirstOrDefault(each => Usable(each).Count > 0);
            if (other is null)
            {
                return (groups[0], Weighted(groups[0].Endpoints, _ => 1, Named)!);
            }

            (group, candidates) = (other, Usable(other));
        }

        // 5. Weights among what is left.
        return (group, Weighted(candidates, endpoint => endpoint.Weight, Named)!);

        T? Weighted<T>(IEnumerable<T> items, Func<T, int> weight, Func<T, string> name)
            where T : class => items
            .Select((item, place) => (item, place))
            .OrderBy(each => -Math.Log2(Hash(packet, byAddresses, name(each.item)) / 18446744073709551616.0) / weight(each.item))
            .ThenBy(each => each.place)
            .FirstOrDefault()
            .item;
    }

    /// <summary>The interfaces that an endpoint is reached by inside its VPC: always an instance, and a load balancer that has no other way or sees clients.</summary>
    public static IEnumerable<NetworkInterface> Inside(Topology topology, AcceleratorEndpoint endpoint, Packet packet, bool byAddresses)
    {
        if (endpoint.Target.Kind == ElementKind.Instance)
        {
            return [topology.NetworkInterfaces.First(each => each.Id == topology.Instances.First(instance => instance.Id == endpoint.Target).Interfaces[0])];
        }

        return topology.LoadBalancers.FirstOrDefault(each => each.Id == endpoint.Target) is { } balancer
            && (endpoint.PreservesClientAddress || balancer.Scheme == LoadBalancerScheme.Internal)
            ? [NodeOf(topology, balancer, packet, byAddresses)]
            : [];
    }

    /// <summary>The public address that an endpoint is reached by over the internet.</summary>
    public static IpAddress Outside(Topology topology, AcceleratorEndpoint endpoint, Packet packet, bool byAddresses) =>
        topology.ElasticAddresses.FirstOrDefault(each => each.Id == endpoint.Target)?.Address
        ?? NodeOf(topology, topology.LoadBalancers.First(each => each.Id == endpoint.Target), packet, byAddresses).PublicAddress!.Value;

    static NetworkInterface NodeOf(Topology topology, LoadBalancer balancer, Packet packet, bool byAddresses) =>
        Balancing.InDns(topology, balancer).MaxBy(node => Hash(packet, byAddresses, node.Id.Path))!;

    static string Named(AcceleratorEndpoint endpoint) => endpoint.Target.Path;

    /// <summary>A load balancer is healthy when each target group has a healthy target; others are what the author says.</summary>
    static bool IsHealthy(Topology topology, AcceleratorEndpoint endpoint) =>
        topology.LoadBalancers.FirstOrDefault(balancer => balancer.Id == endpoint.Target) is { } balancer
            ? !balancer.Listeners.Any(listener => !Balancing.GroupOf(topology, listener).Targets.Any(target => target.IsHealthy))
            : endpoint.IsHealthy;

    /// <summary>The regions, the nearest to an address first: to its own, when it is a client's or of something in a VPC; else as they were declared.</summary>
    static List<ElementId> RegionsFrom(Topology topology, IpAddress address)
    {
        var home = topology.InternetClients.FirstOrDefault(client => client.Address == address)?.Near
            ?? topology.Holders().Where(holder => holder.PublicAddress == address || (address.IsIpv6 && holder.Element is NetworkInterface each && each.Ipv6Addresses.Contains(address))).Select(holder => (ElementId?)topology.Vpc(holder.Vpc).Region).FirstOrDefault();
        return
        [
            .. topology.Regions
                .Select(region => region.Id)
                .OrderBy(region => home is null ? 0 : region == home ? -1 : Kilometers(region.Path, home.Path)),
        ];
    }

    /// <summary>Along the surface of the earth, by the angle between the two as seen from its middle.</summary>
    static double Kilometers(string first, string second)
    {
        if (RegionPlaces.Of(first) is not { } one || RegionPlaces.Of(second) is not { } other)
        {
            return double.PositiveInfinity;
        }

        var (a, b) = (Vector(one), Vector(other));
        return Math.Round(6371 * Math.Acos(Math.Min(1, (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z))));
    }

    static (double X, double Y, double Z) Vector((int Latitude, int Longitude) place)
    {
        var (latitude, longitude) = (double.DegreesToRadians(place.Latitude), double.DegreesToRadians(place.Longitude));
        return (Math.Cos(latitude) * Math.Cos(longitude), Math.Cos(latitude) * Math.Sin(longitude), Math.Sin(latitude));
    }

    /// <summary>
    /// [M]: SipHash-2-4 of source, source port, destination, destination port, protocol and the SipHash of a name; ports and protocol are 0 where
    /// the addresses decide alone.
    /// </summary>
    static ulong Hash(Packet packet, bool byAddresses, string name) => Balancing.SipHash(
    [
        .. Balancing.Bytes((uint)packet.Source.Low, 4),
        .. Balancing.Bytes(byAddresses ? 0u : packet.SourcePort, 2),
        .. Balancing.Bytes((uint)packet.Destination.Low, 4),
        .. Balancing.Bytes(byAddresses ? 0u : packet.DestinationPort, 2),
        byAddresses ? (byte)0 : (byte)packet.Protocol.Number,
        .. BitConverter.GetBytes(Balancing.SipHash(Encoding.UTF8.GetBytes(name))).Reverse(),
    ]);
}
