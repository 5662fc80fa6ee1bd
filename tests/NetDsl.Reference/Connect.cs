using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>Connect peers of transit gateways: interconnect section 2, Connect, and docs/semantics.md, "Connect".</summary>
static partial class Hybrid
{
    // Asked again and again for one question, and a walk of its own each time.
    static readonly ConditionalWeakTable<Topology, List<Way>> KnownConnectWays = [];

    /// <summary>The Connect peers whose tunnels work.</summary>
    static List<Way> ConnectWays(Topology topology) => KnownConnectWays.GetValue(
        topology, each => [.. each.Hybrid.ConnectPeers.Where(peer => Works(each, peer)).Select(peer => WayOf(each, peer))]);

    /// <summary>
    /// An appliance of a system of its own stands in front of the site's; one of the gateway's speaks internal BGP, and what it tells has to come from elsewhere; a
    /// customer gateway is of the site.
    /// </summary>
    static Way WayOf(Topology topology, ConnectPeer peer)
    {
        var (gateway, _, _) = EndsOf(topology, peer);
        var site = SiteOf(topology, peer.Site);
        var own = topology.Hybrid.CustomerGateways.Any(each => each.Id == peer.Appliance.Value) ? peer.Asn : site.Asn;
        var isInternal = peer.Asn == gateway.AmazonSideAsn;
        return new Way(
            peer,
            1,
            site,
            own,
            gateway.Id,
            peer.Policy,
            isInternal || peer.Asn == own ? [] : [peer.Asn],
            null,
            topology.Profile.Quotas.LearnedRoutesPerConnectPeer)
        {
            IsInternal = isInternal,
        };
    }

    public static (TransitGateway Gateway, TransitGatewayAttachment Connect, TransitGatewayAttachment Transport) EndsOf(Topology topology, ConnectPeer peer)
    {
        var gateway = topology.TransitGateways.First(each => each.Attachments.Any(attachment => attachment.Id == peer.Attachment));
        var connect = gateway.Attachments.First(each => each.Id == peer.Attachment);
        return (gateway, connect, gateway.Attachments.First(each => each.Id == connect.Resource));
    }

    static bool Works(Topology topology, ConnectPeer peer)
    {
        var (gateway, _, transport) = EndsOf(topology, peer);
        if (!peer.IsUp || !transport.IsAvailable)
        {
            return false;
        }

        if (topology.NetworkInterfaces.FirstOrDefault(each => each.Id == peer.Appliance.Value) is { } appliance)
        {
            return appliance.Instance is not null && Walk.TunnelWorks(topology, gateway, transport, peer.GatewayAddress, appliance);
        }

        return CrossesDirectConnect(topology, gateway, transport, topology.Hybrid.CustomerGateways.First(each => each.Id == peer.Appliance.Value), peer.GatewayAddress);
    }
}
