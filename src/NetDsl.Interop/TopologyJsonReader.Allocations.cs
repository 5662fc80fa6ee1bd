using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Prefixes that were given out.</content>
internal static partial class TopologyJsonReader
{
    private static Allocation Allocation(JsonPlace place)
    {
        place.WithMembers("origin?", "element", "prefix", "hold");
        return new Allocation(
            IdText.ReadWithKind(place.Member("element"), ElementKind.Vpc, ElementKind.Subnet),
            AddressText.ReadIpv4Prefix(place.Member("prefix")),
            EnumText.Read<AllocationHold>(place.Member("hold")),
            Origin(place));
    }
}
