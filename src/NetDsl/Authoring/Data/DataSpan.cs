using NetDsl.Model;

namespace NetDsl.Authoring.Data;

/// <summary>
/// Where a value stands in the text of its data file. Offsets are characters, lines and columns count from 0 and end where
/// the compiler ends them, so that an editor finds the same place.
/// </summary>
internal readonly record struct DataSpan(DataPlace Start, DataPlace End)
{
    /// <summary>The line as people count.</summary>
    public int LineNumber => Start.Line + 1;

    /// <summary>The same piece of text, of a file with a path.</summary>
    public SourceSpan In(string path) =>
        new(path, Start.Offset, End.Offset - Start.Offset, Start.Line, Start.Column, End.Line, End.Column);
}

/// <summary>A place between two characters of a text.</summary>
internal readonly record struct DataPlace(int Offset, int Line, int Column);
