using NetDsl.Model;

namespace NetDsl.Interop.Snapshots.Code;

/// <summary>Names of local variables: those of elements, as C# writes them.</summary>
internal sealed class VariableNames
{
    // What the code uses by itself.
    private readonly HashSet<string> taken = new(StringComparer.Ordinal) { "network", "connection" };
    private readonly Dictionary<ElementId, string> names = [];
    private readonly Dictionary<string, ElementKind> kinds = new(StringComparer.Ordinal);

    /// <summary>The variable of an element that has been declared.</summary>
    public string this[ElementId id] => names[id];

    /// <summary>Whether the element has a variable.</summary>
    public bool Has(ElementId id) => names.ContainsKey(id);

    /// <summary>The kind of element that a variable is; nothing when there is no such variable.</summary>
    public ElementKind? KindOf(string variable) => kinds.TryGetValue(variable, out var kind) ? kind : null;

    /// <summary>Whether something has the name.</summary>
    public bool IsTaken(string name) => taken.Contains(name);

    /// <summary>A variable for an element.</summary>
    public string Declare(ElementId id)
    {
        var name = Free(id.Name, id.Kind == ElementKind.Account ? "account" : "element");
        names.Add(id, name);
        kinds.Add(name, id.Kind);
        return name;
    }

    /// <summary>Another identity of what has a variable already.</summary>
    public void Alias(ElementId id, string variable) => names[id] = variable;

    private string Free(string text, string start)
    {
        var words = text.Split(['-', '_', '.', '/', ' '], StringSplitOptions.RemoveEmptyEntries);
        var name = string.Concat(words.Select((word, index) => index == 0 ? char.ToLowerInvariant(word[0]) + word[1..] : char.ToUpperInvariant(word[0]) + word[1..]));
        name = name.Length == 0 || !char.IsAsciiLetter(name[0]) ? start + name : name;

        // No keyword has a digit at its end, and no name of the code.
        var candidate = taken.Contains(name) || name.All(char.IsAsciiLetterLower) ? name + "1" : name;
        for (var number = 2; !taken.Add(candidate); number++)
        {
            candidate = $"{name}_{number}";
        }

        return candidate;
    }
}
