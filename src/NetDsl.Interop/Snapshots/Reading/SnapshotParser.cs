using System.Text.Json;

namespace NetDsl.Interop.Snapshots.Reading;

/// <summary>Parses files of a snapshot. Secrets are skipped here; what is behind never sees them.</summary>
internal sealed class SnapshotParser
{
    private int values;

    /// <summary>The value of a whole file, which is an object.</summary>
    /// <exception cref="SnapshotFormatException">It is not JSON, has a name twice, is too deep or has too many values.</exception>
    public SnapshotValue Parse(SnapshotFile file, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        bytes = bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes;
        var lines = new LineCount();
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = SnapshotLimits.Depth });
        SnapshotValue? at = null;
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw new SnapshotFormatException(file.Path, "$", "an object with keys such as Vpcs is expected in the file");
            }

            var root = new SnapshotValue(file, 1, null, "", JsonValueKind.Object);
            at = root;
            ReadInto(root, ref reader, bytes, ref lines, ref at);
            return reader.Read() ? throw new SnapshotFormatException(file.Path, "$", "there is something behind the end of the object") : root;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The reader's own message quotes the text, which may be a secret.
            var line = lines.At(bytes, (int)Math.Min(reader.BytesConsumed, bytes.Length));
            throw new SnapshotFormatException(file.Path, at?.Path ?? "$", $"this is no JSON, or is cut off or nested more than {SnapshotLimits.Depth} deep, near line {line}");
        }
    }

    private void ReadInto(SnapshotValue container, ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, ref LineCount lines, ref SnapshotValue? at)
    {
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            at = container;
            if (container.Items is { } items)
            {
                if (Value(container, $"[{items.Count}]", ref reader, bytes, ref lines, ref at) is { } item)
                {
                    items.Add(item);
                }

                continue;
            }

            var name = reader.GetString()!;
            reader.Read();
            if (Secrets.Holds(name))
            {
                reader.Skip();
                continue;
            }

            var step = IsPlain(name) ? "." + name : $"['{name}']";
            if (Value(container, step, ref reader, bytes, ref lines, ref at) is { } value && !container.Members!.TryAdd(name, value))
            {
                throw value.Fault("this name is here twice; an object has a name once");
            }
        }
    }

    /// <summary>The value that the reader is at; nothing for null, which says no more than a member that is left out.</summary>
    private SnapshotValue? Value(
        SnapshotValue parent, string step, ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, ref LineCount lines, ref SnapshotValue? at)
    {
        if (++values > SnapshotLimits.Values)
        {
            throw new SnapshotFormatException(parent.File.Path, parent.Path, $"the snapshot has more than {SnapshotLimits.Values} values");
        }

        var line = lines.At(bytes, (int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.True:
            case JsonTokenType.False:
                return new SnapshotValue(parent.File, line, parent, step, reader.TokenType == JsonTokenType.True ? JsonValueKind.True : JsonValueKind.False);
            case JsonTokenType.String:
                return new SnapshotValue(parent.File, line, parent, step, JsonValueKind.String, reader.GetString()!);
            case JsonTokenType.Number:
                return new SnapshotValue(parent.File, line, parent, step, JsonValueKind.Number, System.Text.Encoding.ASCII.GetString(reader.ValueSpan));
            default:
                var value = new SnapshotValue(
                    parent.File, line, parent, step, reader.TokenType == JsonTokenType.StartObject ? JsonValueKind.Object : JsonValueKind.Array);
                ReadInto(value, ref reader, bytes, ref lines, ref at);
                return value;
        }
    }

    private static bool IsPlain(string name) => name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');

    /// <summary>Counts lines as the reader goes on, so that each byte is looked at once.</summary>
    private struct LineCount
    {
        private int position;
        private int line;

        public int At(ReadOnlySpan<byte> bytes, int index)
        {
            line += bytes[position..index].Count((byte)'\n');
            position = index;
            return line + 1;
        }
    }
}
