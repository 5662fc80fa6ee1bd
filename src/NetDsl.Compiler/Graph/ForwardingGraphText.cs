namespace NetDsl.Compiler.Graph;

/// <summary>
/// The text form of a graph: one line an item, in the order of its tables, so that an index is a line's place in its section.
/// Steps and ends stand once, and a program is the numbers of its steps and of its end. It is what generated code carries, what snapshots hold, and what people read who debug the lowering.
/// </summary>
/// <remarks>
/// A line is words with single spaces between; text is quoted, with <c>\"</c>, <c>\\</c> and <c>\n</c> escaped; an origin is a quoted
/// file, a colon and a line, or <c>-</c>; -1 stands for nothing. Sections begin with their name and their count.
/// </remarks>
public static class ForwardingGraphText
{
    internal const string Header = "netdsl-graph 2";

    /// <summary>Writes a graph; equal graphs give equal text.</summary>
    public static string Write(ForwardingGraph graph) => new GraphTextWriter().Write(graph);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no graph; the message names the line.</exception>
    public static ForwardingGraph Read(string text) => new GraphTextReader(text).Read();
}
