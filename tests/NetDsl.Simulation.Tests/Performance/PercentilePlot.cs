using System.Globalization;
using System.Text;
using NetDsl.Simulation.Performance;

namespace NetDsl.Simulation.Tests.Performance;

/// <summary>Draws how long more and more of the exchanges take: the share to the right, each step ten times closer to all; the time upwards, each step ten times as long.</summary>
static class PercentilePlot
{
    const int Left = 70;
    const int Right = 600;
    const int Top = 40;
    const int Bottom = 290;

    // From 10 microseconds to 10 milliseconds.
    const double Shortest = 10;
    const int Decades = 3;
    const int Nines = 4;

    static readonly string[] Colours = ["#c2410c", "#0f766e", "#1d4ed8", "#7e22ce"];

    public static string Of(string title, IEnumerable<(string Name, RequestReplyResult Result)> lines)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 620 340\" width=\"620\" height=\"340\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\">\n  <title>{title}</title>\n");
        svg.Append("  <style>text { font-family: system-ui, \"Segoe UI\", Helvetica, Arial, sans-serif; font-size: 11px; fill: #323f4b; } .title { font-size: 14px; font-weight: 600; } path { fill: none; } .grid { stroke: #e4e7eb; } .line { stroke-width: 2; stroke-linejoin: round; }</style>\n");
        svg.Append(CultureInfo.InvariantCulture, $"  <rect width=\"620\" height=\"340\" fill=\"#ffffff\"/>\n  <text class=\"title\" x=\"{Left}\" y=\"22\">{title}</text>\n");
        for (var decade = 0; decade <= Decades; decade++)
        {
            var y = Y(Shortest * Math.Pow(10, decade));
            svg.Append(CultureInfo.InvariantCulture, $"  <path class=\"grid\" d=\"M{Left} {y}H{Right}\"/><text x=\"{Left - 8}\" y=\"{y + 4}\" text-anchor=\"end\">{(decade < 2 ? $"{Shortest * Math.Pow(10, decade)} µs" : $"{Math.Pow(10, decade - 2)} ms")}</text>\n");
        }

        foreach (var (share, text) in new[] { (0.0, "0"), (0.9, "90 %"), (0.99, "99 %"), (0.999, "99.9 %"), (0.9999, "99.99 %") })
        {
            svg.Append(CultureInfo.InvariantCulture, $"  <path class=\"grid\" d=\"M{X(share)} {Top}V{Bottom}\"/><text x=\"{X(share)}\" y=\"{Bottom + 18}\" text-anchor=\"middle\">{text}</text>\n");
        }

        foreach (var (index, (name, result)) in lines.Index())
        {
            var path = string.Join('L', result.Curve.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Share)} {Y(point.Time.TotalMicroseconds)}")));
            svg.Append(CultureInfo.InvariantCulture, $"  <path class=\"line\" stroke=\"{Colours[index]}\" d=\"M{path}\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"  <rect x=\"{Left + (index * 130)}\" y=\"322\" width=\"10\" height=\"10\" fill=\"{Colours[index]}\"/><text x=\"{Left + (index * 130) + 16}\" y=\"331\">{name}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    static double X(double share) => Math.Round(Left + ((Right - Left) * -Math.Log10(1 - share) / Nines), 1);

    static double Y(double microseconds) => Math.Round(Bottom - ((Bottom - Top) * Math.Log10(microseconds / Shortest) / Decades), 1);
}
