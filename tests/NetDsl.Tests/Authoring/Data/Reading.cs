using NetDsl.Authoring.Data;
using NetDsl.Authoring.Data.Reflection;
using NetDsl.Model;

namespace NetDsl.Tests.Authoring.Data;

/// <summary>Reads JSON as if it were the file <c>plan.netdsl.json</c>, without a project.</summary>
sealed class Reading(string? path = null) : IDataSink
{
    readonly ProblemList problems = new();
    readonly List<(object? Value, DataSpan Span)> marks = [];

    public IReadOnlyList<string> Texts => [.. problems.All.Select(problem => problem.Text)];

    public IReadOnlyList<Problem> Problems => problems.All;

    /// <summary>The values without parts, in the order in which they were told, and the text of each.</summary>
    public IReadOnlyList<(object? Value, DataSpan Span)> Marks => marks;

    DataProblems Log => new("plan.netdsl.json", path, new Origin("Shop.cs", 9), problems);

    public DataValue? Read(string json) => DataReader.Read(json, Log);

    /// <summary>The value, which must be there, and fit.</summary>
    public static T Takes<T>(string json)
    {
        var reading = new Reading();
        var bound = reading.Bind<T>(json);
        Assert.Empty(reading.Texts);
        return (T)bound!.Value.Value!;
    }

    /// <summary>What the value is stood in for by, when exactly that is wrong.</summary>
    public static object? Refuses<T>(string json, params string[] texts)
    {
        var reading = new Reading();
        var bound = reading.Bind<T>(json);
        Assert.Equal(texts, reading.Texts);
        return bound?.Value;
    }

    public Bound? Bind<T>(string json) =>
        Read(json) is { } data ? DataBinder.Bind(data, ReflectionDataShape.Of(typeof(T)), this, Log) : null;

    object? IDataSink.Mark(object? value, DataValue from)
    {
        marks.Add((value, from.Span));
        return value;
    }
}
