using NetDsl.Runtime.FlowLogs;

namespace NetDsl.LogQueries;

/// <summary>The SQL of the view <c>flow_logs</c>: every record of every file, with a column for each field that any file has.</summary>
internal static class FlowLogView
{
    public static string Sql(LogFiles files)
    {
        var parts = files.Text.Select(group => TextSql(group.Key, group)).ToList();
        if (files.Parquet.Count > 0)
        {
            parts.Add($"SELECT * FROM read_parquet({List(files.Parquet)}, union_by_name = true)");
        }

        return $"CREATE VIEW flow_logs AS {string.Join(" UNION ALL BY NAME ", parts)}";
    }

    /// <summary>Text as a literal.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Texts as a list of literals.</summary>
    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Literal))}]";

    /// <summary>Nothing is guessed from the content: the header line says which fields there are, and a field has its type.</summary>
    private static string TextSql(string header, IEnumerable<string> files)
    {
        // A field that is named twice is two columns, of which the later one has a number.
        var names = header.Split(' ');
        var columns = names
            .Select((name, index) => (Name: name, Before: names.Take(index).Count(other => other == name)))
            .Select(field => $"{Literal(field.Name.Replace('-', '_') + (field.Before > 0 ? $"_{field.Before + 1}" : ""))}: '{TypeOf(field.Name)}'");
        return $"SELECT * FROM read_csv({List(files)}, columns = {{{string.Join(", ", columns)}}}, "
            + "auto_detect = false, header = true, delim = ' ', nullstr = '-', quote = '', escape = '', comment = '', compression = 'gzip')";
    }

    private static string TypeOf(string field) => FlowLogFields.FindAnywhere(field)?.Type switch
    {
        FlowLogFieldType.Integer => "INTEGER",
        FlowLogFieldType.Long => "BIGINT",
        _ => "VARCHAR",
    };
}
