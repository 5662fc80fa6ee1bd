using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Prefixes that were given out.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WriteAllocation(Allocation allocation)
    {
        Place(allocation.Origin);
        json.WriteString("element", IdText.WriteWithKind(allocation.Element));
        json.WriteString("prefix", allocation.Prefix.ToString());
        json.WriteString("hold", EnumText.Write(allocation.Hold));
    }
}
