using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Through transit gateways.</content>
internal sealed partial class PathWalk
{
    private PathEnd ToTransitGateway(Subnet subnet, MergedRoute route, TransitGateway gateway)
    {
        if (gateway.AttachmentOf(subnet.Vpc) is not { } attachment)
        {
            return DropAtTarget(
                gateway,
                route,
                $"VPC '{index.Vpc(subnet).Name}' is not attached to transit gateway '{gateway.Name}'; attach it");
        }

        if (!attachment.IsAvailable)
        {
            return DropAtTarget(gateway, route, NotAvailable(attachment));
        }

        if (SubnetIn(attachment, subnet.Zone.Value) is not { } entrance)
        {
            return Drop(
                attachment,
                DropCode.TgwRouteAzRestriction,
                $"attachment '{attachment.Name}' has no subnet in zone {subnet.Zone}; add one");
        }

        if (entrance.Id != subnet.Id)
        {
            AskAcl(entrance, inbound: true);
        }

        steps.Add(new TransitGatewayStep(nodes.Of(attachment), Entering: true, nodes.Of(entrance), Unspecified: false));
        return attachment.Association is { } association
            ? ThroughTransitGateway(gateway, index.Get<TransitGatewayRouteTable>(association), subnet.Zone.Value)
            : Drop(
                attachment,
                DropCode.TgwAttachMissingTgwRtbAssociation,
                $"attachment '{attachment.Name}' is associated with no route table of transit gateway '{gateway.Name}'; associate it");
    }

    private PathEnd ThroughTransitGateway(TransitGateway gateway, TransitGatewayRouteTable table, string zone)
    {
        if (tables.Lookup(table.Id, destination) is not { } route)
        {
            return Drop(
                table,
                DropCode.TgwRtbNoRouteToTgwAttachment,
                $"route table '{table.Name}' of transit gateway '{gateway.Name}' has no route to the destination; propagate its attachment or add a static route");
        }

        AddRoute(table, route);
        if (route.Target is not { } target)
        {
            return Drop(
                table,
                DropCode.BadStateRoute,
                $"route {route.Destination} of transit gateway route table '{table.Name}' is a blackhole",
                route.Origin);
        }

        var attachment = index.Get<TransitGatewayAttachment>(target);
        if (!attachment.IsAvailable)
        {
            return Drop(table, DropCode.BadStateRoute, NotAvailable(attachment), route.Origin);
        }

        return attachment.Kind switch
        {
            TransitGatewayAttachmentKind.Vpc => IntoVpc(attachment, zone),
            _ => throw new InvalidOperationException($"Nothing is known of what lies behind a {attachment.Kind} attachment."),
        };
    }

    /// <summary>The packet leaves the transit gateway in a subnet of the attachment, whose table routes it on.</summary>
    private PathEnd IntoVpc(TransitGatewayAttachment attachment, string zone)
    {
        var inZone = SubnetIn(attachment, zone);
        var exit = inZone ?? attachment.Subnets
            .Select(subnet => index.Get<Subnet>(subnet.Value))
            .OrderBy(subnet => subnet.Zone.Value, StringComparer.Ordinal)
            .First();
        steps.Add(new TransitGatewayStep(nodes.Of(attachment), Entering: false, nodes.Of(exit), Unspecified: inZone is null));

        if (!exit.Prefix.Value.Contains(destination))
        {
            AskAcl(exit, inbound: false);
        }

        return Route(exit);
    }

    private static string NotAvailable(TransitGatewayAttachment attachment) =>
        $"attachment '{attachment.Name}' is {attachment.State}, and only an available one carries packets; its owner accepts it with AcceptedBy";

    private Subnet? SubnetIn(TransitGatewayAttachment attachment, string zone) => attachment.Subnets
        .Select(subnet => index.Get<Subnet>(subnet.Value))
        .FirstOrDefault(subnet => subnet.Zone.Value == zone);
}
