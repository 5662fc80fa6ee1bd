using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <content>Public virtual interfaces: between sites and the public addresses of the vendor's regions.</content>
internal sealed partial class GatewayRoutes
{
    // The vendor's own number; that its paths are never shorter than three is documented, and what stands in them is not.
    private static readonly uint[] VendorPath = [7224, 7224, 7224];

    private readonly Dictionary<string, RoutingInformation> ofRegions = new(StringComparer.Ordinal);

    /// <summary>What the vendor knows of sites by their public virtual interfaces, seen from a region; from its edges, when there is none.</summary>
    /// <remarks>Source: "Routing policies and BGP communities", AWS Direct Connect User Guide, public virtual interfaces.</remarks>
    public RoutingInformation OfPublic(ElementId? region)
    {
        var from = region?.Path ?? "";
        if (!ofRegions.TryGetValue(from, out var known))
        {
            known = new RoutingInformation(
                Links.Where(link => link.AsPublic is { } own && (region is null || IsInScope(own.Scope, link.LocationRegion!.Path, from)))
                    .SelectMany(link => link.Advertised.Where(link.Telling()).Select(prefix => new HybridRoute(prefix, HybridRouteKind.DirectConnect, link.PathFromSite, null, 0, link))),
                BestPath.OverDirectConnect);
            ofRegions.Add(from, known);
        }

        return known;
    }

    private static bool IsInScope(AdvertisementScope scope, string location, string region) => scope switch
    {
        AdvertisementScope.Region => location == region,
        AdvertisementScope.Continent => RegionPlaces.ContinentOf(location) == RegionPlaces.ContinentOf(region),
        _ => true,
    };

    /// <summary>The vendor tells of its public addresses.</summary>
    private IEnumerable<HybridRoute> ToldByVendor(HybridLink link)
    {
        var path = link.WithProvider(VendorPath);
        return PublicPrefixes.Of(index.Topology)
            .Distinct()
            .Select(prefix => new HybridRoute(prefix, HybridRouteKind.Dynamic, path, null, link.Policy.LocalPreference, link));
    }
}
