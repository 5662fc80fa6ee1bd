using System.Text.RegularExpressions;

namespace NetDsl.Evaluation.Tests;

/// <summary>All that one program may write: the common productions, and those of the families that it has.</summary>
sealed partial class Vocabulary
{
    readonly Dictionary<string, List<Production>> productions = [];

    public Dictionary<string, string> Shown { get; } = [];

    public Vocabulary(IEnumerable<Production> common, IEnumerable<(string Type, string Text)> shown)
    {
        foreach (var production in common)
        {
            Add(production);
        }

        foreach (var (type, text) in shown)
        {
            Shown[type] = text;
        }
    }

    /// <summary>What writes a type; nothing when nothing does.</summary>
    public IReadOnlyList<Production> Of(string type) => productions.TryGetValue(type, out var known) ? known : [];

    /// <summary>The first that was added: it needs no depth.</summary>
    public Production Leaf(string type) =>
        productions.TryGetValue(type, out var known) ? known[0] : throw new InvalidOperationException($"Nothing writes {type}.");

    /// <summary>Takes in what may be done with a family, whose names are made up.</summary>
    public void Add(Family family)
    {
        foreach (var production in family.Productions)
        {
            // Own types are few among all that there is to do: they weigh more.
            Add(production with { Weight = production.Weight * (production.Type == Production.Statement ? 5 : 3) });
        }

        foreach (var (type, text) in family.Shown)
        {
            Shown[type] = text;
        }
    }

    /// <summary>The family under names of its own.</summary>
    public static Family Named(Family family, Func<string, string> fresh)
    {
        var given = new Dictionary<string, string>();
        return new Family(family.Name, Named(family.Types), Named(family.Members))
        {
            Productions =
            [
                .. family.Productions.Select(production => new Production(
                    Named(production.Type), production.Construct, Named(production.Text), production.Weight, production.Needs)),
            ],
            Shown = [.. family.Shown.Select(shown => (Named(shown.Type), Named(shown.Text)))],
        };

        string Named(string text) => GivenNames().Replace(text, match =>
            given.TryGetValue(match.Value, out var known) ? known : given[match.Value] = fresh(match.Value[1..]));
    }

    void Add(Production production)
    {
        if (!productions.TryGetValue(production.Type, out var known))
        {
            productions.Add(production.Type, known = []);
        }

        known.Add(production);
    }

    [GeneratedRegex(@"\$[A-Z]\w*")]
    private static partial Regex GivenNames();
}
