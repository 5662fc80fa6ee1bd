using NetDsl.Model;

namespace NetDsl.Cli.Output;

/// <summary>A place in a source file; lines and columns count from 1.</summary>
/// <param name="File">The file, relative to the project where it is inside.</param>
/// <param name="Line">The line.</param>
/// <param name="Column">The column, where it is known.</param>
internal sealed record SourcePlace(string File, int Line, int? Column)
{
    /// <summary>The place; nothing where there is none.</summary>
    /// <param name="origin">What the user names so: see <see cref="Sources.OpenTopology.Place"/>.</param>
    public static SourcePlace? Of(Origin origin) => origin switch
    {
        { Line: 0 } => null,
        { Span: { } span } => new SourcePlace(origin.File, span.StartLine + 1, span.StartColumn + 1),
        _ => new SourcePlace(origin.File, origin.Line, Column: null),
    };

    /// <summary>The way that compilers write it.</summary>
    public override string ToString() => Column is { } column ? $"{File}({Line},{column})" : $"{File}({Line})";
}
