using NetDsl.Compiler.Graph;
using NetDsl.Model;
using NetDsl.Runtime;

namespace NetDsl.Simulation.Costs;

/// <summary>
/// Reads one way from its sender to its end, and notes what each byte is charged for. A packet that is dropped is charged for what it has passed.
/// </summary>
internal sealed partial class WayReader(BilledNetwork network)
{
    private const string Dropped = "dropped";
    private const string Internet = "internet";

    private readonly List<Charge> charges = [];
    private readonly List<string> through = [];

    // Where the packet was last, when going on from there to another zone is charged.
    private Place? zone;
    private string region = "";

    // Who pays for what is sent from where the packet is.
    private string payer = "";
    private bool isOutside = true;

    // Whether the packet has left by an internet gateway and is still between the vendor's own machines.
    private bool isAtEdge;
    private bool isOverPeering;
    private bool isFromClient;
    private string from = "";
    private string to = Dropped;

    private ForwardingGraph Graph => network.Graph;

    public static ChargedWay Read(BilledNetwork network, EquatableArray<WayPart> way)
    {
        var reader = new WayReader(network);
        reader.Begin(way[0]);
        for (var index = 1; index < way.Count; index++)
        {
            reader.Take(way, ref index);
        }

        return new ChargedWay(new BilledPath(reader.from, reader.to, reader.through.ToEquatableArray()), reader.charges);
    }

    private void Begin(WayPart sender)
    {
        if (sender.Kind == WayPartKind.Source)
        {
            BeginAt(network.At(Graph.Sources[sender.Index].Node));
            return;
        }

        var place = network.PlaceOf(sender.Index);
        from = place.Label;
        isFromClient = place.IsOutside;
        if (!place.IsOutside)
        {
            Enter(place);
        }

        // The interface of an endpoint answers for the service behind it.
        if (Graph.Holders[sender.Index].Role == HolderRole.EndpointInterface)
        {
            from = Graph.Nodes[LinkOf(sender.Index).Service].Path;
            PassEndpoint(sender.Index);
        }
    }

    /// <summary>A service, the gateway endpoint that it answers by, or the internet.</summary>
    private void BeginAt(Element? sender)
    {
        if (sender is VpcEndpoint endpoint)
        {
            (from, isOutside) = (endpoint.Service.Value.Path, false);
            Pass(endpoint);
            GoInto(endpoint.Vpc);
            return;
        }

        if (sender is PublicService service)
        {
            (from, region, payer, isOutside) = (service.Id.Path, service.Region.Path, network.OwnerOf(service), false);
            return;
        }

        (from, isFromClient) = (Internet, true);
    }

    private void Take(EquatableArray<WayPart> way, ref int index)
    {
        var part = way[index];
        switch (part.Kind)
        {
            case WayPartKind.Program:
                var appliances = new Queue<int>();
                while (index + 1 < way.Count && way[index + 1].Kind == WayPartKind.Appliance)
                {
                    index++;
                    appliances.Enqueue(way[index].Index);
                }

                var isStopped = index + 1 < way.Count && way[index + 1].Kind == WayPartKind.Drop;
                Follow(Graph.Programs[part.Index], isStopped ? way[index + 1].Index : null, appliances);
                break;
            case WayPartKind.Holder:
                Arrive(part.Index, isStopped: index + 1 < way.Count && way[index + 1].Kind == WayPartKind.Drop);
                break;
            case WayPartKind.Drop:
                to = Dropped;
                break;
        }
    }

    private void Follow(PathProgram program, int? stoppedAfter, Queue<int> appliances)
    {
        foreach (var step in program.Steps.Take(stoppedAfter ?? program.Steps.Count))
        {
            Follow(step, appliances);
        }

        if (stoppedAfter is null)
        {
            End(program.End);
        }
    }

