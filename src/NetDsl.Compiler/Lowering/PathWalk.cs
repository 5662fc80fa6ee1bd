using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering.Memory;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>
/// Finds the path from a source to a destination, hop by hop. Filters are steps of the path, not decisions of the walk;
/// whatever else drops ends it.
/// </summary>
/// <remarks>
/// What is asked of the destination narrows the scope, so that the scope says in the end for which destinations the path is the same. <see cref="Destination"/> narrows it to the
/// range; questions that every walk asks narrow it to what they tell apart.
/// </remarks>
internal sealed partial class PathWalk(
    PathQuestions index,
    PathNames nodes,
    DestinationScope scope,
    JunctionTable? junctions,
    IpAddress destination)
{
    private readonly List<PathStep> steps = [];

    // The destination, which may be one address or, behind an internet gateway, another.
    private IpAddress address = destination;
    private Visit? visited;

    // The VPC whose private address the source of the packet is at this point; none behind an internet gateway.
    private ElementId? sourceVpc;

    /// <summary>What the origin of the path's end is of.</summary>
    public EndOrigin EndOrigin { get; private set; }

    /// <summary>The destination, to be asked anything of.</summary>
    private IpAddress Destination
    {
        get
        {
            index.NarrowToRange(scope);
            return address;
        }
    }

    /// <summary>The path of packets from the source to the destination, and to all others of its range.</summary>
    public PathProgram From(Source source)
    {
        Ask(source);
        var end = source switch
        {
            { Kind: SourceKind.Site } => SendFrom(source.Site!),
            { Kind: SourceKind.GatewayEndpoint } => Enter(source.Vpc!, from: null),
            { Kind: SourceKind.VpnClient } => SendFromClient((VpnClient)source.Of!),
            { Kind: SourceKind.AcceleratorEntry } => EnterFromEdge(source.Vpc!),
            { Kind: SourceKind.AcceleratorReturn } => ReturnToEdge(source.Subnet!, isOfHost: source.Of is null),
            { Kind: SourceKind.Accelerator } => Internet(InternetSender.Vendor),
            { Kind: SourceKind.Service } => SendFromService((PublicService)source.Of!),
            { Kind: SourceKind.ClientVpnReturn } => ToClientOf((ClientVpnEndpoint)source.Of!),
            { Subnet: null } => Internet(InternetSender.Outside),
            { Kind: SourceKind.Restored } => Leave(source.Subnet),
            { Kind: SourceKind.RegionalNat } => Route(source.Subnet),
            { Kind: SourceKind.Translated } => LeaveTranslated(source.Subnet, source.Of as NetworkInterface),
            { Kind: SourceKind.Nat64 } => LeaveNat64(source.Subnet),
            _ => Send(source.Subnet),
        };
        return new PathProgram(steps.ToEquatableArray(), end);
    }

    /// <summary>What a source is, the path depends on.</summary>
    private void Ask(Source source)
    {
        foreach (var each in new Element?[] { source.Subnet, source.Site, source.Vpc, source.Of })
        {
            // Where a regional NAT gateway is, is no element: it is made of the gateway.
            if (each is not (null or Subnet { Id.Kind: not ElementKind.Subnet }))
            {
                index.Get<Element>(each.Id);
            }
        }
    }

    /// <summary>An interface of the subnet sends.</summary>
    private PathEnd Send(Subnet subnet)
    {
        if (HostService(index.Vpc(subnet)) is { } service)
        {
            return new HostServiceEnd(service);
        }

        SourceIsIn(subnet);
        steps.Add(new SenderGroupsStep());
        return Leave(subnet);
    }

    /// <summary>A translator of the subnet sends on, with its own address as the source.</summary>
    private PathEnd LeaveTranslated(Subnet subnet, NetworkInterface? translator = null)
    {
        sendingDenier = translator is { DeniesInternetGatewayTraffic: true } ? translator : null;
        SourceIsIn(subnet);
        return Leave(subnet);
    }

    /// <summary>From here on the source is the address of a sender or translator; what was behind it does not matter any more.</summary>
    /// <param name="home">Its subnet; none for a regional NAT gateway.</param>
    /// <param name="isNatGateway">Whether it is a NAT gateway.</param>
    /// <param name="regional">The regional NAT gateway, when it is one.</param>
    private void SourceIsIn(Subnet? home, bool isNatGateway = false, RegionalNatGateway? regional = null)
    {
        if (home is not null)
        {
            // Whose source is of the same VPC has been where this one has not.
            Assume(home.Vpc);
        }

        (sourceVpc, sourceSubnet) = (home?.Vpc, home);
        (isBehindMiddlebox, isFromNatGateway, translatedBy) = (false, isNatGateway, regional);
    }

    private string? HostService(Vpc vpc) =>
        Is(WellKnownAddresses.ResolverOf(vpc.Primary.Value))
            ? WellKnownAddresses.Resolver
            : WellKnownAddresses.HostServices.FirstOrDefault(service => Is(service.Address)).Service;

    /// <summary>The packet leaves an interface of the subnet, past its groups.</summary>
    private PathEnd Leave(Subnet subnet)
    {
        if (IsIn(subnet))
        {
            return Arrive(index.Vpc(subnet));
        }

        AskAcl(subnet, inbound: false);
        return Route(subnet);
    }

    private PathEnd Route(Subnet subnet)
    {
        var table = index.Named(subnet.RouteTable);
        var reserved = address.IsIpv4 ? WellKnownAddresses.Reserved : WellKnownAddresses.Ipv6Reserved;
        if (IsIn(reserved))
        {
            return Drop(
                table,
                DropCode.ReservedRange,
                $"{reserved} is kept by the vendor for its own services; no route table forwards it");
        }

        if (!IsNew(table))
        {
            return Loop(table);
        }

        if (index.Lookup(table, address, scope) is not { } route)
        {
            return NoRoute(table);
        }

        AddRoute(table, route);
        return route.Target switch
        {
            null => Enter(index.Vpc(subnet), from: subnet),
            { Kind: ElementKind.RouteTable } => Blackhole(table, route),
            { Kind: ElementKind.NetworkInterface } target => ToInterface(index.Vpc(subnet), subnet, route, index.Get<NetworkInterface>(target)),
            { Kind: ElementKind.InternetGateway } target => ToInternetGateway(subnet, route, index.Get<InternetGateway>(target)),
            { Kind: ElementKind.NatGateway } target => ToNatGateway(subnet, route, index.Get<NatGateway>(target)),
            { Kind: ElementKind.EgressOnlyInternetGateway } target =>
                ToEgressOnlyGateway(subnet, route, index.Get<EgressOnlyInternetGateway>(target)),
            { Kind: ElementKind.RegionalNatGateway } target => ToRegionalNatGateway(subnet, route, index.Get<RegionalNatGateway>(target)),
            { Kind: ElementKind.Peering } target => ToPeering(subnet, route, index.Get<Peering>(target)),
            { Kind: ElementKind.TransitGateway } target => ToTransitGateway(subnet, route, index.Named(target)),
            { Kind: ElementKind.VpnGateway } target => ToVpnGateway(subnet, route, index.Get<VpnGateway>(target)),
            { Kind: ElementKind.VpcEndpoint } target when index.Get<VpcEndpoint>(target) is { Kind: VpcEndpointKind.GatewayLoadBalancer } endpoint =>
                ToGatewayLoadBalancerEndpoint(index.Vpc(subnet), subnet, route, endpoint),
            { Kind: ElementKind.VpcEndpoint } target => ToGatewayEndpoint(subnet, index.Get<VpcEndpoint>(target)),
            { } target => throw new InvalidOperationException($"A {ElementKinds.Text(target.Kind)} is no route target."),
        };
    }

    /// <summary>Goes into the subnet of the VPC that has the destination, past its ACL, unless the packet is there already.</summary>
    private PathEnd Enter(Vpc vpc, Subnet? from)
    {
        if (SubnetOf(vpc) is not { } subnet)
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

    private DeliverEnd Arrive(Vpc vpc) => address.IsIpv6 && index.AssociationHolding(Destination) is { } held && index.Get<Subnet>(held.Association.Subnet).Vpc == vpc.Id
        ? IntoTunnel(held.Endpoint, held.Association)
        : new DeliverEnd(nodes.Of(vpc), ReferencedVpcNode());

    private void AskAcl(Subnet subnet, bool inbound) => steps.Add(nodes.Acl(subnet, inbound));

    /// <summary>Whether the packet comes to a table or site for the first time with its source; remembers it.</summary>
    private bool IsNew(Element place)
    {
        Assume(place.Id);
        if (Visit.Contains(visited, place.Id, sourceVpc))
        {
            return false;
        }

        visited = new Visit(place.Id, sourceVpc, visited);
        return true;
    }

    private void AddRoute(Element table, MergedRoute route) => steps.Add(nodes.Route(table, route));

    private int SourceVpcNode() => sourceVpc is not { } vpc ? -1 : vpc == Carried ? JunctionEnd.Carried : nodes.Of(index.Get<Vpc>(vpc));

    private DropEnd Loop(Element table) => Drop(
        table,
        DropCode.ForwardingLoop,
        $"the packet came back to route table '{table.Name}'; give the subnets of the loop tables of their own");

    private DropEnd NoRoute(Element table) => Drop(
        table,
        DropCode.NoRouteToDestination,
        $"route table '{table.Name}' has no route to the destination; add one to the gateway, peering connection or transit gateway that leads there");

    private DropEnd Blackhole(Element table, MergedRoute route) => Drop(
        table,
        DropCode.BadStateRoute,
        $"route {route.Destination} of route table '{table.Name}' is a blackhole; give it a target that exists, or remove it",
        route);

    private DropEnd DropAtTarget(Element target, MergedRoute route, string text) =>
        Drop(target, DropCode.BadStateRoute, text, route);

    /// <param name="at">What drops.</param>
    /// <param name="code">Why.</param>
    /// <param name="text">Why, in words.</param>
    /// <param name="route">The route that decided, when one did: the last one that was taken.</param>
    private DropEnd Drop(Element at, DropCode code, string text, MergedRoute? route = null)
    {
        EndOrigin = route is null ? EndOrigin.Element : EndOrigin.Route;
        return new(nodes.Of(at), code, text, nodes.Relative((route?.Origin) ?? at.Origin));
    }
}
