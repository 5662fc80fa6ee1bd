using NetDsl.Simulation;
using Spectre.Console;

namespace NetDsl.Cli.Output;

/// <summary>
/// Where commands write. To a person at a terminal: colours, boxes and progress. To a file or pipe: the same words as plain lines.
/// </summary>
internal sealed class Terminal
{
    private readonly TextWriter output;
    private readonly TextWriter error;
    private readonly IAnsiConsole? styled;

    /// <param name="output">Results.</param>
    /// <param name="error">Complaints and notes.</param>
    /// <param name="styled">The same place as the output, when a person sits there.</param>
    public Terminal(TextWriter output, TextWriter error, IAnsiConsole? styled = null)
    {
        this.output = output;
        this.error = error;
        this.styled = styled;
    }

    /// <summary>The process's own terminal.</summary>
    public static Terminal OfProcess() => new(
        Console.Out, Console.Error, Console.IsOutputRedirected || IsDumb ? null : AnsiConsole.Console);

    public TextWriter Output => output;

    public TextWriter ErrorOutput => error;

    private static bool IsDumb => Environment.GetEnvironmentVariable("TERM") == "dumb";

    public void Line(string text = "", Tone tone = Tone.Plain)
    {
        text = Harmless(text);
        if (styled is null || tone == Tone.Plain)
        {
            output.Write(text + "\n");
        }
        else
        {
            styled.Write(new Text(text + "\n", Style.Parse(StyleOf(tone))));
        }
    }

    /// <summary>Writes text as it is, for machines and files.</summary>
    public void Raw(string text) => output.Write(text);

    public void Error(string message) => error.Write($"error: {Harmless(message)}\n");

    public void Note(string message) => error.Write($"note: {Harmless(message)}\n");

    public void Table(string[] headers, IReadOnlyList<TableRow> rows)
    {
        headers = [.. headers.Select(Harmless)];
        rows = [.. rows.Select(row => new TableRow(row.Tone, [.. row.Cells.Select(Harmless)]))];
        if (styled is null)
        {
            PlainTable.Write(headers, rows, output);
            return;
        }

        var table = new Table { Border = TableBorder.Rounded };
        foreach (var header in headers)
        {
            table.AddColumn(new TableColumn(new Text(header, Style.Parse("bold"))));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Cells.Select(cell => new Text(cell, Style.Parse(StyleOf(row.Tone)))));
        }

        styled.Write(table);
    }

    public void Outline(Outline outline)
    {
        if (styled is null)
        {
            PlainOutline.Write(outline, output);
            return;
        }

        var tree = new Tree(Styled(outline));
        Grow(tree, outline);
        styled.Write(tree);
    }

    /// <summary>Simulates, and shows a person how far it is, how fast, and how long it will take.</summary>
    public T Progress<T>(string what, Func<IProgress<SimulationProgress>?, T> work) => styled is null
        ? work(null)
        : styled.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new PacketRateColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(Markup.Escape(what), maxValue: 1);
                return work(new ProgressOf(task));
            });

    /// <summary>Does something of which nobody can say how far it is.</summary>
    public T Wait<T>(string what, Func<T> work) =>
        styled is null ? work() : styled.Status().Start(Markup.Escape(what), _ => work());

    /// <summary>Foreign text without the characters by which it would steer the reader's terminal.</summary>
    internal static string Harmless(string text) => text.Any(char.IsControl)
        ? string.Concat(text.Select(character => char.IsControl(character) ? '?' : character))
        : text;

    private static void Grow(IHasTreeNodes parent, Outline outline)
    {
        foreach (var child in outline.Children)
        {
            Grow(parent.AddNode(Styled(child)), child);
        }
    }

    private static Text Styled(Outline outline) => new(outline.Text, Style.Parse(StyleOf(outline.Tone)));

    private static string StyleOf(Tone tone) => tone switch
    {
        Tone.Good => "green",
        Tone.Bad => "red",
        Tone.Warning => "yellow",
        Tone.Quiet => "grey",
        Tone.Strong => "bold",
        _ => "default",
    };

    private sealed class ProgressOf(ProgressTask task) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value)
        {
            PacketRateColumn.Tell(task, value.Packets);
            task.Value = value.Share;
        }
    }
}

/// <summary>What a piece of text means to the reader.</summary>
internal enum Tone
{
    /// <summary>Nothing special.</summary>
    Plain,

    /// <summary>It works.</summary>
    Good,

    /// <summary>It does not work.</summary>
    Bad,

    /// <summary>It deserves a look.</summary>
    Warning,

    /// <summary>It is in the background.</summary>
    Quiet,

    /// <summary>It stands above what follows.</summary>
    Strong,
}
