namespace NetDsl.Cli.Output;

/// <summary>A row of a table.</summary>
internal sealed record TableRow(Tone Tone, params string[] Cells);

/// <summary>A table as lines: columns aligned by spaces, nothing at the ends of lines.</summary>
internal static class PlainTable
{
    private const int Gap = 2;

    public static void Write(string[] headers, IReadOnlyList<TableRow> rows, TextWriter output)
    {
        var lines = rows.Select(row => row.Cells).Prepend(headers).ToList();
        var widths = headers.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        foreach (var line in lines)
        {
            var text = string.Concat(line.Select((cell, column) => cell.PadRight(widths[column] + Gap)));
            output.Write(text.TrimEnd() + "\n");
        }
    }
}
