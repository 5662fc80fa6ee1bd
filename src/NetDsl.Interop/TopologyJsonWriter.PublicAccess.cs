using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Blocking of public access.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WritePublicAccess(Region region)
    {
        if (region.BlockPublicAccess != BlockPublicAccessMode.Off)
        {
            json.WriteString("blockPublicAccess", EnumText.Write(region.BlockPublicAccess));
        }
    }

    private void WritePublicAccess(PublicAccessExclusion? exclusion)
    {
        if (exclusion is { } allowed)
        {
            json.WriteString("publicAccessExclusion", EnumText.Write(allowed));
        }
    }
}
