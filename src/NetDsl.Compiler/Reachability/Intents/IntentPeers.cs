using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability.Intents;

/// <summary>Who the ends of intents are in the tables of a network: whom packets come from, and what is written to whom.</summary>
internal sealed class IntentPeers
{
    private readonly Topology topology;
    private readonly PlanTables tables;
    private readonly NetworkLowering plan;
    private readonly PacketSpace space;
    private readonly Dictionary<(string Kind, string Path), List<int>> holders = [];
    private readonly Lazy<PacketSet> fromOwn;
    private readonly Lazy<PacketSet> toOwn;

    // Most intents that speak of the outside mean all of it.
    private readonly Dictionary<EquatableArray<IpPrefix>, PacketSet> fromOutside = [];
    private readonly Dictionary<EquatableArray<IpPrefix>, PacketSet> toOutside = [];

    public IntentPeers(Topology topology, PlanTables tables, PacketSpace space)
    {
        this.topology = topology;
        this.tables = tables;
        this.space = space;
        plan = tables.Plan;
        for (var holder = 0; holder < plan.Holders.Count; holder++)
        {
            Add(plan.Holders[holder].Node, holder);
        }

        foreach (var link in plan.Endpoints)
        {
            Add(link.Node, link.Holder);
        }

        // A name answers with the nodes that have targets; with all when none has.
        foreach (var balancer in plan.Distributions.GroupBy(distribution => distribution.Node))
        {
            var answering = balancer.Where(distribution => distribution.IsInDns).ToList();
            foreach (var distribution in answering.Count > 0 ? answering : [.. balancer])
            {
                Add(balancer.Key, distribution.Holder);
            }
        }

        fromOwn = new(() => space.UnionOf([.. OwnPrefixes().Select(space.From)]));
        toOwn = new(() => space.UnionOf([.. OwnPrefixes().Select(space.To)]));

        void Add(int node, int holder)
        {
            var key = (plan.Node(node).Kind, plan.Node(node).Path);
            if (!holders.TryGetValue(key, out var list))
            {
                holders.Add(key, list = []);
            }

            list.Add(holder);
        }
    }

    /// <summary>Who sends, each in one family.</summary>
    public IEnumerable<IntentSender> Senders(IntentParty party)
    {
        var sending = new Dictionary<HolderGroup, List<int>>();
        foreach (var element in party.Elements)
        {
            if (ClientAddress(element) is { } client)
            {
                yield return new IntentSender(null, space.From(client), client) { HasIpv4 = client.IsIpv4, HasIpv6 = client.IsIpv6 };
                continue;
            }

            foreach (var holder in HoldersOf(element).Take(1))
            {
                var group = tables.GroupOf(holder);
                if (!sending.TryGetValue(group, out var members))
                {
                    sending.Add(group, members = []);
                }

                members.Add(holder);
            }
        }

        foreach (var each in sending)
        {
            var of = plan.Holders[each.Key.Representative];
            foreach (var family in each.Value.SelectMany(tables.AddressesOf).GroupBy(address => address.IsIpv4))
            {
                yield return new IntentSender(each.Key, space.UnionOf([.. family.Select(space.From)]), family.First())
                {
                    HasIpv4 = of.PrivateAddress.IsIpv4,
                    HasIpv6 = of.Ipv6Addresses.Count > 0,
                    UsesDns64 = of.UsesDns64,
                    Forwards = !of.ChecksSource,
                };
            }
        }

        if (party.Outside.Count > 0)
        {
            yield return new IntentSender(null, Outside(party.Outside, fromOutside, space.From, fromOwn), null) { HasIpv4 = true, HasIpv6 = true };
        }
    }

    /// <summary>Whom packets are for, by all addresses that they have.</summary>
    public IEnumerable<IntentReceiver> Receivers(IntentParty party) =>
        Receivers(party, service => service.Prefixes, holder => [.. holder.AllAddresses], hasInternet: true);

    /// <summary>Whom packets are for, by the addresses by which somebody writes to them; one without packets has none of the family.</summary>
    public IEnumerable<IntentReceiver> Receivers(IntentParty party, IntentSender sender, Protocol protocol) =>
        Receivers(party, service => PrefixesFor(service, sender, protocol), holder => AddressesFor(holder, sender, protocol), hasInternet: sender.Group is not null);

