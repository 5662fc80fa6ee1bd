using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>Between transit gateways and sites: interconnect section 2, propagation content and lookup order, and section 6.</summary>
static partial class Hybrid
{
    static readonly Kept<List<Heard>> KnownAtAttachment = new();
    static readonly Kept<List<(IpPrefix Destination, TransitGatewayAttachment Attachment, uint[] Path)>> KnownLearned = new();

    // Section 2, lookup order, (b): the kinds that learn of sites.
    static readonly TransitGatewayAttachmentKind[] Order =
    [
        TransitGatewayAttachmentKind.DirectConnectGateway, TransitGatewayAttachmentKind.Connect, TransitGatewayAttachmentKind.PrivateIpVpn, TransitGatewayAttachmentKind.Vpn,
        TransitGatewayAttachmentKind.VpnConcentrator,
    ];

    /// <summary>Whether a tunnel leads to the transit gateway by that attachment.</summary>
    public static bool EndsAt(Way way, TransitGatewayAttachment attachment) => way.Element switch
    {
        ConnectPeer peer => peer.Attachment == attachment.Id,
        VpnConnection { Concentrator: { } shared } => shared == attachment.Resource,
        _ => way.Element.Id == attachment.Resource,
    };

    /// <summary>What an attachment brings from sites by BGP.</summary>
    public static List<Heard> AtAttachment(Topology topology, TransitGateway gateway, TransitGatewayAttachment attachment) =>
        KnownAtAttachment.Of(topology, attachment.Id, () => HearAtAttachment(topology, gateway, attachment));

    static List<Heard> HearAtAttachment(Topology topology, TransitGateway gateway, TransitGatewayAttachment attachment) =>
    [
        .. Ways(topology)
            .Where(way => way.Element is not VpnConnection { Routing: VpnRouting.Static })
            .SelectMany(way =>
                EndsAt(way, attachment) ? FromSite(way, gateway.Region, gateway.AmazonSideAsn)
                : way.End == attachment.Resource && way.Element is VirtualInterface { Kind: VirtualInterfaceKind.Transit }
                    ? FromSite(way, gateway.Region, topology.Hybrid.DirectConnectGateways.First(each => each.Id == way.End).Asn)
                : []),
    ];

    /// <summary>Of each prefix that an attachment brings, the best.</summary>
    public static IEnumerable<Heard> Propagated(Topology topology, TransitGateway gateway, TransitGatewayAttachment attachment) =>
        AtAttachment(topology, gateway, attachment).GroupBy(each => each.Prefix).Select(same => Best([.. same]));

    /// <summary>
    /// The routes of a table that were learned from sites, the preferred first of equal prefixes: Direct Connect before Connect before VPN over it before other VPN before concentrators, the shorter AS path,
    /// the lower MED (none counts 0 from Direct Connect and 100 from others), external before internal, the name.
    /// </summary>
    public static IReadOnlyList<(IpPrefix Destination, TransitGatewayAttachment Attachment, uint[] Path)> Learned(
        Topology topology, TransitGateway gateway, TransitGatewayRouteTable table) =>
        KnownLearned.Of(topology, table.Id, () => [.. Learn(topology, gateway, table)]);

    static IEnumerable<(IpPrefix Destination, TransitGatewayAttachment Attachment, uint[] Path)> Learn(
        Topology topology, TransitGateway gateway, TransitGatewayRouteTable table) => gateway.Attachments
        .Where(attachment => attachment.IsAvailable && table.Propagations.Any(each => each.Value == attachment.Id))
        .Where(attachment => Order.Contains(attachment.Kind))
        .SelectMany(attachment => Propagated(topology, gateway, attachment).Select(heard => (Attachment: attachment, Heard: heard)))
        .OrderBy(each => Array.IndexOf(Order, each.Attachment.Kind))
        .ThenBy(each => each.Heard.Path.Length)
        .ThenBy(each => Metric((each.Heard.Way!.Element as VpnConnection)?.Policy.Med, each))
        .ThenBy(each => each.Heard.Way!.IsInternal)
        .ThenBy(each => each.Attachment.Name, StringComparer.Ordinal)
        .Select(each => (each.Heard.Prefix, each.Attachment, each.Heard.Path));

    static long Metric(uint? ofVpn, (TransitGatewayAttachment Attachment, Heard Heard) each) =>
        each.Attachment.Kind is TransitGatewayAttachmentKind.Vpn or TransitGatewayAttachmentKind.PrivateIpVpn ? ofVpn ?? 100 : each.Heard.Med;

    /// <summary>Section 2: a site is told what stands in the table of its attachment, blackholes excluded.</summary>
    static List<(IpPrefix Prefix, uint[] Path)> ToldByTransitGateway(Topology topology, TransitGateway gateway, Way way)
    {
        var attachment = gateway.Attachments.FirstOrDefault(each => EndsAt(way, each));
        if (attachment is not { IsAvailable: true, Association: { } association })
        {
            return [];
        }

        var table = gateway.RouteTables.First(each => each.Id == association);
        var routes = new Walk(topology, default).RoutesOf(table, gateway).ToList();
        return
        [
            .. routes
                .Where((route, place) => routes.FindIndex(other => other.Destination == route.Destination) == place)
                .Where(route => route.Attachment is { IsAvailable: true })
                .Where(route => !way.IsInternal || !IsInternal(topology, gateway, route.Attachment!, route.Destination))
                .Select(route => (route.Destination, (uint[])[gateway.AmazonSideAsn, .. route.Path])),
        ];
    }

    /// <summary>Section 7.1: what was learned by internal BGP is not told by internal BGP.</summary>
    static bool IsInternal(Topology topology, TransitGateway gateway, TransitGatewayAttachment attachment, IpPrefix prefix) =>
        attachment.Kind == TransitGatewayAttachmentKind.Connect
        && Propagated(topology, gateway, attachment).First(heard => heard.Prefix == prefix).Way!.IsInternal;
}
