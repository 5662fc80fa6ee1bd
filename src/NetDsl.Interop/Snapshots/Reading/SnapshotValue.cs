using System.Globalization;
using System.Text.Json;

namespace NetDsl.Interop.Snapshots.Reading;

/// <summary>A JSON value of a snapshot: it knows its file, line and path, and has no secret in it.</summary>
internal sealed class SnapshotValue
{
    private readonly SnapshotValue? parent;
    private readonly string step;

    public SnapshotValue(SnapshotFile file, int line, SnapshotValue? parent, string step, JsonValueKind kind, string text = "")
    {
        (File, Line, this.parent, this.step, Kind, Scalar) = (file, line, parent, step, kind, text);
        Members = kind == JsonValueKind.Object ? new Dictionary<string, SnapshotValue>(StringComparer.Ordinal) : null;
        Items = kind == JsonValueKind.Array ? [] : null;
    }

    public SnapshotFile File { get; }

    /// <summary>Counted from 1.</summary>
    public int Line { get; }

    public JsonValueKind Kind { get; }

    /// <summary>The members of an object; none of them is null.</summary>
    public Dictionary<string, SnapshotValue>? Members { get; }

    /// <summary>The items of a list.</summary>
    public List<SnapshotValue>? Items { get; }

    /// <summary>Where it is in its file.</summary>
    public string Path => parent is null ? "$" : parent.Path + step;

    /// <summary>The text of a text or number.</summary>
    private string Scalar { get; }

    /// <summary>A text; nothing when there is no such member. Numbers are texts too: the vendor writes some of them so.</summary>
    public string? Text(string name) => Member(name) is not { } member ? null : member.AsText();

    /// <summary>A text that has to be there.</summary>
    public string RequiredText(string name) => Text(name) is { Length: > 0 } text
        ? text
        : throw Fault($"'{name}' is missing, and is what tells the element apart");

    /// <summary>The first of several members that is there and not empty.</summary>
    public string? FirstText(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Text(name) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>Whether it says true; nothing when there is no such member.</summary>
    public bool? Flag(string name) => Member(name) switch
    {
        null => null,
        { Kind: JsonValueKind.True } => true,
        { Kind: JsonValueKind.False } => false,
        { Kind: JsonValueKind.String, Scalar: "true" or "enable" or "enabled" } => true,
        { Kind: JsonValueKind.String, Scalar: "false" or "disable" or "disabled" } => false,
        { } other => throw other.Fault("true or false is expected here"),
    };

    /// <summary>A whole number; nothing when there is no such member.</summary>
    public long? Number(string name) => Member(name) is not { } member ? null
        : member.Kind is JsonValueKind.Number or JsonValueKind.String && long.TryParse(member.Scalar, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw member.Fault("a whole number is expected here");

    /// <summary>An object; nothing when there is no such member.</summary>
    public SnapshotValue? Object(string name) => Member(name) switch
    {
        null => null,
        { Kind: JsonValueKind.Object } member => member,
        { } other => throw other.Fault("an object is expected here"),
    };

    /// <summary>The objects of a list; none when there is no such member.</summary>
    public IReadOnlyList<SnapshotValue> Objects(string name)
    {
        var items = ItemsOf(name);
        return items.Find(item => item.Kind != JsonValueKind.Object) is { } other ? throw other.Fault("an object is expected here") : items;
    }

    /// <summary>The texts of a list; none when there is no such member.</summary>
    public IEnumerable<string> Texts(string name) => ItemsOf(name).Select(item => item.AsText());

    /// <summary>A member of a member, where both are there.</summary>
    public string? Text(string name, string inner) => Object(name)?.Text(inner);

    /// <summary>The value of a tag; nothing when there is no such tag.</summary>
    public string? Tag(string key) =>
        Objects("Tags").Concat(Objects("TagSet")).Concat(Objects("TagList")).FirstOrDefault(tag => tag.Text("Key") == key)?.Text("Value");

    public SnapshotFormatException Fault(string reason) => new(File.Path, Path, reason);

    /// <summary>A member; the vendor's Direct Connect and RAM write names with a small letter, and tools that save their answers may not.</summary>
    private SnapshotValue? Member(string name) => Members!.GetValueOrDefault(name) ?? Members!.GetValueOrDefault(OtherCase(name[0]) + name[1..]);

    private static char OtherCase(char letter) => char.IsAsciiLetterLower(letter) ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter);

    private string AsText() => Kind is JsonValueKind.String or JsonValueKind.Number ? Scalar : throw Fault("a text is expected here");

    private List<SnapshotValue> ItemsOf(string name) => Member(name) switch
    {
        null => [],
        { Items: { } items } => items,
        { } other => throw other.Fault("a list is expected here"),
    };
}
