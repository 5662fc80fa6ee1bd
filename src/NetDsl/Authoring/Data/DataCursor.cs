namespace NetDsl.Authoring.Data;

/// <summary>
/// Finds the places in a text of offsets into its UTF-8 bytes, which is what the JSON reader counts in. To be asked in
/// rising order: it walks the text once.
/// </summary>
internal sealed class DataCursor(string text)
{
    private long bytes;
    private int offset;
    private int line;
    private int lineStart;

    /// <summary>The place before a byte.</summary>
    public DataPlace At(long wanted)
    {
        while (bytes < wanted && offset < text.Length)
        {
            Step();
        }

        return Here;
    }

    /// <summary>The place before a character.</summary>
    public DataPlace AtCharacter(int wanted)
    {
        while (offset < wanted && offset < text.Length)
        {
            Step();
        }

        return Here;
    }

    private DataPlace Here => new(offset, line, offset - lineStart);

    private void Step()
    {
        var character = text[offset];
        var isPair = char.IsSurrogatePair(text, offset);

        // A lone surrogate is written as the replacement character, which has three bytes too.
        bytes += isPair ? 4 : character < 0x80 ? 1 : character < 0x800 ? 2 : 3;
        offset += isPair ? 2 : 1;
        if (IsLineEnd(character))
        {
            line++;
            lineStart = offset;
        }
    }

    // Of a carriage return and a line feed the latter ends the line; the others are those of the compiler.
    private bool IsLineEnd(char character) => character switch
    {
        '\n' or '\u0085' or '\u2028' or '\u2029' => true,
        '\r' => offset == text.Length || text[offset] != '\n',
        _ => false,
    };
}
