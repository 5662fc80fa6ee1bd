using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>What stays of a source class when its number does not.</content>
internal sealed partial class SourceList
{
    private Dictionary<SourceKey, int>? byKey;

    /// <summary>The source class; nothing when there is none.</summary>
    public int? Find(SourceKey key)
    {
        if (byKey is null)
        {
            byKey = [];
            for (var source = 0; source < all.Count; source++)
            {
                byKey.Add(all[source].Key, source);
            }
        }

        return byKey.TryGetValue(key, out var index) ? index : null;
    }
}

/// <summary>What a source class is of.</summary>
/// <param name="Kind">How its packets start.</param>
/// <param name="Place">The subnet, or what stands for one; nothing where there is none.</param>
/// <param name="Of">The site, the VPC, the client, the endpoint; nothing where there is none.</param>
/// <param name="By">Who restored or translated what starts there, or let it in; nothing for all others.</param>
internal sealed record SourceKey(SourceKind Kind, ElementId? Place, ElementId? Of, ElementId? By);
