namespace NetDsl.Model;

/// <summary>
/// Where on the globe the vendor's regions are: the cities or states that it names them by, in whole degrees. Accelerators find the nearest by
/// it; that distance on the globe stands for the distance in the vendor's backbone is a model.
/// </summary>
/// <remarks>Source: "AWS Regions and Availability Zones", AWS Global Infrastructure, for the names.</remarks>
public static class RegionPlaces
{
    private static readonly Dictionary<string, (int Latitude, int Longitude)> Places = new(StringComparer.Ordinal)
    {
        ["us-east-1"] = (39, -77),
        ["us-east-2"] = (40, -83),
        ["us-west-1"] = (37, -122),
        ["us-west-2"] = (46, -120),
        ["ca-central-1"] = (45, -74),
        ["ca-west-1"] = (51, -114),
        ["mx-central-1"] = (21, -100),
        ["sa-east-1"] = (-24, -47),
        ["af-south-1"] = (-34, 18),
        ["eu-central-1"] = (50, 9),
        ["eu-central-2"] = (47, 9),
        ["eu-north-1"] = (59, 18),
        ["eu-south-1"] = (45, 9),
        ["eu-south-2"] = (42, -1),
        ["eu-west-1"] = (53, -6),
        ["eu-west-2"] = (52, 0),
        ["eu-west-3"] = (49, 2),
        ["il-central-1"] = (32, 35),
        ["me-central-1"] = (24, 54),
        ["me-south-1"] = (26, 51),
        ["ap-east-1"] = (22, 114),
        ["ap-northeast-1"] = (36, 140),
        ["ap-northeast-2"] = (38, 127),
        ["ap-northeast-3"] = (35, 135),
        ["ap-south-1"] = (19, 73),
        ["ap-south-2"] = (17, 78),
        ["ap-southeast-1"] = (1, 104),
        ["ap-southeast-2"] = (-34, 151),
        ["ap-southeast-3"] = (-6, 107),
        ["ap-southeast-4"] = (-38, 145),
        ["ap-southeast-5"] = (3, 102),
        ["ap-southeast-7"] = (14, 101),
    };

    /// <summary>The place of a region, north and east positive; nothing for a region that is not known here.</summary>
    /// <param name="region">For example <c>us-east-1</c>.</param>
    public static (int Latitude, int Longitude)? Of(string region) => Places.TryGetValue(region, out var place) ? place : null;

    /// <summary>
    /// The part of the world that a region is in, as communities of Direct Connect divide it: the Americas, Asia and the Pacific, or Europe, the
    /// Middle East and Africa.
    /// </summary>
    /// <param name="region">For example <c>us-east-1</c>; the word in front says where it is.</param>
    /// <remarks>Source: "Routing policies and BGP communities", AWS Direct Connect User Guide.</remarks>
    public static string ContinentOf(string region) => region.Split('-')[0] switch
    {
        "us" or "ca" or "mx" or "sa" => "Americas",
        "ap" or "cn" => "Asia Pacific",
        _ => "Europe, Middle East and Africa",
    };
}
