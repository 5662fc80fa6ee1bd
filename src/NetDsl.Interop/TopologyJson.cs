using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using NetDsl.Model;

namespace NetDsl.Interop;

/// <summary>
/// A topology as text: JSON with one form for each topology, so that equal topologies give equal text. What is read back equals
/// what was written, origins (file and line) included; the exact source spans, which only the compiler knows, are not kept.
/// </summary>
public static class TopologyJson
{
    /// <summary>The value of the member <c>format</c>: what the text is, and the version of its form.</summary>
    public const string Format = "netdsl.topology/1";

    /// <summary>The longest text that is read: far more than any network needs, and little enough to hold in memory.</summary>
    public const int MaximumLength = 256 * 1024 * 1024;

    // The form itself nests seven deep.
    private const int MaximumDepth = 16;

    /// <summary>The topology as JSON.</summary>
    /// <param name="topology">Any topology, also one with problems.</param>
    /// <param name="sourceFolder">Origins are named relative to this folder; empty to keep them as they are.</param>
    public static string Write(Topology topology, string sourceFolder = "") => TopologyJsonWriter.Write(topology, sourceFolder);

    /// <summary>Reads what <see cref="Write"/> wrote, or what another program wrote in the same form.</summary>
    /// <param name="text">JSON, from wherever: it is not trusted.</param>
    /// <exception cref="TopologyFormatException">
    /// The text is no JSON, has another form, or describes something that no builder makes, such as a reference to nothing.
    /// </exception>
    public static Topology Read(string text)
    {
        if (text.Length > MaximumLength)
        {
            throw new TopologyFormatException("$", $"the text has {text.Length} characters; a topology has at most {MaximumLength}");
        }

        using var document = Parse(text);
        var topology = TopologyJsonReader.Read(JsonPlace.Root(document.RootElement));
        TopologyInvariants.Require(topology);
        return topology;
    }

    /// <summary>Reads a topology, or says why the text is none.</summary>
    /// <param name="text">JSON, from wherever: it is not trusted.</param>
    /// <param name="topology">The topology read.</param>
    /// <param name="error">Where in the JSON something is wrong, what, and what is expected; empty when nothing is.</param>
    public static bool TryRead(string text, [NotNullWhen(true)] out Topology? topology, out string error)
    {
        try
        {
            topology = Read(text);
            error = "";
            return true;
        }
        catch (TopologyFormatException exception)
        {
            topology = null;
            error = exception.Message;
            return false;
        }
    }

    private static JsonDocument Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaximumDepth, AllowDuplicateProperties = false });
        }
        catch (JsonException exception)
        {
            throw new TopologyFormatException("$", $"this is not JSON: {FirstSentence(exception.Message)} ({Position(exception)})");
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // Half of a surrogate pair: in the text itself, or escaped in the name of a member.
            throw new TopologyFormatException("$", "this is not JSON: the text is not valid Unicode");
        }
    }

    // The parser's message repeats what it found, which may be anything: control characters are shown as question marks.
    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        var sentence = (end < 0 ? message : message[..end]).TrimEnd('.');
        return new string([.. sentence.Select(character => char.IsControl(character) ? '?' : character)]);
    }

    private static string Position(JsonException exception) =>
        exception is { LineNumber: { } line, BytePositionInLine: { } position }
            ? $"line {line + 1}, byte {position + 1}"
            : "position not known";
}
