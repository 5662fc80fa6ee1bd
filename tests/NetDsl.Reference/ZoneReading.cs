using System.Globalization;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>Where zones are (F section 1.2): accounts name them as they like, and only identifiers can be compared.</summary>
static class ZoneReading
{
    /// <summary>The place of the zone of a subnet. Zones that the account does not map take the places that are left, in order.</summary>
    public static string ZoneId(this Topology topology, Subnet subnet)
    {
        var name = subnet.Zone.Value;
        if (topology.Regions.Any(region => region.LocalZones.Any(zone => zone.Name == name)))
        {
            // The name of a Local Zone means the same in every account.
            return name;
        }

        var said = topology.Accounts.First(account => account.Id == topology.Vpc(subnet.Vpc).Account).Zones
            .Where(mapping => mapping.Zone[..^1] == name[..^1])
            .ToDictionary(mapping => mapping.Zone, mapping => mapping.Id);
        var number = 0;
        for (var letter = 'a'; ; letter++)
        {
            var zone = name[..^1] + letter;
            if (!said.TryGetValue(zone, out var id))
            {
                do
                {
                    number++;
                    id = string.Create(CultureInfo.InvariantCulture, $"{Abbreviation(name[..^1])}-az{number}");
                }
                while (said.ContainsValue(id));
            }

            if (zone == name)
            {
                return id;
            }
        }
    }

    /// <summary>The zone by which transit gateways serve a subnet: its own, and of a Local Zone the one that it hangs on (I section 2).</summary>
    public static string TransitZoneId(this Topology topology, Subnet subnet) => topology.Regions
        .SelectMany(region => region.LocalZones)
        .Where(zone => zone.Name == subnet.Zone.Value)
        .Select(zone => zone.Parent)
        .FirstOrDefault() ?? topology.ZoneId(subnet);

    /// <summary>The first letters of the words of a region's name, both of them where a word is two; its first word and its number stay whole.</summary>
    static string Abbreviation(string region)
    {
        var words = region.Split('-');
        return words[0] + string.Concat(words[1..^1].Select(word => word.Length > 7 ? $"{word[0]}{word[5]}" : $"{word[0]}")) + words[^1];
    }
}
