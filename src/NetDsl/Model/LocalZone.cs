using System.Globalization;

namespace NetDsl.Model;

/// <summary>
/// A Local Zone: a place of a region near a city, which hangs on one of the region's zones. Its name means the same in every account. Source: "Local Zones",
/// AWS Local Zones User Guide.
/// </summary>
/// <param name="Name">The name, such as <c>us-east-1-bos-1a</c>.</param>
/// <param name="Parent">The identifier of the zone that it hangs on, such as <c>use1-az4</c>.</param>
/// <param name="Origin">Where it was declared.</param>
public sealed record LocalZone(string Name, string Parent, Origin Origin)
{
    /// <summary>The region, such as <c>us-east-1</c>.</summary>
    public string Region => AvailabilityZones.RegionOf(Name);

    /// <summary>The network border group, from which its public addresses are announced, such as <c>us-east-1-bos-1</c>.</summary>
    public string NetworkBorderGroup => Name.Substring(0, Name.Length - 1);

    /// <summary>The identifier, such as <c>use1-bos1-az1</c>.</summary>
    public string ZoneId
    {
        get
        {
            var words = Name.Split('-');
            var (place, last) = (words[words.Length - 2], words[words.Length - 1]);
            return string.Format(
                CultureInfo.InvariantCulture,
                "{0}-{1}{2}-az{3}",
                AvailabilityZones.PrefixOf(Region),
                place,
                last.Substring(0, last.Length - 1),
                last[last.Length - 1] - 'a' + 1);
        }
    }

    /// <summary>Whether the text has the form of such a name: a region, a place of three letters, and a number with a letter.</summary>
    public static bool IsName(string? text)
    {
        var words = (text ?? "").Split('-');
        return words.Length >= 5
            && words[words.Length - 3].All(IsDigit)
            && words[words.Length - 2] is { Length: 3 } place && place.All(IsLetter)
            && words[words.Length - 1] is { Length: >= 2 } last && IsLetter(last[last.Length - 1]) && last.Substring(0, last.Length - 1).All(IsDigit);
    }

    private static bool IsDigit(char character) => character is >= '0' and <= '9';

    private static bool IsLetter(char character) => character is >= 'a' and <= 'z';
}
