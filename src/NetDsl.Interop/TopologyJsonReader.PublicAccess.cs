using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Blocking of public access.</content>
internal static partial class TopologyJsonReader
{
    private static PublicAccessExclusion? Exclusion(JsonPlace place) =>
        place.Optional("publicAccessExclusion") is { } present ? EnumText.Read<PublicAccessExclusion>(present) : null;
}
