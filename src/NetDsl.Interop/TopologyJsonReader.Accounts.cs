using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Accounts, and which zones their names mean.</content>
internal static partial class TopologyJsonReader
{
    private static Account Account(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "number", "zones?");
        var number = place.Member("number");
        return number.Text() is { Length: 12 } digits && digits.All(char.IsAsciiDigit)
            ? new Account(Id(place, ElementKind.Account), Origin(place), digits) { Zones = OptionalAll(place, "zones", ZoneMapping) }
            : throw number.Fault($"'{JsonPlace.Printable(number.Text())}' is not an account number; it has twelve digits");
    }

    private static ZoneMapping ZoneMapping(JsonPlace place)
    {
        place.WithMembers("origin?", "zone", "id");
        var (zone, id) = (place.Member("zone"), place.Member("id"));
        if (zone.Text() is not { Length: > 1 } name || !char.IsAsciiLetterLower(name[^1]))
        {
            throw zone.Fault($"'{JsonPlace.Printable(zone.Text())}' is not the name of a zone; write one such as us-east-1a");
        }

        return AvailabilityZones.IdsOf(AvailabilityZones.RegionOf(name)).Contains(id.Text())
            ? new ZoneMapping(name, id.Text(), Origin(place))
            : throw id.Fault($"'{JsonPlace.Printable(id.Text())}' is not the identifier of a zone of {JsonPlace.Printable(AvailabilityZones.RegionOf(name))}");
    }
}
