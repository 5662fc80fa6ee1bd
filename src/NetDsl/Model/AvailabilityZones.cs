using System.Globalization;

namespace NetDsl.Model;

/// <summary>Which zone a name means in an account.</summary>
/// <param name="Zone">The name, such as <c>us-east-1a</c>.</param>
/// <param name="Id">The identifier, such as <c>use1-az2</c>.</param>
/// <param name="Origin">Where it was said.</param>
public sealed record ZoneMapping(string Zone, string Id, Origin Origin);

/// <summary>
/// Names of zones are an account's own; identifiers mean the same place in every account, so that whatever joins accounts goes by them.
/// Source: "Availability Zone IDs for your AWS resources", AWS RAM User Guide.
/// </summary>
public static class AvailabilityZones
{
    /// <summary>In this zone rules do not match groups over a transit gateway. Source: "Amazon VPC attachments", Amazon VPC Transit Gateways guide.</summary>
    public const string WithoutGroupReferences = "use1-az3";

    private const int Letters = 'z' - 'a' + 1;

    /// <summary>
    /// The identifier that a name means: what was said of it, else the zones that were not said of in the order of their letters, so that without any
    /// mapping <c>us-east-1a</c> is <c>use1-az1</c>. The vendor permutes them from account to account, and tells nobody how.
    /// </summary>
    /// <param name="zone">For example <c>us-east-1a</c>.</param>
    /// <param name="mappings">What was said of names, of any region.</param>
    public static string IdOf(string zone, IReadOnlyList<ZoneMapping> mappings)
    {
        if (LocalZone.IsName(zone))
        {
            return new LocalZone(zone, "", Origin.None).ZoneId;
        }

        if (mappings.FirstOrDefault(mapping => mapping.Zone == zone) is { } said)
        {
            return said.Id;
        }

        var region = RegionOf(zone);
        var ofRegion = mappings.Where(mapping => RegionOf(mapping.Zone) == region).ToList();
        var before = Enumerable.Range('a', zone[zone.Length - 1] - 'a').Count(letter => !ofRegion.Exists(mapping => mapping.Zone == region + (char)letter));
        return IdsOf(region).Where(id => !ofRegion.Exists(mapping => mapping.Id == id)).ElementAt(before);
    }

    /// <summary>The identifiers that zones of a region can have: as many as there are letters for names.</summary>
    /// <param name="region">For example <c>us-east-1</c>.</param>
    public static IEnumerable<string> IdsOf(string region) =>
        Enumerable.Range(1, Letters).Select(number => string.Format(CultureInfo.InvariantCulture, "{0}-az{1}", PrefixOf(region), number));

    /// <summary>The region of a zone, by its name.</summary>
    /// <param name="zone">For example <c>us-east-1a</c>, or a Local Zone such as <c>us-east-1-bos-1a</c>.</param>
    public static string RegionOf(string zone)
    {
        var words = zone.Split('-');
        return LocalZone.IsName(zone) ? string.Join("-", words.Take(words.Length - 2)) : zone.Substring(0, zone.Length - 1);
    }

    /// <summary>Directions are abbreviated to their first letters, as in <c>apne1</c> for <c>ap-northeast-1</c>.</summary>
    internal static string PrefixOf(string region) => string.Concat(region.Split('-').Select(word => word switch
    {
        "northeast" => "ne",
        "northwest" => "nw",
        "southeast" => "se",
        "southwest" => "sw",
        "north" or "south" or "east" or "west" or "central" or "gov" or "iso" or "isob" => word.Substring(0, 1),
        _ => word,
    }));
}
