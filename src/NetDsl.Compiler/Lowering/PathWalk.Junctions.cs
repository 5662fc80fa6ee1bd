using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Where paths of many sources meet, and the questions about destinations that every walk asks.</content>
internal sealed partial class PathWalk
{
    // Stands behind a junction for the VPC of the source, whichever that is; no VPC of a network has this identity.
    private static readonly ElementId Carried = new(ElementKind.Vpc, "");

    // The junction that the walk starts from, and what it takes for granted of sources; see JunctionTail.
    private JunctionKey? junction;
    private HashSet<ElementId>? assumed;
    private bool isForAll = true;

    // Whether the destination is another than that which the walk began with.
    private bool isRewritten;

    /// <summary>The rest of the path, from a junction.</summary>
    public (PathProgram Program, IReadOnlyCollection<ElementId> Assumed, bool IsForAll) From(JunctionKey key)
    {
        (junction, assumed) = (key, []);
        (sourceVpc, isBehindMiddlebox, isFromNatGateway) = (key.HasSource ? Carried : null, key.IsBehindMiddlebox, key.IsFromNatGateway);
        if (key.Place.Kind == ElementKind.Region)
        {
            leftRegion = key.Place;
            var end = Internet(InternetSender.Vendor);
            return (Ended(end), assumed, isForAll && !AreTracked(end));
        }

        var table = index.Named(key.Place);
        var program = Ended(ThroughTransitGateway(index.Named(key.Gateway!), table, key.ZoneId));
        return (program, assumed, isForAll);
    }

    /// <summary>Whether connections are tracked because of what the path passes behind the junction, which the sender's groups ask before it.</summary>
    private bool AreTracked(PathEnd end) =>
        end is Nat64End || steps.Exists(step => step is NatGatewayStep or TransitGatewayStep or EgressOnlyGatewayStep or InspectionStep);

    /// <summary>In a transit gateway, on the way that all others take that come to the table in this zone; nothing where this one goes on alone.</summary>
    private JunctionEnd? AtJunction(Element gateway, Element table, string zoneId) =>
        leftRegion is not null ? null : Join(table, new JunctionKey(
            table.Id,
            gateway.Id,
            zoneId,
            sourceVpc is not null && index.HasApplianceMode(gateway) ? ZoneOfSource(gateway) : null,
            sourceVpc is not null,
            isBehindMiddlebox,
            isFromNatGateway));

    /// <summary>On the internet, out of a gateway of a region.</summary>
    private JunctionEnd? AtJunction(ElementId region) =>
        steps.Count(step => step is InternetGatewayOutStep or EgressOnlyGatewayStep) > 1 ? null : Join(null, new JunctionKey(
            region, null, null, null, HasSource: false, isBehindMiddlebox, isFromNatGateway));

    private JunctionEnd? Join(Element? place, JunctionKey key)
    {
        // What is left out of the key is as it mostly is.
        if (junctions is null || isRewritten || sendingDenier is not null || translatedBy is not null || steps.Exists(step => step is InternetGatewayInStep))
        {
            return null;
        }

        var met = sourceVpc is { } vpc ? Visit.Places(visited).Append(vpc) : Visit.Places(visited);
        return nodes.Junction(junctions, key, met, address, scope) is { } number
            ? new JunctionEnd(place is null ? nodes.Internet : nodes.Of(place), number, SourceVpcNode())
            : null;
    }

    /// <summary>Behind a junction: the path is as it is only for sources that have nothing to do with that element.</summary>
    private void Assume(ElementId element) => assumed?.Add(element);

    /// <summary>Whether the source of the packet is an address of the VPC.</summary>
    private bool IsSourceOf(ElementId vpc)
    {
        if (sourceVpc == Carried)
        {
            Assume(vpc);
        }

        return sourceVpc == vpc;
    }

    private string? ZoneOfCarried(Element gateway)
    {
        // Another gateway may serve the source or not.
        isForAll &= junction!.Gateway == gateway.Id;
        return junction.SourceZoneId;
    }

    private bool Is(IpAddress other) => scope.Ask(IpPrefix.Of(other), address);

    private bool IsIn(IpPrefix prefix) => scope.Ask(prefix, address);

    private bool IsIn(Subnet subnet) => scope.Ask(subnet, address);

    private bool IsIn(Vpc vpc) => vpc.AllBlocks.Any(block => IsIn(block.Value));

    private Subnet? SubnetOf(Vpc vpc) => index.SubnetOf(vpc, address, scope);
}
