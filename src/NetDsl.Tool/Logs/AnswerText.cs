using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.LogQueries;

namespace NetDsl.Tool.Logs;

/// <summary>The answer to a query as people and machines read it.</summary>
internal static class AnswerText
{
    private const string Nothing = "-";

    public static IReadOnlyList<TableRow> Rows(LogQueryResult answer) =>
        [.. answer.Rows.Select(row => new TableRow(Tone.Plain, [.. row.Select(value => value is null ? Nothing : Text(value))]))];

    /// <summary>Rows are lists, because two columns may have one name.</summary>
    public static JsonObject Machine(LogQueryResult answer) => new()
    {
        ["columns"] = MachineText.Array(answer.Columns.Select(column => JsonValue.Create(column))),
        ["rows"] = MachineText.Array(answer.Rows.Select(row => new JsonArray([.. row.Select(Machine)]))),
    };

    private static JsonNode? Machine(object? value) => value switch
    {
        null => null,
        bool truth => truth,
        sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ulong number => number,
        decimal number => number,
        float or double when double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)) => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        BigInteger number when number >= long.MinValue && number <= long.MaxValue => (long)number,
        IDictionary map => new JsonObject(map.Keys.Cast<object>().Select(key => KeyValuePair.Create(Text(key), Machine(map[key])))),
        string text => text,
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Machine)]),
        _ => Text(value),
    };

    private static string Text(object value) => value switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Stream bytes => Hexadecimal(bytes),
        IDictionary or IEnumerable => Machine(value)!.ToJsonString(),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? Nothing,
    };

    private static string Hexadecimal(Stream bytes)
    {
        using var copy = new MemoryStream();
        bytes.CopyTo(copy);
        return Convert.ToHexStringLower(copy.ToArray());
    }
}
