using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Prefix lists.</content>
internal sealed partial class TopologyJsonWriter
{
    // A topology without any is written as it was before there were any.
    private void WritePrefixLists(EquatableArray<PrefixList> lists)
    {
        if (lists.Count > 0)
        {
            Elements("prefixLists", lists, list =>
            {
                Reference("region", list.Region);
                json.WriteNumber("maximumEntries", list.MaximumEntries);
                Objects("entries", list.Entries, WriteSourced);
            });
        }
    }
}