    private IEnumerable<IntentReceiver> Receivers(
        IntentParty party, Func<PublicService, IEnumerable<IpPrefix>?> prefixesOf, Func<AddressHolder, List<IpAddress>?> addressesOf, bool hasInternet)
    {
        foreach (var element in party.Elements)
        {
            if (element.Kind == ElementKind.PublicService)
            {
                if (prefixesOf(topology.PublicServices.First(service => service.Id == element)) is { } prefixes)
                {
                    yield return new IntentReceiver(-1, space.UnionOf([.. prefixes.Select(space.To)]), element.Path);
                }
            }
            else if (ClientAddress(element) is { } client)
            {
                yield return new IntentReceiver(-1, space.To(client), element.Path) { IsOutside = true };
            }
            else
            {
                foreach (var holder in HoldersOf(element))
                {
                    if (addressesOf(plan.Holders[holder]) is { } addresses)
                    {
                        yield return new IntentReceiver(holder, space.UnionOf([.. addresses.Select(space.To)]), element.Path)
                        {
                            Translates = plan.Holders[holder].Translates,
                        };
                    }
                }
            }
        }

        if (party.Outside.Count > 0 && hasInternet)
        {
            yield return new IntentReceiver(-1, Outside(party.Outside, toOutside, space.To, toOwn), "the internet") { IsOutside = true };
        }
    }

    /// <summary>The addresses by which somebody writes to a service; nothing where another address of the sender is for it.</summary>
    private static IEnumerable<IpPrefix>? PrefixesFor(PublicService service, IntentSender sender, Protocol protocol)
    {
        if (service.Ipv6Prefix is not { } ipv6 || sender.Speaks is not { } own)
        {
            return service.Prefixes;
        }

        var isIpv4 = protocol == Protocol.Icmp || (protocol != Protocol.Icmpv6 && sender.HasIpv4);
        return own.IsIpv4 == isIpv4 ? [isIpv4 ? service.Prefix : ipv6]
            : (isIpv4 ? sender.HasIpv4 : sender.HasIpv6) ? null
            : [];
    }

    /// <summary>The address by which somebody writes to a holder; nothing where another address of the sender is for it.</summary>
    private static List<IpAddress>? AddressesFor(AddressHolder receiver, IntentSender sender, Protocol protocol)
    {
        if (sender.Group is null)
        {
            return [.. new[] { receiver.AddressOnInternet(PublicAddressPool.InternetHost), receiver.AddressOnInternet(PublicAddressPool.Ipv6InternetHost) }
                .OfType<IpAddress>()
                .Where(address => sender.Speaks is null || address.IsIpv4 == sender.Speaks.Value.IsIpv4)
                .Where(address => address.IsIpv4 ? protocol != Protocol.Icmpv6 : protocol != Protocol.Icmp)];
        }

        // Who has both families on both sides speaks IPv4, or what the protocol is of; docs/semantics.md, "Questions".
        var isIpv4 = protocol == Protocol.Icmp
            || (protocol != Protocol.Icmpv6 && sender.HasIpv4 && receiver.AddressOf(PublicAddressPool.InternetHost) is not null);
        var own = sender.Speaks!.Value;
        if (own.IsIpv4 != isIpv4)
        {
            // The other address of the sender is for it, when it has one.
            return (isIpv4 ? sender.HasIpv4 : sender.HasIpv6) ? null : [];
        }

        return receiver.AddressOf(own) is { } address ? [address]
            : sender.UsesDns64 && own.IsIpv6 && receiver.PrivateAddress.AsIpv4 is { } named ? [Nat64.Of(named)]
            : [];
    }

    /// <summary>The packets from prefixes of the outside, or to them, without those of the network's own addresses there.</summary>
    private PacketSet Outside(
        EquatableArray<IpPrefix> prefixes, Dictionary<EquatableArray<IpPrefix>, PacketSet> known, Func<IpPrefix, PacketSet> of, Lazy<PacketSet> own)
    {
        if (!known.TryGetValue(prefixes, out var packets))
        {
            packets = space.Except(space.UnionOf([.. prefixes.Select(of)]), own.Value);
            known.Add(prefixes, packets);
        }

        return packets;
    }

    private List<int> HoldersOf(ElementId element) =>
        holders.TryGetValue((ElementKinds.Code(element.Kind), element.Path), out var found) ? found : [];

    private IpAddress? ClientAddress(ElementId element) => element.Kind == ElementKind.InternetClient
        ? topology.InternetClients.First(client => client.Id == element).Address
        : null;

    /// <summary>The network's own addresses on the internet.</summary>
    private IEnumerable<IpPrefix> OwnPrefixes() => plan.Holders
        .SelectMany(holder => holder.PublicAddress is { } address ? [(IpAddress)address, holder.PrivateAddress] : new[] { holder.PrivateAddress })
        .Select(IpPrefix.Of)
        .Concat(topology.ElasticAddresses.Select(elastic => IpPrefix.Of(elastic.Address)))
        .Concat(topology.PublicServices.SelectMany(service => service.Prefixes))
        .Concat(topology.Vpcs.SelectMany(vpc => vpc.AllBlocks).Select(block => block.Value))
        .Concat(topology.Hybrid.Sites.SelectMany(site => site.Prefixes).Select(prefix => prefix.Value))
        .Where(prefix => InternetRanges.Carries(prefix.First))
        .Distinct();
}
