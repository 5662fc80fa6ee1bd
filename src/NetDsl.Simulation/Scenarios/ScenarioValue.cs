using System.Globalization;
using System.Text.Json;

namespace NetDsl.Simulation.Scenarios;

/// <summary>A value of a scenario's JSON, and where it stands.</summary>
/// <param name="element">The value.</param>
/// <param name="path">Where, such as <c>$.traffic[0].port</c>.</param>
internal readonly struct ScenarioValue(JsonElement element, string path)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    public bool IsNumber => element.ValueKind == JsonValueKind.Number;

    public ScenarioException Refused(string why) => new($"{path}: {why}");

    /// <summary>The members of an object by their names.</summary>
    /// <param name="known">The names that it may have.</param>
    public Dictionary<string, ScenarioValue> Members(params string[] known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Refused($"an object is wanted, with {string.Join(", ", known)}");
        }

        var members = new Dictionary<string, ScenarioValue>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            var value = new ScenarioValue(member.Value, $"{path}.{member.Name}");
            if (!known.Contains(member.Name, StringComparer.Ordinal))
            {
                throw value.Refused($"there is no such member; there are {string.Join(", ", known)}");
            }

            if (!members.TryAdd(member.Name, value))
            {
                throw value.Refused("it is there twice; leave one out");
            }
        }

        return members;
    }

    public IEnumerable<ScenarioValue> Items()
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            throw Refused("a list is wanted, in [ ]");
        }

        var where = path;
        return element.EnumerateArray().Select((item, index) => new ScenarioValue(item, string.Create(CultureInfo.InvariantCulture, $"{where}[{index}]")));
    }

    public string Text()
    {
        try
        {
            return element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text ? text : throw Refused("a text is wanted, in quotation marks");
        }
        catch (InvalidOperationException)
        {
            throw Refused("this is half of a character; write the other half, too");
        }
    }

    public bool Truth() => element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.GetBoolean() : throw Refused("true or false is wanted");

    public double Number(double least, double most) =>
        IsNumber && element.TryGetDouble(out var number) && number >= least && number <= most
            ? number
            : throw Refused(string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most} is wanted"));

    public int Whole(int least, int most) =>
        IsNumber && element.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw Refused(string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most} is wanted"));

    /// <summary>A span of virtual time, such as <c>20ms</c>, <c>90s</c> or <c>1.5h</c>.</summary>
    public TimeSpan Duration() => DurationText.Read(Text(), Longest) ?? throw Refused($"a time is wanted: a number and {DurationText.Units}, such as \"90s\"");

    /// <summary>One of some words.</summary>
    public T Choice<T>(params (string Word, T Value)[] choices)
    {
        var text = Text();
        foreach (var (word, value) in choices)
        {
            if (word == text)
            {
                return value;
            }
        }

        throw Refused($"one of {string.Join(", ", choices.Select(choice => choice.Word))} is wanted");
    }
}
