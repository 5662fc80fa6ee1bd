using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NetDsl.Simulation;

namespace NetDsl.Cli.CommandLine;

/// <summary>Reads prices from a JSON file, <c>{ "natGatewayHour": 0.05 }</c>, and says of each fault where it is.</summary>
internal sealed class PriceFile
{
    private readonly string path;
    private readonly byte[] text;

    private PriceFile(string path, byte[] text) => (this.path, this.text) = (path, text);

    /// <summary>The list prices, with those of the file in their place.</summary>
    /// <exception cref="CommandException">There is no such file, or it is none of prices.</exception>
    public static Prices Read(string path) => File.Exists(path)
        ? new PriceFile(path, File.ReadAllBytes(path)).Read()
        : throw new CommandException($"--prices: there is no file '{Printable.Text(path)}'; write one such as {{ \"natGatewayHour\": 0.05 }}");

    private Prices Read()
    {
        var start = text.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var reader = new Utf8JsonReader(text.AsSpan(start), new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            return Read(ref reader, start);
        }
        catch (JsonException fault)
        {
            throw new CommandException($"--prices: {path}:{(fault.LineNumber ?? 0) + 1}: this is not JSON; write prices such as {{ \"natGatewayHour\": 0.05 }}");
        }
    }

    private Prices Read(ref Utf8JsonReader reader, int start)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw Fault(start, "prices stand in an object, such as { \"natGatewayHour\": 0.05 }");
        }

        var (prices, seen) = (Prices.List, new HashSet<string>(StringComparer.Ordinal));
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = TextOf(reader);
            var at = start + (int)reader.TokenStartIndex;
            if (PricedItem.All.All(item => item.Name != name))
            {
                throw Fault(at, $"there is no price '{Printable.Text(name)}'{Nearest.Hint(name, PricedItem.All.Select(item => item.Name))}; docs/cost.md has them all");
            }

            if (!seen.Add(name))
            {
                throw Fault(at, $"the price {name} stands here for the second time; leave one out");
            }

            reader.Read();
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var price) || price < 0 || price > Prices.Highest)
            {
                throw Fault(start + (int)reader.TokenStartIndex, string.Create(
                    CultureInfo.InvariantCulture, $"{Written(reader)} is no price for {name}; write US dollars as a number from 0 to {Prices.Highest}"));
            }

            prices = prices.With(name, price);
        }

        // What stands behind the object is told of as no JSON.
        reader.Read();
        return prices;
    }

    /// <summary>The text; as it is written, where it has half of a character.</summary>
    private static string TextOf(in Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray());
        }
    }

    private static string Written(in Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => $"'{Printable.Text(TextOf(reader))}'",
        _ => Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray()),
    };

    private CommandException Fault(int at, string message)
    {
        var before = text.AsSpan(0, at);
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return new CommandException(string.Create(CultureInfo.InvariantCulture, $"--prices: {path}:{line}:{column}: {message}"));
    }
}
