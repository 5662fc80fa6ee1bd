namespace NetDsl.Benchmarks.Evaluation;

/// <summary>A table of a report, in Markdown: a measurement a row, with what it is held against.</summary>
internal sealed class ReportTable(string title, string explanation)
{
    private readonly List<string> rows = [];

    /// <summary>A measurement that others are held against.</summary>
    public ReportTable Base(Rounds rounds, string name)
    {
        rows.Add($"| {name} | {rounds.Time(name)} | | | |");
        return this;
    }

    /// <summary>A measurement, how many times that of another it is, and how many times it may be.</summary>
    public ReportTable Row(Rounds rounds, string name, string baseline, double? goal = null)
    {
        Add(name, rounds.Time(name).ToString(), baseline, rounds.Ratio(name, baseline), goal);
        return this;
    }

    /// <summary>What a measurement takes beyond another, as a share of a third.</summary>
    public ReportTable Share(string name, string baseline, Spread ratio, double? goal = null)
    {
        Add(name, "", baseline, ratio, goal);
        return this;
    }

    public void Print()
    {
        Console.WriteLine($"\n### {title}\n\n{explanation}\n");
        Console.WriteLine("| What | ms | Ratio | to | Goal |");
        Console.WriteLine("| --- | ---: | ---: | --- | --- |");
        foreach (var row in rows)
        {
            Console.WriteLine(row);
        }
    }

    private void Add(string name, string time, string baseline, Spread ratio, double? goal)
    {
        var verdict = goal is { } most
            ? FormattableString.Invariant($"{most} {(ratio.Median <= most ? "met" : "missed")}")
            : "";
        rows.Add($"| {name} | {time} | {ratio} | {baseline} | {verdict} |");
    }
}
