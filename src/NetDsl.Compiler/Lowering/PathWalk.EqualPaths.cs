using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Equal paths out of a transit gateway, among which flows are spread (ECMP).</content>
internal sealed partial class PathWalk
{
    /// <summary>Out of a transit gateway to sites, by one of the equal ways; nothing when there is no choice.</summary>
    private SpreadEnd? Spread(Element gateway, Element table, TransitGatewayAttachment attachment, MergedRoute route)
    {
        if (!attachment.LeadsToSites)
        {
            return null;
        }

        var ways = index.Whole.Gateways.EqualWays(index.Get<TransitGateway>(gateway.Id), index.WholeTables.RoutesOf(table.Id), route);
        return ways.Count < 2
            ? null
            : new SpreadEnd(nodes.Of(gateway), ways.Select(way => nodes.Fork(Fork().OneOf(ways.Count, way))).ToEquatableArray());
    }

    /// <summary>The rest of the path, when the flow falls to this way.</summary>
    private PathProgram OneOf(int count, EqualWay way)
    {
        steps.Add(new TransitGatewayStep(nodes.Of(way.Attachment), Entering: false, Subnet: -1, Unspecified: false));
        var choice = $"(of {count} equal paths the one that the flow's hash falls to)";
        if (way.Link.IsConnect)
        {
            return Ended(ToPeer(way.Link, $"carries it in GRE {choice}"));
        }

        if (way.Attachment.Kind == TransitGatewayAttachmentKind.DirectConnectGateway)
        {
            Relay(index.Get<DirectConnectGateway>(way.Attachment.Resource), $"{way.Route.Destination} → {way.Link.Element.Name}");
        }

        sourceVpc = null;
        PassTransport(way.Link, toSite: true);
        Relay(
            way.Link.Element,
            $"{(way.Link.IsDirectConnect ? "" : $"tunnel {way.Link.Tunnel} ")}carries it {choice} to site {way.Link.Site.Name}");
        return Ended(AtSite(way.Link.Site));
    }

    private PathProgram Ended(PathEnd end) => new(steps.ToEquatableArray(), end);

    /// <summary>A walk that goes on from here, and knows what this one has met.</summary>
    private PathWalk Fork()
    {
        return new PathWalk(index, nodes, scope, junctions: null, address)
        {
            junction = junction,
            assumed = assumed,
            isRewritten = isRewritten,
            visited = visited,
            sourceVpc = sourceVpc,
            sourceSubnet = sourceSubnet,
            isBehindMiddlebox = isBehindMiddlebox,
            isFromNatGateway = isFromNatGateway,
            translatedBy = translatedBy,
            sendingDenier = sendingDenier,
        };
    }
}
