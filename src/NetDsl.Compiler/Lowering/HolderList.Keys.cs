using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>What stays of an entry when its number does not: whose it is.</content>
internal sealed partial class HolderList
{
    private Dictionary<HolderKey, int>? byKey;

    /// <summary>All entries, by whose they are.</summary>
    public IEnumerable<HolderKey> Keys => Enumerable.Range(0, holders.Count).Select(KeyOf);

    /// <summary>Whose an entry is; those of one element follow each other.</summary>
    public HolderKey KeyOf(int holder)
    {
        var first = holder;
        while (first > 0 && holders[first - 1].Node == holders[holder].Node)
        {
            first--;
        }

        return new HolderKey(nodes.Elements[holders[holder].Node]!, holder - first);
    }

    /// <summary>The entry; nothing when there is none.</summary>
    public int? Find(HolderKey key)
    {
        if (byKey is null)
        {
            byKey = [];
            foreach (var each in Keys)
            {
                byKey.Add(each, byKey.Count);
            }
        }

        return byKey.TryGetValue(key, out var holder) ? holder : null;
    }
}

/// <summary>Whose an entry of the table of holders is.</summary>
/// <param name="Element">The element.</param>
/// <param name="Ordinal">Which of its entries.</param>
internal sealed record HolderKey(ElementId Element, int Ordinal);
