namespace NetDsl.Benchmarks.Evaluation;

/// <summary>
/// The figures of evaluation, all of one run: <c>dotnet run -c Release --project tests/NetDsl.Benchmarks -- evaluation</c>, and behind it
/// which sections, when not all.
/// </summary>
internal static class EvaluationReport
{
    public const string Command = "evaluation";

    private const string Tuples = "tuples";

    private static readonly Dictionary<string, Action<Plans>> Sections = new()
    {
        ["native"] = NativeComparison.Print,
        ["edits"] = EditLatency.Print,
        ["builds"] = _ => SampleBuild.Print(),
        ["hostile"] = _ => HostileEnds.Print(),
    };

    public static int Run(string[] arguments)
    {
        var plans = arguments.Contains(Tuples) ? Plans.Tuples : Plans.Records;
        string[] sections = [.. arguments.Where(argument => argument != Tuples)];
        if (sections.FirstOrDefault(section => !Sections.ContainsKey(section)) is { } unknown)
        {
            Console.Error.WriteLine($"There is no section '{unknown}'; there are {string.Join(", ", Sections.Keys)}, and '{Tuples}' for plans without types of their own.");
            return 1;
        }

        foreach (var section in Sections.Where(section => sections.Length == 0 || sections.Contains(section.Key)))
        {
            section.Value(plans);
        }

        return 0;
    }
}
