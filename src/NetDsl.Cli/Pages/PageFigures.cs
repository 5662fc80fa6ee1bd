using NetDsl.Cli.Output;
using NetDsl.Simulation;

namespace NetDsl.Cli.Pages;

/// <summary>The figures at the top: what one wants to know first.</summary>
internal static class PageFigures
{
    public static void Write(SimulationReport report, HtmlWriter html)
    {
        var measured = report.Measurements;
        html.Element(
            "dl",
            () =>
            {
                Figure("flows", NumberText.Whole(report.Attempted), $"{NumberText.Whole(report.Unfinished)} unfinished", "plain");
                Figure("established", NumberText.Whole(report.Established), Share(report.Established, report.Attempted), "good");
                Figure("blocked", NumberText.Whole(report.Blocked), Share(report.Blocked, report.Attempted), report.Blocked > 0 ? "bad" : "plain");
                Figure("latency p50", TimeText.Of(measured.Latency.P50), $"p90 {TimeText.Of(measured.Latency.P90)}", "plain");
                Figure("latency p99", TimeText.Of(measured.Latency.P99), $"p99.9 {TimeText.Of(measured.Latency.P999)}, longest {TimeText.Of(measured.Latency.Maximum)}", "plain");
                Figure(
                    "packets",
                    NumberText.Whole(measured.Packets.Sent),
                    $"{NumberText.Whole(measured.Packets.Delivered)} delivered, {NumberText.Whole(measured.Packets.Exits)} left, {NumberText.Whole(measured.Packets.Unaccounted)} unaccounted",
                    "plain");
                Figure("loss", NumberText.Share(measured.Packets.Loss), $"{NumberText.Whole(measured.Packets.Dropped)} packets", measured.Packets.Dropped > 0 ? "bad" : "plain");
                Figure(
                    "longest outage",
                    measured.LongestOutage is { } outage ? TimeText.Of(outage.Duration) : "none",
                    measured.LongestOutage is { } pair ? $"{pair.From} → {pair.To}" : "",
                    measured.LongestOutage is null ? "good" : "bad");
            },
            ("class", "figures"));

        void Figure(string what, string number, string more, string tone) => html.Element("div", () =>
        {
            html.Element("dt", what);
            html.Element("dd", number, ("class", $"big {tone}"));
            html.Element("dd", more, ("class", "quiet"));
        });
    }

    private static string Share(long some, long all) => all == 0 ? "" : NumberText.Share((double)some / all);
}
