namespace NetDsl.Authoring.Data;

/// <summary>How messages say what to write, and how a data file names things.</summary>
internal static class DataWords
{
    /// <summary>What fits a shape.</summary>
    public static string Wanted(IDataShape shape)
    {
        var value = shape switch
        {
            IScalarShape { Code: TypeCode.String } => "text in quotes",
            IScalarShape { Code: TypeCode.Boolean } => "true or false",
            IScalarShape number => DataNumbers.Wanted(number.Code),
            IEnumShape members => Join(members.Members, "or"),
            IListShape => "a list in [ ]",
            _ => "an object in { }",
        };
        return shape.TakesNull ? $"{value}, or null" : value;
    }

    /// <summary>Names in quotes, as they are spoken: <c>"a", "b" or "c"</c>.</summary>
    public static string Join(IReadOnlyList<string> names, string last)
    {
        var quoted = names.Select(name => $"\"{InData(name)}\"").ToList();
        return quoted.Count < 2
            ? string.Concat(quoted)
            : $"{string.Join(", ", quoted.Take(quoted.Count - 1))} {last} {quoted[quoted.Count - 1]}";
    }

    /// <summary>The name of a member of C# as data writes it: with a small letter first.</summary>
    public static string InData(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
