using System.Text;
using System.Text.Json;

namespace NetDsl.Interop;

/// <summary>A value in a JSON document that is not trusted, and the path that leads to it, for messages.</summary>
internal sealed class JsonPlace
{
    private const int LongestShownText = 60;
    private readonly JsonPlace? parent;
    private readonly string step;
    private readonly JsonElement value;

    private JsonPlace(JsonPlace? parent, string step, JsonElement value)
    {
        this.parent = parent;
        this.step = step;
        this.value = value;
    }

    /// <summary>For example <c>$.vpcs[0].id</c>.</summary>
    public string Path => parent is null ? step : parent.Path + step;

    public static JsonPlace Root(JsonElement value) => new(null, "$", value);

    public TopologyFormatException Fault(string reason) => new(Path, reason);

    /// <summary>Refuses anything but an object with these members; those with a question mark may be left out.</summary>
    public JsonPlace WithMembers(params ReadOnlySpan<string> members)
    {
        Require(JsonValueKind.Object, "an object");
        foreach (var present in value.EnumerateObject())
        {
            var name = NameOf(present);
            if (!members.Contains(name) && !members.Contains(name + "?"))
            {
                throw Fault($"'{Printable(name)}' is not a member here; there are {string.Join(", ", members.ToArray()).Replace("?", "", StringComparison.Ordinal)}");
            }
        }

        foreach (var member in members)
        {
            if (!member.EndsWith('?') && !value.TryGetProperty(member, out _))
            {
                throw Fault($"the member '{member}' is missing");
            }
        }

        return this;
    }

    public JsonPlace Member(string name) => Optional(name) ?? throw Fault($"the member '{name}' is missing");

    public JsonPlace? Optional(string name)
    {
        Require(JsonValueKind.Object, "an object");
        return value.TryGetProperty(name, out var member) ? new JsonPlace(this, "." + name, member) : null;
    }

    public IEnumerable<JsonPlace> Items()
    {
        Require(JsonValueKind.Array, "an array");
        return value.EnumerateArray().Select((item, index) => new JsonPlace(this, $"[{index}]", item));
    }

    public string Text()
    {
        Require(JsonValueKind.String, "a text");
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Fault("the text is not valid Unicode");
        }
    }

    public int Number(int minimum, int maximum)
    {
        Require(JsonValueKind.Number, "a number");
        return value.TryGetInt32(out var number) && number >= minimum && number <= maximum
            ? number
            : throw Fault($"{Printable(value.GetRawText())} is not a whole number from {minimum} to {maximum}");
    }

    /// <summary>A whole number that may be too large for <see cref="Number"/>.</summary>
    public long Whole(long minimum, long maximum)
    {
        Require(JsonValueKind.Number, "a number");
        return value.TryGetInt64(out var number) && number >= minimum && number <= maximum
            ? number
            : throw Fault($"{Printable(value.GetRawText())} is not a whole number from {minimum} to {maximum}");
    }

    public bool Flag() => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong("true or false"),
    };

    /// <summary>Foreign text in a form that is safe and short enough to show.</summary>
    public static string Printable(string text)
    {
        var shown = new StringBuilder();
        foreach (var character in text.Take(LongestShownText))
        {
            shown.Append(char.IsControl(character) || char.IsSurrogate(character) ? '?' : character);
        }

        return text.Length > LongestShownText ? shown.Append('…').ToString() : shown.ToString();
    }

    private string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            throw Fault("the name of a member is not valid Unicode");
        }
    }

    private void Require(JsonValueKind kind, string expected)
    {
        if (value.ValueKind != kind)
        {
            throw Wrong(expected);
        }
    }

    private TopologyFormatException Wrong(string expected) => Fault($"{Found(value.ValueKind)} stands where {expected} is expected");

    private static string Found(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };
}
