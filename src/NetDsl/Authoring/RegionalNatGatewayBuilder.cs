using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// A regional NAT gateway. The vendor puts it into every zone where its VPC has interfaces, with an elastic address in each, unless
/// <see cref="Zone"/> says where it is.
/// </summary>
public sealed class RegionalNatGatewayBuilder : ElementBuilder, IRouteTarget
{
    private readonly List<(string Zone, ElasticIpBuilder Address)> zones = [];

    internal RegionalNatGatewayBuilder(VpcBuilder vpc, Declaration declaration, RouteTableBuilder routeTable)
        : base(vpc.Network, declaration)
    {
        Vpc = vpc;
        RouteTable = routeTable;
    }

    /// <summary>The VPC.</summary>
    public VpcBuilder Vpc { get; }

    /// <summary>
    /// The table by which it sends: the local routes, and 0.0.0.0/0 to the VPC's internet gateway unless it is routed elsewhere. What comes to it
    /// over a transit gateway needs a route back here.
    /// </summary>
    public RouteTableBuilder RouteTable { get; }

    /// <summary>
    /// Puts it into a zone with an elastic address, or gives it a further one there. What comes from a zone that is not named is served in the
    /// first that is. Source: "AvailabilityZoneAddress", Amazon EC2 API.
    /// </summary>
    /// <param name="zone">The name of a zone of the region, or its letter.</param>
    /// <param name="address">An elastic address of the same region that nothing else has.</param>
    public RegionalNatGatewayBuilder Zone(
        string zone, ElasticIpBuilder address, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var origin = call.Of(nameof(address));
        if (Vpc.ZoneOf(zone, call.Of(nameof(zone))) is not { } name || IsLeftOut)
        {
            return this;
        }

        if (zones.Exists(known => known.Address == address))
        {
            Network.Problems.Add(
                ProblemKind.ElasticAddressHeld,
                $"regional NAT gateway '{Name}' has the elastic address '{address.Name}' already; allocate another for zone {name}",
                origin,
                address.Origin);
        }
        else if (Vpc.Region.LocalZoneOf(name) is { } local)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                $"{name} is a Local Zone, in which a regional NAT gateway is not; name a zone of the region, or put a NAT gateway into a subnet",
                call.Of(nameof(zone)),
                local.Origin);
        }
        else if (!IsLeftOut && !address.IsLeftOut && address.Region == Vpc.Region && address.NetworkBorderGroup != Vpc.Region.Name)
        {
            Network.Problems.Add(
                ProblemKind.OtherBorderGroup,
                $"elastic address '{address.Name}' is announced from network border group {address.NetworkBorderGroup}, and regional NAT gateway '{Name}' is in {name}, of group {Vpc.Region.Name}; allocate one there",
                origin,
                address.Origin);
        }
        else if (address.TryHold(this, Vpc, origin))
        {
            zones.Add((name, address));
        }

        return this;
    }

    /// <summary>The gateway as it is where the VPC is.</summary>
    /// <param name="occupied">The zones in which the VPC has interfaces.</param>
    /// <param name="addressOf">The address of an elastic address; nothing when it has none.</param>
    /// <param name="takeAddress">Takes an address for an automatic gateway; nothing when none is left.</param>
    internal RegionalNatGateway Build(
        IEnumerable<string> occupied, Func<ElasticIpBuilder, Ipv4Address?> addressOf, Func<Ipv4Address?> takeAddress)
    {
        var present = zones.Count > 0
            ? zones.Select(zone => (zone.Zone, Address: addressOf(zone.Address)))
            : occupied.Distinct().OrderBy(zone => zone, StringComparer.Ordinal).Select(zone => (Zone: zone, Address: takeAddress()));
        return new RegionalNatGateway(
            Id,
            Origin,
            Vpc.Id,
            zones.Count > 0 ? RegionalNatMode.Manual : RegionalNatMode.Automatic,
            RouteTable.Id,
            present
                .Where(each => each.Address is not null)
                .GroupBy(each => each.Zone, each => each.Address!.Value)
                .OrderBy(zone => zone.Key, StringComparer.Ordinal)
                .Select(zone => new RegionalNatZone(zone.Key, zone.ToEquatableArray()))
                .ToEquatableArray());
    }
}
