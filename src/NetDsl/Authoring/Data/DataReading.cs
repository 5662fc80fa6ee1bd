using NetDsl.Model;

namespace NetDsl.Authoring.Data;

/// <summary>From the name of a data file to a value: the whole of what <see cref="NetworkBuilder.Data"/> does.</summary>
internal static class DataReading
{
    private const string Extension = ".netdsl.json";

    /// <summary>The value; problems are among those of the network.</summary>
    /// <param name="file">The name of the file, as the program says it.</param>
    /// <param name="source">Where files are.</param>
    /// <param name="shape">The type that is wanted.</param>
    /// <param name="sink">Is told where values came from; nobody at run time.</param>
    /// <param name="call">The call; its argument <c>file</c> is at fault when there is no file.</param>
    /// <param name="problems">Those of the network.</param>
    /// <exception cref="NetworkDataException">There is no value.</exception>
    public static object? Read(
        string? file, IDataSource source, IDataShape shape, IDataSink? sink, Call call, ProblemList problems)
    {
        var found = IsDataName(file) ? source.Find(file!) : null;
        var faults = new DataProblems(file ?? "", found?.Path, call.Of(nameof(file)), problems);
        if (found is null)
        {
            faults.Add(IsDataName(file)
                ? $"the project has no data file {Quotation.Of(file)}; name it by its path from the folder of the project, with forward slashes"
                : $"{Quotation.Of(file)} is not the name of a data file; it ends in {Extension}");
        }
        else if (DataReader.Read(found.Text, faults) is { } data && DataBinder.Bind(data, shape, sink, faults) is { } bound)
        {
            return bound.Value;
        }

        throw new NetworkDataException(faults.Text);
    }

    private static bool IsDataName(string? file) => file?.EndsWith(Extension, StringComparison.Ordinal) == true;
}
