using System.Globalization;
using System.Text;

namespace NetDsl.Benchmarks.Scale;

/// <summary>Draws how values grow with the size of a network; on both axes each step is ten times the last one.</summary>
internal static class GrowthPlot
{
    private const int Left = 80;
    private const int Right = 600;
    private const int Top = 40;
    private const int Bottom = 280;

    private static readonly string[] Colours = ["#c2410c", "#0f766e", "#1d4ed8", "#7e22ce"];

    /// <summary>The picture.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="unit">What values are counted in.</param>
    /// <param name="across">What grows from left to right.</param>
    /// <param name="lines">The lines, by name: sizes and values, all above 0.</param>
    public static string Of(string title, string unit, string across, IReadOnlyList<(string Name, IReadOnlyList<(double Size, double Value)> Points)> lines)
    {
        var all = lines.SelectMany(line => line.Points).ToList();
        var (sizes, values) = (Decades(all.Select(point => point.Size)), Decades(all.Select(point => point.Value)));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 640 340\" width=\"640\" height=\"340\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\">\n  <title>{title}</title>\n");
        svg.Append("  <style>text { font-family: system-ui, \"Segoe UI\", Helvetica, Arial, sans-serif; font-size: 11px; fill: #323f4b; } .title { font-size: 14px; font-weight: 600; } path { fill: none; } .grid { stroke: #e4e7eb; } .line { stroke-width: 2; stroke-linejoin: round; }</style>\n");
        svg.Append(CultureInfo.InvariantCulture, $"  <rect width=\"640\" height=\"340\" fill=\"#ffffff\"/>\n  <text class=\"title\" x=\"{Left}\" y=\"22\">{title}</text>\n");
        for (var decade = values.First; decade <= values.Last; decade++)
        {
            var y = Y(Math.Pow(10, decade));
            svg.Append(CultureInfo.InvariantCulture, $"  <path class=\"grid\" d=\"M{Left} {y}H{Right}\"/><text x=\"{Left - 8}\" y=\"{y + 4}\" text-anchor=\"end\">{Number(decade)} {unit}</text>\n");
        }

        for (var decade = sizes.First; decade <= sizes.Last; decade++)
        {
            var x = X(Math.Pow(10, decade));
            svg.Append(CultureInfo.InvariantCulture, $"  <path class=\"grid\" d=\"M{x} {Top}V{Bottom}\"/><text x=\"{x}\" y=\"{Bottom + 18}\" text-anchor=\"middle\">{Number(decade)}</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"  <text x=\"{Right}\" y=\"{Bottom + 34}\" text-anchor=\"end\">{across}</text>\n");
        foreach (var (index, (name, points)) in lines.Index())
        {
            var path = string.Join('L', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Size)} {Y(point.Value)}")));
            svg.Append(CultureInfo.InvariantCulture, $"  <path class=\"line\" stroke=\"{Colours[index]}\" d=\"M{path}\"/>\n");
            foreach (var point in points)
            {
                svg.Append(CultureInfo.InvariantCulture, $"  <circle cx=\"{X(point.Size)}\" cy=\"{Y(point.Value)}\" r=\"3\" fill=\"{Colours[index]}\"/>\n");
            }

            svg.Append(CultureInfo.InvariantCulture, $"  <rect x=\"{Left + (index * 170)}\" y=\"322\" width=\"10\" height=\"10\" fill=\"{Colours[index]}\"/><text x=\"{Left + (index * 170) + 16}\" y=\"331\">{name}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();

        double X(double size) => Math.Round(Left + ((Right - Left) * (Math.Log10(size) - sizes.First) / (sizes.Last - sizes.First)), 1);

        double Y(double value) => Math.Round(Bottom - ((Bottom - Top) * (Math.Log10(value) - values.First) / (values.Last - values.First)), 1);
    }

    private static (int First, int Last) Decades(IEnumerable<double> numbers)
    {
        var all = numbers.ToList();
        var first = (int)Math.Floor(Math.Log10(all.Min()) + 1e-9);
        return (first, Math.Max(first + 1, (int)Math.Ceiling(Math.Log10(all.Max()) - 1e-9)));
    }

    private static string Number(int decade) => Math.Pow(10, decade).ToString(decade < 0 ? "0.###" : "N0", CultureInfo.InvariantCulture);
}
