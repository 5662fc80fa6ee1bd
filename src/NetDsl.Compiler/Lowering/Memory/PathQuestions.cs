using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.Memory;

/// <summary>
/// All that a walk may ask of the network. What it asks is noted where somebody wants to know later whether the walk would come out the same; a walk sees no other part of
/// the network, so that nothing is asked unnoticed.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="recorder">Notes what is asked; none where nothing is remembered.</param>
internal sealed class PathQuestions(AskedNetwork network, WalkRecorder? recorder)
{
    /// <summary>For questions about routing protocols and what sites know, whose answers may depend on everything.</summary>
    public TopologyIndex Whole => Everything.Index;

    /// <summary>The same of tables.</summary>
    public RouteTables WholeTables => Everything.Tables;

    /// <summary>For walks that are rare, or whose results cannot be told apart from where they were written: they are made anew each time.</summary>
    public TopologyIndex Forgotten
    {
        get
        {
            recorder?.Forget();
            return network.Index;
        }
    }

    private AskedNetwork Everything
    {
        get
        {
            Note(WholeNetworkQuestion.One);
            return network;
        }
    }

    /// <summary>An element, all of it.</summary>
    public T Get<T>(ElementId id)
        where T : Element
    {
        recorder?.Ask(id);
        return network.Index.Get<T>(id);
    }

    /// <summary>An element of which nothing is asked but its name: many paths pass large tables and gateways.</summary>
    public Element Named(ElementId id) => network.Index.Get<Element>(id);

    public Vpc Vpc(Subnet subnet) => Get<Vpc>(subnet.Vpc);

    public string ZoneIdOf(Subnet subnet) => (string)Ask(new ZoneIdQuestion(subnet.Vpc, subnet.Zone.Value))!;

    public string TransitZoneIdOf(Subnet subnet) => (string)Ask(new TransitZoneIdQuestion(subnet.Vpc, subnet.Zone.Value))!;

    public InternetGateway? GatewayOf(ElementId vpc) => (InternetGateway?)Ask(new GatewayQuestion(vpc));

    public EgressOnlyInternetGateway? EgressOnlyGatewayOf(ElementId vpc) => (EgressOnlyInternetGateway?)Ask(new EgressOnlyGatewayQuestion(vpc));

    /// <inheritdoc cref="TopologyIndex.BlocksPublicAccess"/>
    public bool BlocksPublicAccess(Subnet subnet, bool byEgressGateway) => TopologyIndex.Blocks(
        (PublicAccess)Ask(new PublicAccessQuestion(subnet.Vpc, subnet.PublicAccessExclusion))!, byEgressGateway);

    public TransitGatewayAttachment? AttachmentOf(Element gateway, ElementId resource) =>
        (TransitGatewayAttachment?)Ask(new AttachmentQuestion(gateway.Id, resource));

    public Subnet? SubnetIn(TransitGatewayAttachment attachment, string zoneId) => (Subnet?)Ask(new SubnetInZoneQuestion(attachment.Id, zoneId));

    public bool HasApplianceMode(Element gateway) => (bool)Ask(new ApplianceModeQuestion(gateway.Id))!;

    public bool HasPropagations(ElementId table) => (bool)Ask(new PropagationsQuestion(table))!;

    public string? AttachedZoneOf(Element gateway, IpAddress address) => (string?)Ask(new AttachedZoneQuestion(gateway.Id, address));

    /// <summary>The route of a table that wins, if one contains the destination, asked within a scope.</summary>
    public MergedRoute? Lookup(Element table, IpAddress destination, DestinationScope scope)
    {
        var found = (FoundRoute)Ask(new RouteQuestion(table.Id, destination))!;
        scope.Narrow(found.First, found.Last);
        return found.Route;
    }

    /// <summary>The subnet of a VPC that has the destination, asked within a scope.</summary>
    public Subnet? SubnetOf(Vpc vpc, IpAddress destination, DestinationScope scope)
    {
        var found = (FoundSubnet)Ask(new SubnetQuestion(vpc.Id, destination))!;
        scope.Narrow(found.First, found.Last);
        return found.Subnet;
    }

    /// <summary>The same of one address.</summary>
    public Subnet? SubnetOf(Vpc vpc, IpAddress address) => ((FoundSubnet)Ask(new SubnetQuestion(vpc.Id, address))!).Subnet;

    /// <summary>Narrows a scope to the range of the destinations that the walk is for.</summary>
    public void NarrowToRange(DestinationScope scope)
    {
        Note(scope.Range);
        scope.NarrowToRange();
    }

    /// <inheritdoc cref="TopologyIndex.PublicRangeOf"/>
    public (IpAddress First, IpAddress Last) PublicRangeOf(IpAddress address) =>
        ((IpAddress First, IpAddress Last))Ask(new PublicRangeQuestion(address))!;

    public LiveHolder? HolderOfLive(IpAddress address) => (LiveHolder?)Ask(new LiveHolderQuestion(address));

    public Accelerator? AcceleratorWith(IpAddress address) => (Accelerator?)Ask(new AcceleratorQuestion(address));

    public PublicService? ServiceAt(IpAddress address) => (PublicService?)Ask(new ServiceQuestion(address));

    public bool IsOwnPublicAddress(IpAddress address) => (bool)Ask(new OwnPublicAddressQuestion(address))!;

    public Vpc? VpcWithIpv6(IpAddress address) => (Vpc?)Ask(new Ipv6BlockQuestion(address));

    public NetworkInterface? DenierWith(IpAddress address) => (NetworkInterface?)Ask(new DenierQuestion(address));

    public bool HasLinks => (bool)Ask(LinksQuestion.One)!;

    public bool HasPublicVirtualInterfaces => (bool)Ask(PublicVirtualInterfacesQuestion.One)!;

    public (ClientVpnEndpoint Endpoint, ClientVpnAssociation Association)? AssociationHolding(IpAddress address) =>
        Ask(new AssociationQuestion(address)) is AssociationHeld held
            ? (Get<ClientVpnEndpoint>(held.Endpoint), Get<ClientVpnAssociation>(held.Association))
            : null;

    /// <summary>Where a regional NAT gateway is in a zone.</summary>
    public Subnet PlaceOf(RegionalNatGateway gateway, RegionalNatZone zone) => network.Index.PlaceOf(gateway, zone);

    /// <summary>The source class of the replies of a service.</summary>
    public int ReplySourceOf(PublicService service)
    {
        Note(new ReplySourceQuestion(service.Id));
        return network.Holders.Sources.OfService(service);
    }

    private object? Ask(Question question) => recorder is null ? question.Answer(network) : recorder.Ask(question);

    private void Note(Question question) => recorder?.Ask(question);
}
