using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>Puts regions into an order by their distance on the globe.</summary>
internal static class RegionProximity
{
    private const double Kilometers = 6371;

    /// <summary>All regions, that one first and the others by distance. Those of no known place are behind the rest, as they were declared.</summary>
    public static IReadOnlyList<Region> From(Region from, IEnumerable<Region> regions) =>
        [.. regions.OrderBy(region => region.Id == from.Id ? -1 : Distance(from, region))];

    /// <summary>In whole kilometers, so that no machine's last digit decides.</summary>
    private static long Distance(Region first, Region second)
    {
        if (RegionPlaces.Of(first.Name) is not { } here || RegionPlaces.Of(second.Name) is not { } there)
        {
            return long.MaxValue;
        }

        // The haversine formula.
        var north = Square(Math.Sin(Radians(there.Latitude - here.Latitude) / 2));
        var east = Square(Math.Sin(Radians(there.Longitude - here.Longitude) / 2));
        var half = north + (Math.Cos(Radians(here.Latitude)) * Math.Cos(Radians(there.Latitude)) * east);
        return (long)Math.Round(2 * Kilometers * Math.Asin(Math.Sqrt(half)));
    }

    private static double Square(double value) => value * value;

    private static double Radians(int degrees) => degrees * Math.PI / 180;
}
