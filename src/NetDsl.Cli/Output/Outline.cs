namespace NetDsl.Cli.Output;

/// <summary>A text with texts below it.</summary>
internal sealed class Outline(string text, Tone tone = Tone.Plain)
{
    private readonly List<Outline> children = [];

    public string Text { get; } = Terminal.Harmless(text);

    public Tone Tone { get; } = tone;

    public IReadOnlyList<Outline> Children => children;

    /// <summary>Adds a text below.</summary>
    /// <returns>The text added.</returns>
    public Outline Add(string text, Tone tone = Tone.Plain)
    {
        var child = new Outline(text, tone);
        children.Add(child);
        return child;
    }
}

/// <summary>An outline as lines, each level further in.</summary>
internal static class PlainOutline
{
    public static void Write(Outline outline, TextWriter output) => Write(outline, 0, output);

    private static void Write(Outline outline, int depth, TextWriter output)
    {
        output.Write(new string(' ', depth * 2) + outline.Text + "\n");
        foreach (var child in outline.Children)
        {
            Write(child, depth + 1, output);
        }
    }
}
