using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

/// <summary>What answers a question about one network.</summary>
public delegate Trace Answer(Question question);

/// <summary>One question, as <c>Trace</c> takes it.</summary>
/// <param name="From">Where the flow starts.</param>
/// <param name="To">Where it is to go.</param>
/// <param name="Traffic">One protocol, and the port.</param>
/// <param name="SourceAddress">A source address other than the sender's own.</param>
/// <param name="SourcePort">A source port.</param>
/// <param name="Request">What is asked of a service.</param>
public sealed record Question(
    Endpoint From, Endpoint To, TrafficSelector Traffic, IpAddress? SourceAddress = null, int? SourcePort = null, ServiceRequest? Request = null)
{
    /// <summary>Draws questions about a network, most of them where something is.</summary>
    /// <param name="topology">The network.</param>
    /// <param name="seed">The same seed, the same questions.</param>
    /// <param name="count">How many.</param>
    public static IReadOnlyList<Question> Draw(Topology topology, int seed, int count) => [.. Draw(topology, seed).Take(count)];

    /// <summary>Draws questions without end.</summary>
    /// <param name="topology">The network.</param>
    /// <param name="seed">The same seed, the same questions.</param>
    public static IEnumerable<Question> Draw(Topology topology, int seed)
    {
        var dice = new Dice(seed);
        var requestDice = new Dice(seed + 71_301);
        var familyDice = new Dice(seed + 65_003);
        var messageDice = new Dice(seed + 58_003);
        var routingDice = new Dice(seed + 96_003);
        var ipv6Addresses = topology.NetworkInterfaces
            .Where(each => each.Translates && each.Ipv6Addresses.Count > 0)
            .Select(each => (Element: each.ManagedBy, Address: each.Ipv6Addresses[0]))
            .Concat(topology.ClientVpnEndpoints
                .SelectMany(endpoint => endpoint.Clients)
                .Where(client => client.Ipv6Address is not null)
                .Select(client => (Element: (ElementId?)client.Id, Address: client.Ipv6Address!.Value)))
            .Concat(topology.PublicServices
                .Where(service => service.Ipv6Prefix is not null)
                .Select(service => (Element: (ElementId?)service.Id, Address: service.Ipv6Prefix!.Value.First.Plus(1))))
            .Concat(topology.Accelerators.SelectMany(accelerator => accelerator.Ipv6Addresses.Select(address => (Element: (ElementId?)accelerator.Id, Address: address))))
            .ToLookup(each => each.Element, each => each.Address);
        var speaksIpv6 = topology.Vpcs.Any(vpc => vpc.Ipv6Blocks.Count > 0);
        var addresses = InterestingAddresses(topology, speaksIpv6);
        var elements = topology.Instances.Select(instance => instance.Id)
            .Concat(topology.NetworkInterfaces.Where(each => each.Instance is not null).Select(each => each.Id))
            .Concat(topology.Hybrid.Hosts.SelectMany(host => Enumerable.Repeat(host.Id, 2)))
            .Concat(topology.ClientVpnEndpoints.SelectMany(endpoint => endpoint.Clients).Select(client => client.Id))
            .Concat(topology.InternetClients.Select(client => client.Id))
            .ToList();
        var receivers = elements.Concat(topology.LoadBalancers.SelectMany(balancer => Enumerable.Repeat(balancer.Id, 3)))
            .Concat(topology.PublicServices.SelectMany(service => Enumerable.Repeat(service.Id, service.Ipv6Prefix is null ? 1 : 4)))
            .Concat(topology.VpcEndpoints.Where(endpoint => endpoint.Kind == VpcEndpointKind.Interface).SelectMany(endpoint => Enumerable.Repeat(endpoint.Id, 2)))
            .Concat(topology.Accelerators.SelectMany(accelerator => Enumerable.Repeat(accelerator.Id, 8)))
            .ToList();
        var accelerated = topology.Accelerators.SelectMany(accelerator => accelerator.Ipv6Addresses).ToHashSet();
        var listened = topology.Accelerators
            .SelectMany(accelerator => accelerator.Listeners)
            .Select(listener => new TrafficSelector(listener.Protocol, listener.Ports[0]))
            .ToList();
        var routed = topology.Accelerators.Where(accelerator => accelerator.CustomRouting is not null).ToDictionary(accelerator => accelerator.Id, accelerator => LeadingPorts(topology, accelerator));
        while (true)
        {
            yield return One();
        }

        Question One()
        {
            var from = elements.Count > 0 && dice.Chance(88) ? Endpoint.Of(dice.Pick(elements)) : Endpoint.Internet;
            var to = dice.Between(0, 9) switch
            {
                < 2 => Endpoint.Internet,
                < 8 when receivers.Count > 0 => Endpoint.Of(dice.Pick(receivers)),
                _ => Endpoint.Of(dice.Pick(addresses)),
            };
            // A load balancer, endpoint, service, client or accelerator that has both families is asked in both.
            to = to is ElementEndpoint named && ipv6Addresses[named.Element].ToList() is { Count: > 0 } nodes && familyDice.Chance(55)
                ? Endpoint.Of(familyDice.Pick(nodes))
                : to;
            var port = dice.Chance(90) ? dice.Pick(RandomNetwork.Ports) : dice.Pick([0, 1023, 1025, 65535]);
            var traffic = dice.Between(0, 9) switch
            {
                < 6 => NetDsl.Traffic.Tcp(port),
                < 8 => NetDsl.Traffic.Udp(port),
                8 => speaksIpv6 && dice.Chance(50)
                    ? messageDice.Pick([NetDsl.Traffic.Icmpv6, NetDsl.Traffic.Icmpv6, NetDsl.Traffic.Icmpv6Type(129), NetDsl.Traffic.Icmpv6Type(2, 0)])
                    : messageDice.Pick([NetDsl.Traffic.Icmp, NetDsl.Traffic.Icmp, NetDsl.Traffic.IcmpType(0), NetDsl.Traffic.IcmpType(13), NetDsl.Traffic.IcmpType(3, 4)]),
                _ => NetDsl.Traffic.IpProtocol(dice.Pick([50, 47, 0, 255])),
            };

            // What NAT64 makes of an echo request is seldom met by chance.
            traffic = to is AddressEndpoint(var translated) && Nat64.Embedded(translated) is not null && messageDice.Chance(40) ? NetDsl.Traffic.Icmpv6 : traffic;
            if (to is ElementEndpoint { Element: var custom } && routed.TryGetValue(custom, out var leading) && leading.Count > 0 && routingDice.Chance(85))
            {
                traffic = routingDice.Pick([NetDsl.Traffic.Tcp(routingDice.Pick(leading)), NetDsl.Traffic.Udp(routingDice.Pick(leading))]);
                return new Question(from, to, traffic, Request: RandomNetwork.DrawRequest(requestDice));
            }

            return new Question(
                from,
                to,
                (to is ElementEndpoint { Element.Kind: ElementKind.Accelerator } || (to is AddressEndpoint(var written) && accelerated.Contains(written))) && listened.Count > 0 && dice.Chance(75) ? dice.Pick(listened) : traffic,
                dice.Chance(from == Endpoint.Internet ? 30 : 6) ? dice.Pick(addresses) : null,
                dice.Chance(15) ? dice.Pick([0, 1, 1023, 1024, 32768, 65535]) : null,
                RandomNetwork.DrawRequest(requestDice));
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{From} -> {To}, {Traffic}"
        + (SourceAddress is { } address ? $", source address {address}" : "")
        + (SourcePort is { } port ? $", source port {port}" : "")
        + (Request is { } request ? $", asking {request}" : "");

    /// <summary>Who has an address, where prefixes begin and end, and what is special or nowhere.</summary>
    static List<IpAddress> InterestingAddresses(Topology topology, bool speaksIpv6)
    {
        var held = topology.NetworkInterfaces.SelectMany(each => new[] { each.PrivateAddress, each.PublicAddress ?? each.PrivateAddress })
            .Concat(topology.NetworkInterfaces.SelectMany(each => each.Ipv6Addresses))
            .Concat(topology.NatGateways.SelectMany(nat => new IpAddress[] { nat.PrivateAddress, nat.PublicAddress ?? nat.PrivateAddress }))
            .Concat(topology.NatGateways.SelectMany(nat => nat.SecondaryAddresses)
                .SelectMany(secondary => new IpAddress[] { secondary.PrivateAddress, secondary.PublicAddress ?? secondary.PrivateAddress }))
            .Concat(topology.RegionalNatGateways.SelectMany(nat => nat.Zones).SelectMany(zone => zone.Addresses).Select(address => (IpAddress)address))
            .Concat(topology.ElasticAddresses.Select(elastic => (IpAddress)elastic.Address))
            .Concat(topology.Hybrid.Hosts.Select(host => host.Address))
            .Concat(topology.ClientVpnEndpoints.SelectMany(endpoint => endpoint.Clients).SelectMany(client => client.Addresses))
            .Concat(topology.ClientVpnEndpoints.SelectMany(endpoint => endpoint.Associations)
                .SelectMany(association => new IpAddress[] { association.PrivateAddress, association.PublicAddress ?? association.PrivateAddress }))
            .Concat(topology.Accelerators.SelectMany(accelerator => accelerator.AllAddresses))
            .Concat(topology.InternetClients.Select(client => (IpAddress)client.Address))
            .Concat(topology.PublicServices.Select(service => service.Ipv6Prefix?.First.Plus(1)).OfType<IpAddress>())
            .ToList();
        var prefixes = topology.Vpcs.SelectMany(vpc => vpc.AllBlocks.Select(block => block.Value))
            .Concat(topology.Subnets.Select(subnet => subnet.Prefix.Value))
            .Concat(topology.Hybrid.Sites.SelectMany(site => site.Prefixes.Select(prefix => prefix.Value)))
            .Concat(topology.Subnets.Select(subnet => subnet.Ipv6Prefix?.Value).OfType<IpPrefix>())
            .Concat(topology.ClientVpnEndpoints.Where(endpoint => endpoint.TransitGateway is not null).SelectMany(endpoint => endpoint.ClientPrefixes))
            .Concat(topology.RouteTables.SelectMany(table => table.Routes.Select(route => route.Destination.Value)));
        var edges = prefixes.SelectMany(prefix => new[]
        {
            prefix.First,
            prefix.Last,
            Before(prefix),
            prefix.First.Plus(2),
            prefix.Last == IpPrefix.Containing(prefix.First, 0).Last ? IpPrefix.Containing(prefix.First, 0).First : prefix.Last.Plus(1),
        });
        var special = new[]
        {
            "169.254.169.253", "169.254.169.254", "169.254.169.123", "169.254.169.200", "169.254.168.0", "169.254.172.0",
            "0.0.0.0", "8.8.8.8", "198.51.100.7", "203.0.113.200", "10.255.255.255", "11.0.0.0", "100.64.0.1", "127.0.0.1",
            "172.32.0.0", "223.255.255.255", "224.0.0.0", "255.255.255.255",
        }.Concat(speaksIpv6 ? SpecialIpv6 : []).Select(IpAddress.Parse);

        // What DNS64 would answer.
        if (speaksIpv6)
        {
            held.AddRange(held.Select(address => address.AsIpv4).OfType<Ipv4Address>().Where((_, place) => place % 5 == 0).Select(Nat64.Of).ToList());
        }

        // Three parts of about the same weight.
        return [.. Repeated(held, 60), .. Repeated(edges.Distinct().ToList(), 40), .. Repeated(special.ToList(), 20)];
    }

    /// <summary>Ports of a custom routing accelerator that lead to somebody, to their neighbours or to nobody, and one past the last.</summary>
    static List<int> LeadingPorts(Topology topology, Accelerator accelerator)
    {
        var ports = new List<int>();
        foreach (var listener in accelerator.CustomRouting!.Listeners)
        {
            var all = listener.Ports.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)).ToList();
            var given = 0;
            foreach (var (group, subnet) in listener.Groups.SelectMany(group => group.Subnets.Select(subnet => (group, topology.Subnets.First(each => each.Id == subnet.Subnet)))))
            {
                var (width, prefix) = ((int)group.PortsOfAddress, subnet.Prefix.Value.AsIpv4!.Value);
                foreach (var host in topology.NetworkInterfaces.Where(each => each.Subnet == subnet.Id && each.PrivateAddress.IsIpv4))
                {
                    var place = given + ((int)(host.PrivateAddress.AsIpv4!.Value.Value - prefix.First.Value - SubnetAddresses.ReservedAtStart) * width);
                    ports.AddRange(all.Skip(place).Take(width + 1));
                }

                given += (int)SubnetAddresses.Usable(prefix) * width;
            }

            ports.AddRange([all[0], all[^1], all[^1] + 1]);
        }

        return ports;
    }

    /// <summary>The address before a prefix; before the first of a family stands the last.</summary>
    static IpAddress Before(IpPrefix prefix)
    {
        var family = IpPrefix.Containing(prefix.First, 0);
        var (high, low) = prefix.First;
        return prefix.First == family.First ? family.Last
            : low == 0 ? new IpAddress(high - 1, ulong.MaxValue)
            : new IpAddress(high, low - 1);
    }

    static readonly string[] SpecialIpv6 =
    [
        "fd00:ec2::253", "fd00:ec2::254", "fd00:ec2::123", "fd00:ec2::1", "fd00::1", "::", "ff02::1", "3fff::7", "2600::1", "2001:db8:1::11",
        "64:ff9b::808:808", "64:ff9b::a00:1", "64:ff9b:0:0:0:1::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    ];

    static IEnumerable<IpAddress> Repeated(List<IpAddress> addresses, int atLeast) =>
        addresses.Count == 0 ? [] : Enumerable.Repeat(addresses, (atLeast / addresses.Count) + 1).SelectMany(each => each);
}
