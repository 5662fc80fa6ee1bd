using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <summary>The GRE tunnel of a Connect peer.</summary>
/// <param name="Peer">The peer.</param>
/// <param name="Gateway">The transit gateway at its one end.</param>
/// <param name="Transport">The attachment that transports it.</param>
/// <param name="Fault">Why it does not work; nothing when it does.</param>
internal sealed record ConnectTunnel(ConnectPeer Peer, TransitGateway Gateway, TransitGatewayAttachment Transport, string? Fault);

/// <summary>
/// Finds out which GRE tunnels of Connect peers work: those whose packets find a way in both directions between the gateway's address and the
/// appliance. They are packets as any other, of protocol 47, but the way is looked for within the transport only.
/// </summary>
/// <remarks>
/// Source: "Transit gateway Connect attachments and Transit gateway Connect peers", Amazon VPC Transit Gateways guide. That the tunnel itself is not simulated is
/// our choice.
/// </remarks>
internal sealed class ConnectTunnels(TopologyIndex index, RouteTables tables)
{
    private static readonly Protocol Gre = Protocol.FromNumber(47);

    /// <summary>The tunnels of all peers.</summary>
    public IReadOnlyList<ConnectTunnel> All() =>
    [
        .. from gateway in index.Topology.TransitGateways
           from attachment in gateway.Attachments
           where attachment.Kind == TransitGatewayAttachmentKind.Connect
           let transport = index.Get<TransitGatewayAttachment>(attachment.Resource)
           from peer in index.Topology.Hybrid.ConnectPeers
           where peer.Attachment == attachment.Id
           select new ConnectTunnel(peer, gateway, transport, Fault(peer, gateway, transport)),
    ];

    /// <summary>The links of the tunnels that work.</summary>
    public static IEnumerable<HybridLink> Links(TopologyIndex index, IEnumerable<ConnectTunnel> tunnels) => tunnels
        .Where(tunnel => tunnel.Fault is null)
        .Select(tunnel => Link(index, tunnel));

    /// <summary>What the appliance advertises, when the tunnel works.</summary>
    public static IEnumerable<IpPrefix> Advertised(TopologyIndex index, ConnectPeer peer) =>
        (peer.Policy.Advertised.Count > 0 ? peer.Policy.Advertised : index.Get<Site>(peer.Site).Prefixes).Select(prefix => prefix.Value);

    /// <summary>
    /// An appliance of another system than its site is a neighbour of it, and stands before it in AS paths as a provider does; a customer gateway is of its
    /// site. One of the gateway's own system adds nothing on its sessions with the gateway.
    /// </summary>
    private static HybridLink Link(TopologyIndex index, ConnectTunnel tunnel)
    {
        var (peer, gateway) = (tunnel.Peer, tunnel.Gateway);
        var site = index.Get<Site>(peer.Site);
        var siteAsn = peer.Appliance.Value.Kind == ElementKind.CustomerGateway ? peer.Asn : site.Asn;
        return new HybridLink(peer, 1, site, siteAsn, gateway.Id, peer.Policy)
        {
            MostPrefixes = index.Topology.Profile.Quotas.LearnedRoutesPerConnectPeer,
            ProviderAsn = peer.Asn == siteAsn || peer.Asn == gateway.AmazonSideAsn ? null : peer.Asn,
            IsInternal = peer.Asn == gateway.AmazonSideAsn,
        };
    }

    private string? Fault(ConnectPeer peer, TransitGateway gateway, TransitGatewayAttachment transport)
    {
        if (!peer.IsUp)
        {
            return "its router is down";
        }

        return peer.Appliance.Value.Kind == ElementKind.CustomerGateway
            ? index.Gateways.FaultOverDirectConnect(transport, index.Get<CustomerGateway>(peer.Appliance.Value), peer.GatewayAddress)
            : FaultInVpc(peer, gateway, transport, index.Get<NetworkInterface>(peer.Appliance.Value));
    }

    /// <summary>
    /// From the attachment's subnet in the appliance's zone, or else in the lowest, by that subnet's table to the appliance, past ACLs and groups; and
    /// back by the table of the appliance's subnet. The way back is that of a reply, which groups admit.
    /// </summary>
    private string? FaultInVpc(ConnectPeer peer, TransitGateway gateway, TransitGatewayAttachment transport, NetworkInterface appliance)
    {
        var home = index.Get<Subnet>(appliance.Subnet);
        var served = transport.Subnets.Select(subnet => index.Get<Subnet>(subnet.Value)).OrderBy(subnet => subnet.Zone.Value, StringComparer.Ordinal).ToList();
        var near = served.Find(subnet => index.ZoneIdOf(subnet) == index.TransitZoneIdOf(home));
        var exit = near ?? served[0];
        var (there, here) = (appliance.PrivateAddress, peer.GatewayAddress);
        if (GatewayRoutes.FaultOf(transport) is { } fault)
        {
            return fault;
        }

        if (appliance.Instance is null)
        {
            return $"interface '{appliance.Name}' belongs to no instance";
        }

        if (!exit.Contains(there) && !Admits(exit, inbound: false, there))
        {
            return $"network ACL '{exit.NetworkAcl.Name}' lets no GRE out of subnet '{exit.Name}' to {there}";
        }

        if (tables.Lookup(exit.RouteTable, there) is not { Kind: Graph.RouteKind.Local })
        {
            return $"route table '{exit.RouteTable.Name}' of subnet '{exit.Name}' does not lead to {there} by its local route";
        }

        if (exit.Id != home.Id && !Admits(home, inbound: true, here))
        {
            return $"network ACL '{home.NetworkAcl.Name}' lets no GRE from {here} into subnet '{home.Name}'";
        }

        if (!appliance.SecurityGroups.Any(group => Admits(index.Get<SecurityGroup>(group), here)))
        {
            return $"no security group of '{appliance.Name}' admits GRE, protocol 47, from {here}";
        }

        if (!Admits(home, inbound: false, here))
        {
            return $"network ACL '{home.NetworkAcl.Name}' lets no GRE out of subnet '{home.Name}' to {here}";
        }

        if (tables.Lookup(home.RouteTable, here)?.Target != gateway.Id)
        {
            return $"route table '{home.RouteTable.Name}' of subnet '{home.Name}' has no route to {here} by transit gateway '{gateway.Name}'";
        }

        return near is null ? $"attachment '{transport.Name}' has no subnet in zone {home.Zone}, where '{appliance.Name}' is"
            : near.Id != home.Id && !Admits(near, inbound: true, there) ? $"network ACL '{near.NetworkAcl.Name}' lets no GRE from {there} into subnet '{near.Name}'"
            : null;
    }

    private bool Admits(Subnet subnet, bool inbound, IpAddress other)
    {
        var acl = index.Get<NetworkAcl>(subnet.NetworkAcl);
        return (inbound ? acl.Inbound : acl.Outbound)
            .FirstOrDefault(entry => entry.Traffic.Matches(Gre, 0) && entry.Peer.Value.Contains(other)) is { Action: AclAction.Allow };
    }

    /// <summary>A rule that references a group does not match: the gateway's address is no interface's.</summary>
    private bool Admits(SecurityGroup group, IpAddress sender) => group.Ingress.Any(rule => rule.Traffic.Matches(Gre, 0)
        && (rule.Peer.Value.Prefix?.Contains(sender) == true
            || (rule.Peer.Value.PrefixList is { } list && index.Get<PrefixList>(list).Entries.Any(entry => entry.Value.Contains(sender)))));
}
