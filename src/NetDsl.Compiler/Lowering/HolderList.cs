using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>Lists everything that has a private address: the interfaces first, then the NAT gateways.</summary>
internal sealed partial class HolderList
{
    private readonly TopologyIndex index;
    private readonly NodeTable nodes;
    private readonly List<AddressHolder> holders = [];
    private readonly Dictionary<ElementId, int> indexes = [];
    private readonly Dictionary<IpAddress, (int Holder, Subnet Subnet)> live = [];
    private readonly HashSet<IpAddress> publicAddresses;

    // Of ranges that were brought along and are not announced: the internet knows no way to them.
    private readonly HashSet<Ipv4Address> unadvertised;

    public HolderList(TopologyIndex index, NodeTable nodes, SourceList sources, FilterCompilation filters)
    {
        this.index = index;
        this.nodes = nodes;
        Sources = sources;
        unadvertised = [.. index.Topology.ElasticAddresses.Where(address => !address.IsAdvertised).Select(address => address.Address)];
        foreach (var each in index.Topology.NetworkInterfaces)
        {
            indexes.Add(each.Id, holders.Count);
            Add(
                each,
                each.Subnet,
                sources.IndexOf(each.Translates ? each.Id : each.Subnet),
                (each.PrivateAddress, each.PublicAddress),
                each.SecurityGroups.Count == 0
                    ? (-1, -1)
                    : Filters(each.SecurityGroups, filters.PlaceOf(each)),
                RoleOf(each));
        }

        foreach (var gateway in index.Topology.NatGateways)
        {
            indexes.Add(gateway.Id, holders.Count);
            Add(gateway, gateway.Subnet, sources.IndexOf(gateway.Id), (gateway.PrivateAddress, gateway.PublicAddress), (-1, -1), HolderRole.NatGateway);
            foreach (var each in gateway.SecondaryAddresses)
            {
                Add(gateway, gateway.Subnet, sources.IndexOf(gateway.Id), (each.PrivateAddress, each.PublicAddress), (-1, -1), HolderRole.NatGateway, indexes[gateway.Id]);
            }
        }

        index.Topology.RegionalNatGateways.ToList().ForEach(Add);
        foreach (var endpoint in index.Topology.ClientVpnEndpoints)
        {
            foreach (var association in endpoint.Associations)
            {
                indexes.Add(association.Id, holders.Count);
                Add(
                    association,
                    association.Subnet,
                    sources.IndexOf(association.Id),
                    (association.PrivateAddress, association.PublicAddress),
                    Filters(endpoint.SecurityGroups, filters.PlaceOf(index.Get<Subnet>(association.Subnet))),
                    HolderRole.NatGateway);
            }

            // Clients are in no VPC: the endpoint is a network of its own, in which they have their addresses.
            var everything = filters.Everything(endpoint);
            foreach (var client in endpoint.Clients)
            {
                holders.Add(new AddressHolder(
                    nodes.Of(client), nodes.Of(endpoint), nodes.Of(endpoint), sources.IndexOf(client.Id), client.Address, null, everything, everything)
                {
                    Ipv6Addresses = client.Ipv6Address is { } ipv6 ? [ipv6] : [],
                });
            }
        }

        foreach (var host in index.Topology.Hybrid.Hosts)
        {
            var site = nodes.Of(index.Get<Site>(host.Site));
            holders.Add(new AddressHolder(nodes.Of(host), site, site, sources.IndexOf(host.Site), host.Address, null, -1, -1)
            {
                Role = HolderRole.SiteHost,
                Ipv6Addresses = host.Address.IsIpv6 ? [host.Address] : [],
            });
        }

        foreach (var accelerator in index.Topology.Accelerators)
        {
            AddAccelerator(accelerator);
        }

        publicAddresses =
        [
            .. index.Topology.ElasticAddresses.Select(address => (IpAddress)address.Address),
            .. holders.Select(holder => holder.PublicAddress).OfType<Ipv4Address>().Select(address => (IpAddress)address),
        ];

        (int Ingress, int Egress) Filters(EquatableArray<ElementId> groups, GroupPlace place) =>
            (filters.Groups(groups, place, ingress: true), filters.Groups(groups, place, ingress: false));
    }

    /// <summary>Where packets enter.</summary>
    public SourceList Sources { get; }

    /// <summary>The index of a NAT gateway, an interface or a Client VPN association.</summary>
    public int Of(Element holder) => indexes[holder.Id];

    /// <summary>Whether an entry is a NAT gateway.</summary>
    /// <remarks>An association of a Client VPN endpoint translates like one and is none: it has groups.</remarks>
    public bool IsNatGateway(int holder) => holders[holder] is { IsNatGateway: true, HasGroups: false };

    /// <summary>The node of the network in which an entry has its address: its VPC, mostly.</summary>
    public int VpcOf(int holder) => holders[holder].Vpc;

    /// <summary>The private address of an entry.</summary>
    public IpAddress AddressOf(int holder) => holders[holder].PrivateAddress;

    /// <summary>The holder of a public address that the internet can reach, and its subnet.</summary>
    public (int Holder, Subnet Subnet)? HolderOfLive(IpAddress address) =>
        live.TryGetValue(address, out var found) ? found : null;

    /// <summary>Whether the address is a public one of this network, live or not.</summary>
    public bool IsPublicAddress(IpAddress address) => publicAddresses.Contains(address);

    public EquatableArray<AddressHolder> ToEquatableArray() => EquatableArray.ToEquatableArray(holders);

    private void Add(
        Element element,
        ElementId subnetId,
        int source,
        (IpAddress Private, Ipv4Address? Public) addresses,
        (int Ingress, int Egress) filters,
        HolderRole role,
        int primary = -1)
    {
        var subnet = index.Get<Subnet>(subnetId);
        if (addresses.Public is { } address && index.GatewayOf(subnet.Vpc) is not null && !unadvertised.Contains(address))
        {
            live[address] = (holders.Count, subnet);
        }

        holders.Add(new AddressHolder(
            nodes.Of(element),
            nodes.Of(index.Vpc(subnet)),
            nodes.Of(subnet),
            source,
            addresses.Private,
            addresses.Public,
            filters.Ingress,
            filters.Egress)
        {
            Role = role,
            Ipv6Addresses = element switch
            {
                NetworkInterface each => each.Ipv6Addresses,
                ClientVpnAssociation association => index.Ipv6AddressesOf(association),
                _ => [],
            },
            UsesDns64 = subnet.Dns64,
            Account = element is NetworkInterface { Participant: { } participant } ? index.Get<Account>(participant).Number : null,
            Primary = primary,
            ChecksSource = element is not NetworkInterface { SourceDestinationCheck: false },
            Forwarded = Sources.OfForwarder(element.Id) is { } forwarded ? forwarded : -1,
        });
    }

    private HolderRole RoleOf(NetworkInterface each) => each.ManagedBy?.Kind switch
    {
        null or ElementKind.InboundResolverEndpoint => HolderRole.Interface,
        ElementKind.LoadBalancer => HolderRole.LoadBalancerNode,
        ElementKind.GatewayLoadBalancer => HolderRole.GatewayLoadBalancing,
        ElementKind.VpcEndpoint => index.Get<VpcEndpoint>(each.ManagedBy).Kind == VpcEndpointKind.GatewayLoadBalancer
            ? HolderRole.GatewayLoadBalancing
            : HolderRole.EndpointInterface,
        var kind => throw new InvalidOperationException($"{kind} has no interfaces."),
    };
}
