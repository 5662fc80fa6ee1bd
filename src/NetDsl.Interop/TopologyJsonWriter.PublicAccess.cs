using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Blocking of public access.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WriteRegion(Region region)
    {
        if (region.BlockPublicAccess != BlockPublicAccessMode.Off)
        {
            json.WriteString("blockPublicAccess", EnumText.Write(region.BlockPublicAccess));
        }

        OptionalObjects("localZones", region.LocalZones, zone =>
        {
            json.WriteString("name", zone.Name);
            json.WriteString("parent", zone.Parent);
            Place(zone.Origin);
        });
    }

    private void WritePublicAccess(PublicAccessExclusion? exclusion)
    {
        if (exclusion is { } allowed)
        {
            json.WriteString("publicAccessExclusion", EnumText.Write(allowed));
        }
    }
}
