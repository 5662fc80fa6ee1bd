using System.Globalization;

namespace NetDsl.Cli.Drawing;

/// <summary>Short identifiers that every drawing language takes, given out in the order in which they are asked for.</summary>
internal sealed class DrawingIds
{
    private readonly Dictionary<string, string> given = new(StringComparer.Ordinal);

    public string Of(string thing)
    {
        if (!given.TryGetValue(thing, out var id))
        {
            id = string.Create(CultureInfo.InvariantCulture, $"n{given.Count + 1}");
            given.Add(thing, id);
        }

        return id;
    }
}
