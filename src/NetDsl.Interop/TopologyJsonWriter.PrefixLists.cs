using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Prefix lists.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WritePrefixList(PrefixList list)
    {
        Reference("region", list.Region);
        json.WriteNumber("maximumEntries", list.MaximumEntries);
        Objects("entries", list.Entries, WriteSourced);
    }
}
