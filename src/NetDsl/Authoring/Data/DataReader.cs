using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using NetDsl.Model;

namespace NetDsl.Authoring.Data;

/// <summary>Reads the text of a data file: JSON, in which comments and commas before a closing bracket are fine too.</summary>
internal sealed class DataReader
{
    /// <summary>In characters. An address plan has a few thousand; more would make every keystroke in the editor slow.</summary>
    public const int MaximumLength = 1 << 20;

    /// <summary>How many brackets may be open at a time.</summary>
    public const int MaximumDepth = 32;

    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MaximumDepth * 2, // Ours is the limit, because ours has the message.
    };

    private readonly string text;
    private readonly byte[] bytes;
    private readonly DataCursor cursor;
    private readonly DataProblems problems;

    private DataReader(string text, DataProblems problems)
    {
        this.text = text;
        this.problems = problems;
        bytes = Encoding.UTF8.GetBytes(text);
        cursor = new DataCursor(text);
    }

    /// <summary>The value in the text; nothing, and a problem, where there is none.</summary>
    public static DataValue? Read(string text, DataProblems problems)
    {
        if (text.Length > MaximumLength)
        {
            problems.Add(default, $"the file has {text.Length} characters; data has at most {MaximumLength}");
            return null;
        }

        return new DataReader(text, problems).ReadAll();
    }

    private DataValue? ReadAll()
    {
        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            reader.Read();
            var root = ReadValue(ref reader, DataPath.Root, depth: 0);

            // To the end: what stands behind the value is no JSON.
            return root is not null && !reader.Read() ? root : null;
        }
        catch (JsonException fault)
        {
            AddSyntax(fault);
            return null;
        }
    }

    /// <summary>Reads the value that starts at the current token; nothing where reading cannot go on.</summary>
    private DataValue? ReadValue(ref Utf8JsonReader reader, string path, int depth)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && depth == MaximumDepth)
        {
            problems.Add(SpanOf(ref reader), $"data is nested deeper than {MaximumDepth} levels here; flatten it");
            return null;
        }

        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader, path, depth),
            JsonTokenType.StartArray => ReadArray(ref reader, path, depth),
            JsonTokenType.String => ReadText(ref reader),
            JsonTokenType.Number => new DataNumber(Raw(ref reader), SpanOf(ref reader)),
            JsonTokenType.True or JsonTokenType.False => new DataBoolean(reader.TokenType == JsonTokenType.True, SpanOf(ref reader)),
            _ => new DataNull(SpanOf(ref reader)),
        };
    }

    private DataObject? ReadObject(ref Utf8JsonReader reader, string path, int depth)
    {
        var start = SpanOf(ref reader).Start;
        var members = ImmutableArray.CreateBuilder<DataMember>();
        var known = new Dictionary<string, DataText>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = ReadText(ref reader);
            reader.Read();
            var member = DataPath.Member(path, name.Value);
            if (ReadValue(ref reader, member, depth + 1) is not { } value)
            {
                return null;
            }

            if (known.TryGetValue(name.Value, out var first))
            {
                problems.AddTwice(member, name.Span, first.Span);
                continue;
            }

            known.Add(name.Value, name);
            members.Add(new DataMember(name, value));
        }

        return new DataObject(members.ToImmutable(), new DataSpan(start, SpanOf(ref reader).End));
    }

    private DataArray? ReadArray(ref Utf8JsonReader reader, string path, int depth)
    {
        var start = SpanOf(ref reader).Start;
        var items = ImmutableArray.CreateBuilder<DataValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadValue(ref reader, DataPath.Item(path, items.Count), depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new DataArray(items.ToImmutable(), new DataSpan(start, SpanOf(ref reader).End));
    }

    private DataText ReadText(ref Utf8JsonReader reader)
    {
        var span = SpanOf(ref reader);
        try
        {
            return new DataText(reader.GetString()!, span);
        }
        catch (InvalidOperationException)
        {
            problems.Add(span, @"the escapes in this text are half a character; a \u from d800 to dfff takes two in a row");
            return new DataText("", span);
        }
    }

    private DataSpan SpanOf(ref Utf8JsonReader reader)
    {
        var quotes = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0;
        var start = cursor.At(reader.TokenStartIndex);
        return new DataSpan(start, cursor.At(reader.TokenStartIndex + reader.ValueSpan.Length + quotes));
    }

    private static string Raw(ref Utf8JsonReader reader) => Encoding.UTF8.GetString(reader.ValueSpan.ToArray());

    /// <summary>Our own words: the reader's differ from version to version.</summary>
    private void AddSyntax(JsonException fault)
    {
        var lineStart = 0;
        for (var line = 0L; line < (fault.LineNumber ?? 0) && lineStart < bytes.Length; line++)
        {
            lineStart = Array.IndexOf(bytes, (byte)'\n', lineStart) + 1;
        }

        // A new cursor: the other may be past the place that the reader blames.
        var offset = new DataCursor(text).At(lineStart + (fault.BytePositionInLine ?? 0)).Offset;
        if (string.IsNullOrWhiteSpace(text.Substring(offset)))
        {
            problems.Add(SpanOf(offset, offset), "the file ends before its JSON does; close what is open, or write a value");
            return;
        }

        var start = WordStart(offset);
        var column = SpanOf(start, offset + 1).Start.Column + 1;
        problems.Add(
            SpanOf(start, offset + 1),
            $"this is no JSON from column {column} on, {Quotation.Of(RestOfLine(start))}; look for a comma, quote or bracket there");
    }

    /// <summary>Of a word that is none, such as <c>nul</c> or <c>01</c>, the reader blames a character inside or behind it.</summary>
    private int WordStart(int offset)
    {
        while (offset > 0
            && (char.IsLetterOrDigit(text[offset]) || char.IsWhiteSpace(text[offset]))
            && char.IsLetterOrDigit(text[offset - 1]))
        {
            offset--;
        }

        return offset;
    }

    private string RestOfLine(int offset)
    {
        var end = text.IndexOfAny(['\r', '\n'], offset);
        return text.Substring(offset, (end < 0 ? text.Length : end) - offset);
    }

    private DataSpan SpanOf(int start, int end)
    {
        var places = new DataCursor(text);
        return new DataSpan(places.AtCharacter(start), places.AtCharacter(end));
    }
}
