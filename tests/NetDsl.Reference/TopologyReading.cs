using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>Finds things in the model, by looking through its lists.</summary>
static class TopologyReading
{
    public static Vpc Vpc(this Topology topology, ElementId id) => topology.Vpcs.First(vpc => vpc.Id == id);

    public static Subnet Subnet(this Topology topology, ElementId id) => topology.Subnets.First(subnet => subnet.Id == id);

    public static RouteTable TableOf(this Topology topology, Subnet subnet) =>
        topology.RouteTables.First(table => table.Id == subnet.RouteTable);

    public static NetworkAcl AclOf(this Topology topology, Subnet subnet) =>
        topology.NetworkAcls.First(acl => acl.Id == subnet.NetworkAcl);

    public static SecurityGroup Group(this Topology topology, ElementId id) =>
        topology.SecurityGroups.First(group => group.Id == id);

    static readonly Kept<List<Holder>> KnownHolders = new();

    /// <summary>The interfaces and the NAT gateways, in the order of declaration.</summary>
    public static IReadOnlyList<Holder> Holders(this Topology topology) => KnownHolders.Of(topology, () => [.. topology.ListHolders()]);

    static IEnumerable<Holder> ListHolders(this Topology topology) =>
        topology.NetworkInterfaces
            .Select(each => new Holder(each, topology.Subnet(each.Subnet), each.PrivateAddress, each.PublicAddress))
            .Concat(topology.NatGateways.SelectMany(nat => nat.SecondaryAddresses
                .Prepend(new NatAddress(nat.PrivateAddress, nat.PublicAddress))
                .Select(each => new Holder(nat, topology.Subnet(nat.Subnet), each.PrivateAddress, each.PublicAddress))))
            .Concat(topology.RegionalNatGateways.SelectMany(topology.HoldersOf))
            .Concat(topology.ClientVpnEndpoints.SelectMany(endpoint => endpoint.Associations.Select(association =>
                new Holder(association, topology.Subnet(association.Subnet), association.PrivateAddress, association.PublicAddress) { ClientVpn = endpoint })))
            .Concat(topology.ClientVpnEndpoints.SelectMany(endpoint => endpoint.Clients.Select(client => ClientHolder(endpoint, client))))
            .Concat(topology.Hybrid.Hosts.Select(host => new Holder(host, null!, host.Address, null) { Site = host.Site }));

    /// <summary>How many translators there are, each counted once with all of its addresses; the static addresses of accelerators stand for themselves.</summary>
    public static int TranslatorCount(this Topology topology) =>
        topology.Holders()
            .Where(each => each.Translates || topology.IsNatInstance(each))
            .Select(each => (each.Element.Id, each.Subnet.Id))
            .Distinct()
            .Count()
        + topology.Accelerators.Sum(each => each.Addresses.Count);

    /// <summary>Whether it is an interface of a NAT instance.</summary>
    public static bool IsNatInstance(this Topology topology, Holder holder) =>
        topology.Instances.Any(host => host.Forwarding == HostForwarding.Translating && host.Interfaces.Contains(holder.Element.Id));

    /// <summary>A client of a Client VPN endpoint, which is in no VPC.</summary>
    public static Holder ClientHolder(ClientVpnEndpoint endpoint, VpnClient client) => new(client, null!, client.Address, null) { ClientVpn = endpoint };

    /// <summary>Who has that private address in that VPC.</summary>
    public static Holder? HolderIn(this Topology topology, ElementId vpc, IpAddress address) =>
        topology.Holders().FirstOrDefault(holder =>
            holder.Element is not (VpnClient or RegionalNatGateway) && holder.Vpc == vpc && holder.Addresses.Any(each => each == address));

    /// <summary>The subnet of that VPC that contains the address.</summary>
    public static Subnet? SubnetIn(this Topology topology, ElementId vpc, IpAddress address) =>
        topology.Subnets.FirstOrDefault(subnet => subnet.Vpc == vpc && subnet.Contains(address));

    /// <summary>The internet gateway that is attached to that VPC.</summary>
    public static InternetGateway? GatewayOf(this Topology topology, ElementId vpc) =>
        topology.InternetGateways.FirstOrDefault(gateway => gateway.Vpc == vpc);

    /// <summary>The holder of a live public address: one whose VPC has an attached internet gateway.</summary>
    public static Holder? LiveHolder(this Topology topology, IpAddress publicAddress) =>
        topology.Holders().FirstOrDefault(holder =>
            holder.PublicAddress == publicAddress && topology.GatewayOf(holder.Vpc) is not null
            && !topology.ElasticAddresses.Any(elastic => elastic.Address == publicAddress && !elastic.IsAdvertised));

    /// <summary>Whether it is a public address of the network, live or not.</summary>
    public static bool OwnsPublicAddress(this Topology topology, IpAddress address) =>
        topology.Holders().Any(holder => holder.PublicAddress == address)
        || topology.ElasticAddresses.Any(elastic => elastic.Address == address)
        || topology.Accelerators.Any(accelerator => accelerator.Addresses.Any(each => each == address) || accelerator.Ipv6Addresses.Contains(address));
}
