namespace NetDsl.Cli.Pages.Plots;

/// <summary>Values over virtual time.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Explanation">What each value is of, in a few words.</param>
/// <param name="Lines">The values.</param>
/// <param name="Text">How a value is written.</param>
internal sealed record Plot(string Title, string Explanation, IReadOnlyList<PlotLine> Lines, Func<double, string> Text)
{
    /// <summary>Whether values that differ by orders are to be told apart; 0 is not drawn then.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>The smallest distance of two values that says something, such as 1 of things that are counted.</summary>
    public double SmallestStep { get; init; }

    /// <summary>Whether anything is to be drawn.</summary>
    public bool HasValues => Lines.Any(line => line.Values.Any(value => value is not null));

    public PlotScale Scale
    {
        get
        {
            var values = Lines.SelectMany(line => line.Values).OfType<double>().Where(value => !IsLogarithmic || value > 0).DefaultIfEmpty(1).ToList();
            return IsLogarithmic ? PlotScale.Logarithmic(values.Min(), values.Max()) : PlotScale.Linear(values.Max(), SmallestStep > 0 ? SmallestStep : 1e-3);
        }
    }
}

/// <summary>One line of a plot.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Colour">Which colour of the style sheet it has.</param>
/// <param name="Values">A value for each part of the time; nothing where there is none.</param>
internal sealed record PlotLine(string Name, LineColour Colour, IReadOnlyList<double?> Values);

/// <summary>The colours of lines; the style sheet has each for light and dark pages.</summary>
internal enum LineColour
{
    /// <summary>The first.</summary>
    Blue,

    /// <summary>What works.</summary>
    Green,

    /// <summary>What does not.</summary>
    Red,

    /// <summary>The next ones, where there are more.</summary>
    Orange,

    /// <summary>The same.</summary>
    Purple,

    /// <summary>The same.</summary>
    Teal,
}
