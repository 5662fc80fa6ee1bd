using NetDsl.Addressing;

namespace NetDsl.Runtime.Classification;

/// <summary>
/// Which prefixes of one field are wide: all addresses, and those that a large share of the classes is in, such as all private ones. Narrow prefixes do not matter to its own classes, of
/// which there are few.
/// </summary>
internal sealed class WideClasses
{
    // As many classes as are wide in any case, and what share of all.
    private const int Fewest = 16;
    private const int Share = 8;

    private readonly FieldClasses field;
    private readonly bool[] areWide;

    // By the wide class, one of the field's that is in it.
    private readonly List<int> some = [];

    public WideClasses(FieldClasses field, Ipv4Prefix[] prefixes)
    {
        this.field = field;
        areWide = [.. prefixes.Select((prefix, rule) => prefix.Length == 0 || Spans(field.OfRules[rule]))];
        (int First, int End)[] spans = [.. field.OfRules.Where((_, rule) => areWide[rule]).Distinct()];
        var (sets, matching) = (new DistinctLists(), new List<int>());
        OfClasses = new int[field.Count];
        for (var each = 0; each < field.Count; each++)
        {
            matching.Clear();
            matching.AddRange(Enumerable.Range(0, spans.Length).Where(span => spans[span].First <= each && each < spans[span].End));
            OfClasses[each] = sets.PlaceOf(matching);
            if (OfClasses[each] == some.Count)
            {
                some.Add(each);
            }
        }

        bool Spans((int First, int End) rule) => rule.End - rule.First >= Fewest && (rule.End - rule.First) * Share >= field.Count;
    }

    /// <summary>How many there are.</summary>
    public int Count => some.Count;

    /// <summary>By the class of the field.</summary>
    public int[] OfClasses { get; }

    /// <summary>Whether a rule has a wide prefix.</summary>
    public bool IsWide(int rule) => areWide[rule];

    /// <summary>Whether a rule that has one matches a class.</summary>
    public bool Matches(int rule, int wideClass) => field.OfRules[rule].First <= some[wideClass] && some[wideClass] < field.OfRules[rule].End;
}