    private void Follow(PathStep step, Queue<int> appliances)
    {
        switch (step)
        {
            case NatGatewayStep nat:
                PassNat(nat.Holder);
                break;
            case HolderGroupsStep translator when isOutside && network.At(translator.Node) is ClientVpnAssociation:
                PassAssociation(translator.Holder);
                break;
            case InterfaceEntryStep entry:
                Move(network.PlaceOf(entry.Holder));
                break;
            case ForwardStep forward:
                through.Add(Graph.Nodes[forward.Host].Name);
                Move(network.PlaceOf(forward.Holder));
                break;
            case TransitGatewayStep { Entering: true } attachment:
                EnterTransitGateway((TransitGatewayAttachment)network.At(attachment.Node)!);
                break;
            case TransitGatewayStep attachment:
                LeaveTransitGateway((TransitGatewayAttachment)network.At(attachment.Node)!);
                break;
            case PeeringStep peering:
                PassPeering((Peering)network.At(peering.Node)!);
                break;
            case InternetGatewayOutStep gateway:
                LeaveByGateway(gateway.Node);
                break;
            case EgressOnlyGatewayStep { Inbound: false } gateway:
                LeaveByGateway(gateway.Node);
                break;
            case InternetGatewayInStep gateway:
                EnterByGateway(gateway.Node, gateway.Holder < 0 ? null : network.PlaceOf(gateway.Holder));
                break;
            case EgressOnlyGatewayStep gateway:
                EnterByGateway(gateway.Node, receiver: null);
                break;
            case GatewayEndpointStep endpoint:
                Pass(network.At(endpoint.Node)!);
                break;
            case InspectionStep inspection:
                Inspect(Graph.Inspections[inspection.Inspection], appliances);
                break;
            case RelayStep relay:
                Relay(network.At(relay.Node)!);
                break;
        }
    }

    private void End(PathEnd end)
    {
        switch (end)
        {
            case Nat64End nat:
                PassNat(nat.Holder);
                break;
            case ExitEnd:
                to = Internet;
                Pay(PriceTable.InternetOutGigabyte, Internet, payer);
                break;
            case HostServiceEnd service:
                to = service.Service;
                break;
            case ServiceEnd service:
                var served = (PublicService)network.At(service.Node)!;
                to = served.Id.Path;

                // What comes from a site by a public virtual interface has come in before, and from no region.
                if (region.Length > 0 && region != served.Region.Path)
                {
                    Pay(PriceTable.InterRegionGigabyte, Between(region, served.Region.Path), payer);
                }

                break;
        }
    }

    /// <summary>The packet is at somebody with an address.</summary>
    private void Arrive(int holder, bool isStopped)
    {
        var place = network.PlaceOf(holder);
        var role = Graph.Holders[holder].Role;
        if (isStopped)
        {
            if (!place.IsOutside && role != HolderRole.EndpointInterface)
            {
                Move(place);
            }

            return;
        }

        to = place.Label;
        switch (role)
        {
            case HolderRole.Accelerator:
                PassAccelerator(holder);
                break;
            case HolderRole.EndpointInterface:
                to = Graph.Nodes[LinkOf(holder).Service].Path;
                PassEndpoint(holder);
                break;
            case HolderRole.NatGateway:
                PassNat(holder);
                break;
            case HolderRole.LoadBalancerNode:
                Move(place);
                var balancer = network.At(Graph.Distributions.First(distribution => distribution.Holder == holder).Node)!;
                Pass(balancer);
                Pay(PriceTable.LoadBalancerGigabyte, balancer.Id.Path, network.OwnerOf(balancer));
                break;
            case HolderRole.SiteHost:
                break;
            default:
                Reach(place);
                break;
        }
    }

    /// <summary>At a host of a VPC; or at a client of a Client VPN endpoint, to whom the internet leads.</summary>
    private void Reach(Place place)
    {
        if (!place.IsOutside)
        {
            Move(place);
        }
        else if (!isOutside)
        {
            Pay(PriceTable.InternetOutGigabyte, Internet, payer);
            isOutside = true;
        }
    }

    private void Pass(Element element)
    {
        if (through.Count == 0 || through[^1] != element.Name)
        {
            through.Add(element.Name);
        }
    }

    private void Pay(PricedItem item, string element, string account) => charges.Add(new Charge(item, element, account));

    /// <summary>Goes to another place inside, which is charged at both ends when it is in another zone.</summary>
    private void Move(Place place)
    {
        if (zone is { } last && last.ZoneId != place.ZoneId && last.Region == place.Region)
        {
            var item = isOverPeering ? PriceTable.PeeringCrossZoneGigabyte : PriceTable.CrossZoneGigabyte;
            Pay(item, Between(last.ZoneId, place.ZoneId), last.Account);
            Pay(item, Between(last.ZoneId, place.ZoneId), place.Account);
        }

        Enter(place);
    }

    /// <summary>Is at a place inside; nobody charges for how it got there.</summary>
    private void Enter(Place place)
    {
        (zone, region, payer) = (place, place.Region, place.Account);
        (isOutside, isAtEdge, isOverPeering) = (false, false, false);
    }

    /// <summary>Is somewhere in a VPC from where zones do not count, and its owner pays for what is sent on.</summary>
    private void GoInto(ElementId vpc)
    {
        (zone, region, payer) = (null, network.Get<Vpc>(vpc).Region.Path, network.OwnerOf(vpc));
        (isOutside, isAtEdge, isOverPeering) = (false, false, false);
    }

    private static string Between(string first, string second) => $"{first} → {second}";
}
