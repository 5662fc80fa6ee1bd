using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Prefix lists.</content>
internal static partial class TopologyJsonReader
{
    private const int MostPrefixListEntries = 1000;

    private static PrefixList PrefixList(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "region", "maximumEntries", "entries");
        return new PrefixList(
            Id(place, ElementKind.PrefixList),
            Origin(place),
            Reference(place, "region", ElementKind.Region),
            place.Member("maximumEntries").Number(1, MostPrefixListEntries),
            All(place, "entries", entry => Sourced(entry, AddressText.ReadPrefix)));
    }
}
