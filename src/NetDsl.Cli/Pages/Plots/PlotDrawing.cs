using System.Globalization;
using System.Text;

namespace NetDsl.Cli.Pages.Plots;

/// <summary>Draws a plot as a picture inside the page, with a legend beside it.</summary>
internal sealed class PlotDrawing(HtmlWriter html, TimeAxis time)
{
    private const double Width = 640;
    private const double Height = 240;
    private const double Left = 78;
    private const double Right = 618;
    private const double Top = 20;
    private const double Bottom = 212;

    // Labels of marks that are nearer than this would overlap.
    private const double LabelDistance = 34;

    public void Draw(Plot plot) => html.Element(
        "figure",
        () =>
        {
            html.Element("figcaption", () =>
            {
                html.Element("b", plot.Title);
                html.Element("span", plot.Explanation, ("class", "quiet"));
            });
            DrawLegend(plot);
            html.Element("svg", () => DrawPicture(plot), ("class", "plot"), ("viewBox", $"0 0 {Text(Width)} {Text(Height)}"), ("role", "img"), ("aria-label", $"{plot.Title}, {plot.Explanation}, over virtual time"));
        });

    private void DrawLegend(Plot plot) => html.Element(
        "ul",
        () =>
        {
            foreach (var line in plot.Lines)
            {
                html.Element("li", line.Name, ("class", ClassOf(line)));
            }
        },
        ("class", "legend"));

    private void DrawPicture(Plot plot)
    {
        var scale = plot.Scale;
        DrawMarks();
        DrawAxes(plot, scale);
        foreach (var line in plot.Lines)
        {
            var path = PathOf(line, scale);
            if (plot.Lines.Count == 1 && !plot.IsLogarithmic)
            {
                html.Single("path", ("class", $"area {ClassOf(line)}"), ("d", AreaOf(line, scale)));
            }

            html.Single("path", ("class", $"line {ClassOf(line)}"), ("d", path));
        }

        DrawParts(plot);
    }

    private void DrawAxes(Plot plot, PlotScale scale)
    {
        foreach (var tick in scale.Ticks)
        {
            var y = Y(scale, tick);
            html.Single("path", ("class", "grid"), ("d", $"M{Text(Left)} {Text(y)}H{Text(Right)}"));
            html.Element("text", plot.Text(tick), ("x", Text(Left - 8)), ("y", Text(y + 4)), ("class", "value"));
        }

        foreach (var tick in time.Ticks)
        {
            var x = X(tick);
            html.Single("path", ("class", "tick"), ("d", $"M{Text(x)} {Text(Bottom)}v5"));
            html.Element("text", NumberText.Clock(tick), ("x", Text(x)), ("y", Text(Bottom + 20)), ("class", "time"));
        }
    }

    /// <summary>What failed, from when until when.</summary>
    private void DrawMarks()
    {
        var labelled = double.NegativeInfinity;
        foreach (var (at, until, numbers, what) in time.Marks)
        {
            var x = X(at);
            html.Element(
                "g",
                () =>
                {
                    html.Element("title", $"{NumberText.Clock(at)}: {what}");
                    if (until is { } end)
                    {
                        html.Single("rect", ("x", Text(x)), ("y", Text(Top)), ("width", Text(Math.Max(1, X(end < time.Duration ? end : time.Duration) - x))), ("height", Text(Bottom - Top)));
                    }

                    html.Single("path", ("d", $"M{Text(x)} {Text(Top)}V{Text(Bottom)}"));
                    if (x - labelled >= LabelDistance)
                    {
                        html.Element("text", numbers, ("x", Text(x)), ("y", Text(Top - 6)));
                        labelled = x;
                    }
                },
                ("class", "mark"));
        }
    }

    /// <summary>What a part has, for those who point at it.</summary>
    private void DrawParts(Plot plot)
    {
        for (var part = 0; part < plot.Lines[0].Values.Count; part++)
        {
            var index = part;
            var x = X(time.Width * part);
            var values = plot.Lines.Where(line => line.Values[index] is not null).Select(line => $"{line.Name} {plot.Text(line.Values[index]!.Value)}").ToList();
            html.Element(
                "rect",
                () => html.Element("title", $"{time.PartText(index)}: {(values.Count == 0 ? "nothing" : string.Join(", ", values))}"),
                ("class", "part"),
                ("x", Text(x)),
                ("y", Text(Top)),
                ("width", Text(Math.Min(Right, X(time.Width * (part + 1))) - x)),
                ("height", Text(Bottom - Top)));
        }
    }

    /// <summary>Through the middles of the parts; broken where there is no value.</summary>
    private string PathOf(PlotLine line, PlotScale scale)
    {
        var path = new StringBuilder();
        var isDrawing = false;
        for (var part = 0; part < line.Values.Count; part++)
        {
            if (!IsDrawn(line.Values[part], scale))
            {
                isDrawing = false;
                continue;
            }

            // A value by itself is a point: a line without length, with round ends.
            var isAlone = !isDrawing && (part + 1 == line.Values.Count || !IsDrawn(line.Values[part + 1], scale));
            path.Append(CultureInfo.InvariantCulture, $"{(isDrawing ? 'L' : 'M')}{Text(Middle(part))} {Text(Y(scale, line.Values[part]!.Value))}{(isAlone ? "h0" : "")}");
            isDrawing = true;
        }

        return path.ToString();
    }

    /// <summary>What lies below a line, piece by piece.</summary>
    private string AreaOf(PlotLine line, PlotScale scale)
    {
        var path = new StringBuilder();
        for (var part = 0; part < line.Values.Count; part++)
        {
            if (line.Values[part] is not { } value)
            {
                continue;
            }

            if (part == 0 || line.Values[part - 1] is null)
            {
                path.Append(CultureInfo.InvariantCulture, $"M{Text(Middle(part))} {Text(Bottom)}");
            }

            path.Append(CultureInfo.InvariantCulture, $"L{Text(Middle(part))} {Text(Y(scale, value))}");
            if (part + 1 == line.Values.Count || line.Values[part + 1] is null)
            {
                path.Append(CultureInfo.InvariantCulture, $"L{Text(Middle(part))} {Text(Bottom)}Z");
            }
        }

        return path.ToString();
    }

    private static bool IsDrawn(double? value, PlotScale scale) => value is { } number && (!scale.IsLogarithmic || number > 0);

    private double Middle(int part) => Math.Min(Right, X(time.Width * (part + 0.5)));

    private double X(TimeSpan at) => Left + ((Right - Left) * (at / time.Duration));

    private static double Y(PlotScale scale, double value) => Bottom - ((Bottom - Top) * scale.PositionOf(value));

    private static string ClassOf(PlotLine line) => line.Colour.ToString().ToLowerInvariant();

    private static string Text(double number) => Math.Round(number, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
