using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>
/// Finds the path from a source to a destination, hop by hop. Filters are steps of the path, not decisions of the walk;
/// whatever else drops ends it.
/// </summary>
internal sealed class PathWalk(
    TopologyIndex index,
    NodeTable nodes,
    FilterCompilation filters,
    HolderList holders,
    RouteTables tables,
    Ipv4Address destination)
{
    private readonly List<PathStep> steps = [];
    private readonly HashSet<(ElementId Table, ElementId? SourceVpc)> visited = [];

    // The VPC whose private address the source of the packet is at this point; none behind an internet gateway.
    private ElementId? sourceVpc;

    /// <summary>The path of packets from the source to the destination, and to all others of its range.</summary>
    public PathProgram From(Source source)
    {
        var end = source switch
        {
            { Subnet: null } => Internet(cameFromThere: true),
            { IsRestored: true } => Leave(source.Subnet),
            _ => Send(source.Subnet),
        };
        return new PathProgram(steps.ToEquatableArray(), end);
    }

    /// <summary>An interface of the subnet sends.</summary>
    private PathEnd Send(Subnet subnet)
    {
        if (HostService(index.Vpc(subnet)) is { } service)
        {
            return new HostServiceEnd(service);
        }

        sourceVpc = subnet.Vpc;
        steps.Add(new SenderGroupsStep());
        return Leave(subnet);
    }

    private string? HostService(Vpc vpc) =>
        destination == WellKnownAddresses.ResolverOf(vpc.Primary.Value)
            ? WellKnownAddresses.Resolver
            : WellKnownAddresses.HostServices.FirstOrDefault(service => service.Address == destination).Service;

    /// <summary>The packet leaves an interface of the subnet, past its groups.</summary>
    private PathEnd Leave(Subnet subnet)
    {
        if (subnet.Prefix.Value.Contains(destination))
        {
            return Arrive(index.Vpc(subnet));
        }

        AskAcl(subnet, inbound: false);
        return Route(subnet);
    }

    private PathEnd Route(Subnet subnet)
    {
        var table = index.Get<RouteTable>(subnet.RouteTable);
        if (WellKnownAddresses.Reserved.Contains(destination))
        {
            return Drop(
                table,
                DropCode.ReservedRange,
                $"{WellKnownAddresses.Reserved} is kept by the vendor for its own services; no route table forwards it");
        }

        if (!visited.Add((table.Id, sourceVpc)))
        {
            return Drop(
                table,
                DropCode.ForwardingLoop,
                $"the packet came back to route table '{table.Name}'; give the subnets of the loop tables of their own");
        }

        if (tables.Lookup(table.Id, destination) is not { } route)
        {
            return Drop(
                table,
                DropCode.NoRouteToDestination,
                $"route table '{table.Name}' has no route to the destination; add one to the gateway, peering connection or transit gateway that leads there");
        }

        AddRoute(table, route);
        return route.Target switch
        {
            null => Enter(index.Vpc(subnet), from: subnet),
            { Kind: ElementKind.InternetGateway } target => ToInternetGateway(subnet, route, index.Get<InternetGateway>(target)),
            { Kind: ElementKind.NatGateway } target => ToNatGateway(subnet, route, index.Get<NatGateway>(target)),
            { Kind: ElementKind.Peering } target => ToPeering(subnet, route, index.Get<Peering>(target)),
            { Kind: ElementKind.TransitGateway } target => ToTransitGateway(subnet, route, index.Get<TransitGateway>(target)),
            { } target => throw new InvalidOperationException($"A {ElementKinds.Text(target.Kind)} is no route target."),
        };
    }

    /// <summary>Goes into the subnet of the VPC that has the destination, past its ACL, unless the packet is there already.</summary>
    private PathEnd Enter(Vpc vpc, Subnet? from)
    {
        if (index.SubnetOf(vpc, destination) is not { } subnet)
        {
            return Drop(
                vpc, DropCode.NoInterfaceWithAddress, $"VPC '{vpc.Name}' has no subnet with the destination address");
        }

        if (subnet.Id != from?.Id)
        {
            AskAcl(subnet, inbound: true);
        }

        return Arrive(vpc);
    }

    private DeliverEnd Arrive(Vpc vpc) => new(nodes.Of(vpc), SourceVpcNode());

    private PathEnd ToInternetGateway(Subnet subnet, MergedRoute route, InternetGateway gateway)
    {
        var vpc = index.Vpc(subnet);
        if (gateway.Vpc != vpc.Id)
        {
            return DropAtTarget(
                gateway,
                route,
                $"internet gateway '{gateway.Name}' is not attached to VPC '{vpc.Name}'; attach it or route to the VPC's own");
        }

        if (sourceVpc != vpc.Id)
        {
            return Drop(
                gateway,
                DropCode.IgwPublicIpAssociationForEgress,
                $"the source is not of VPC '{vpc.Name}', and internet gateway '{gateway.Name}' knows public addresses of its own VPC only; send it through a NAT gateway");
        }

        steps.Add(new InternetGatewayOutStep(nodes.Of(gateway), SourceVpcNode()));
        sourceVpc = null;
        return Internet(cameFromThere: false);
    }

    private PathEnd ToNatGateway(Subnet subnet, MergedRoute route, NatGateway gateway)
    {
        var home = index.Get<Subnet>(gateway.Subnet);
        if (home.Vpc != subnet.Vpc)
        {
            return DropAtTarget(
                gateway,
                route,
                $"NAT gateway '{gateway.Name}' is of VPC '{index.Vpc(home).Name}', not of '{index.Vpc(subnet).Name}'; route to one of the own VPC");
        }

        if (home.Id != subnet.Id)
        {
            AskAcl(home, inbound: true);
        }

        steps.Add(new NatGatewayStep(nodes.Of(gateway), holders.Of(gateway)));
        sourceVpc = home.Vpc;
        return Leave(home);
    }

    private PathEnd ToPeering(Subnet subnet, MergedRoute route, Peering peering)
    {
        var vpc = index.Vpc(subnet);
        if (!peering.Joins(vpc.Id) || peering.Status != PeeringStatus.Active)
        {
            return DropAtTarget(
                peering,
                route,
                peering.Joins(vpc.Id)
                    ? $"peering connection '{peering.Name}' is not active; its accepter has not accepted it"
                    : $"peering connection '{peering.Name}' does not join VPC '{vpc.Name}'");
        }

        var peer = index.Get<Vpc>(peering.PeerOf(vpc.Id));
        if (sourceVpc != vpc.Id || !peer.Contains(destination))
        {
            return Drop(
                peering,
                DropCode.PcxRequiresAddressInVpcCidr,
                sourceVpc == vpc.Id
                    ? $"the destination is not in VPC '{peer.Name}', and a peering connection leads no further; peer directly or use a transit gateway"
                    : $"the source is not in VPC '{vpc.Name}', and a peering connection carries only what its own two VPCs send");
        }

        steps.Add(new PeeringStep(nodes.Of(peering)));
        return Enter(peer, from: null);
    }

    private PathEnd ToTransitGateway(Subnet subnet, MergedRoute route, TransitGateway gateway)
    {
        if (gateway.AttachmentOf(subnet.Vpc) is not { } attachment)
        {
            return DropAtTarget(
                gateway,
                route,
                $"VPC '{index.Vpc(subnet).Name}' is not attached to transit gateway '{gateway.Name}'; attach it");
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

    /// <summary>On the internet: back in by a public address of the network, or out of sight.</summary>
    private PathEnd Internet(bool cameFromThere)
    {
        if (holders.HolderOfLive(destination) is { } live)
        {
            steps.Add(new InternetGatewayInStep(nodes.Of(index.GatewayOf(live.Subnet.Vpc)!), live.Holder));
            AskAcl(live.Subnet, inbound: true);
            return Arrive(index.Vpc(live.Subnet));
        }

        if (!InternetRanges.Carries(destination))
        {
            return new DropEnd(
                nodes.Internet,
                DropCode.NotRoutableOnInternet,
                "the internet does not carry private, special and multicast addresses; route them to the peering connection or transit gateway that leads to them",
                Origin.None);
        }

        return cameFromThere || holders.IsPublicAddress(destination)
            ? new DropEnd(
                nodes.Internet,
                DropCode.IgwNoMapping,
                "no attached internet gateway of the network pairs that address with a private one",
                Origin.None)
            : new ExitEnd(nodes.Internet);
    }

    private Subnet? SubnetIn(TransitGatewayAttachment attachment, string zone) => attachment.Subnets
        .Select(subnet => index.Get<Subnet>(subnet.Value))
        .FirstOrDefault(subnet => subnet.Zone.Value == zone);

    private void AskAcl(Subnet subnet, bool inbound)
    {
        var acl = index.Get<NetworkAcl>(subnet.NetworkAcl);
        steps.Add(new NetworkAclStep(nodes.Of(acl), nodes.Of(subnet), inbound, filters.Acl(acl, inbound)));
    }

    private void AddRoute(Element table, MergedRoute route) => steps.Add(new RouteStep(
        nodes.Of(table),
        route.Destination,
        route.Kind,
        route.Target is { } target ? nodes.Of(index.Get<Element>(target)) : -1,
        nodes.Relative(route.Origin)));

    private int SourceVpcNode() => sourceVpc is { } vpc ? nodes.Of(index.Get<Vpc>(vpc)) : -1;

    private DropEnd DropAtTarget(Element target, MergedRoute route, string text) =>
        Drop(target, DropCode.BadStateRoute, text, route.Origin);

    private DropEnd Drop(Element at, DropCode code, string text, Origin? origin = null) =>
        new(nodes.Of(at), code, text, nodes.Relative(origin ?? at.Origin));
}
