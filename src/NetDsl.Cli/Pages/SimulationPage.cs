using System.Globalization;
using System.Text;
using NetDsl.Cli.CommandLine;
using NetDsl.Cli.Drawing.Svg;
using NetDsl.Cli.Pages.Plots;
using NetDsl.Model;
using NetDsl.Simulation;

namespace NetDsl.Cli.Pages;

/// <summary>
/// A run as one HTML file that needs nothing else: no fonts, scripts or pictures from elsewhere. Its policy forbids every request, and every script and style but its own.
/// </summary>
internal static class SimulationPage
{
    public static string Write(SimulationReport report, Topology topology)
    {
        var text = new StringBuilder();
        using (var html = new HtmlWriter(text))
        {
            html.Element(
                "html",
                () =>
                {
                    html.Element("head", () => WriteHead(report, html));
                    html.Element("body", () => WriteBody(report, topology, html));
                },
                ("lang", "en"));
        }

        return text.Append('\n').ToString();
    }

    private static void WriteHead(SimulationReport report, HtmlWriter html)
    {
        html.Single("meta", ("charset", "utf-8"));
        html.Single(
            "meta",
            ("http-equiv", "Content-Security-Policy"),
            ("content", $"default-src 'none'; style-src {PageAssets.HashOf(PageAssets.StyleSheet)} {PageAssets.HashOf(SvgStyle.Sheet)}; script-src {PageAssets.HashOf(PageAssets.Script)}; base-uri 'none'; form-action 'none'"));
        html.Single("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Single("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Element("title", $"Simulation of {report.Network}");
        html.Trusted("style", PageAssets.StyleSheet);
    }

    private static void WriteBody(SimulationReport report, Topology topology, HtmlWriter html)
    {
        html.Element("header", () =>
        {
            html.Element("h1", report.Network);
            html.Element(
                "p",
                $"Simulation of {DurationValue.Write(report.Duration)} of virtual time from {report.Start.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC, seed {report.Seed.ToString(CultureInfo.InvariantCulture)}",
                ("class", "quiet"));
        });
        html.Element("main", () =>
        {
            PageFigures.Write(report, html);
            WritePlots(report, html);
            html.Element("section", () =>
            {
                html.Element("h2", "Network");
                html.Trusted("div", SvgDrawing.Draw(topology), ("class", "scroll picture"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Network"));
            });
            foreach (var table in PageTables.Of(report))
            {
                table.Write(html);
            }
        });
        html.Trusted("script", PageAssets.Script);
    }

    private static void WritePlots(SimulationReport report, HtmlWriter html)
    {
        var drawing = new PlotDrawing(html, new TimeAxis(report.Duration, report.Measurements.Series.Width, [.. report.Failures]));
        html.Element("section", () =>
        {
            html.Element("h2", "Over time");
            html.Element(
                "div",
                () =>
                {
                    foreach (var plot in PagePlots.Of(report.Measurements))
                    {
                        drawing.Draw(plot);
                    }
                },
                ("class", "plots"));
            html.Element("details", () =>
            {
                html.Element("summary", "The plots in numbers");
                PageTables.Series(report.Measurements).Write(html);
            });
        });
    }
}
