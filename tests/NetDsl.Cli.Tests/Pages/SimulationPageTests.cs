using System.Globalization;
using System.Text.RegularExpressions;
using NetDsl.Cli.Pages;
using NetDsl.Model;
using NetDsl.Simulation;
using NetDsl.Simulation.Measurements;

namespace NetDsl.Cli.Tests.Pages;

public partial class SimulationPageTests
{
    static readonly string Page = SimulationPage.Write(ExampleRun.Report, ExampleRun.Topology);

    [Fact]
    public void The_same_run_gives_the_same_bytes_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(Page, SimulationPage.Write(ExampleRun.Run(TimeSpan.FromMinutes(10)), ExampleRun.Topology));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Needs_nothing_from_elsewhere()
    {
        Assert.Contains("default-src 'none'", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Page, StringComparison.Ordinal);

        // The name of a language, which nobody fetches.
        var text = Page.Replace("xmlns=\"http://www.w3.org/2000/svg\"", "", StringComparison.Ordinal);
        Assert.DoesNotMatch(@"https?:|//[a-z]|\bsrc=|\bhref=|@import|url\((?!#)", text.Replace(PageAssets.Script, "", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_is_there_without_a_script()
    {
        foreach (var pair in ExampleRun.Report.Pairs)
        {
            Assert.Contains($"<td class=\"word\">{pair.From}</td>\n<td class=\"word\">{pair.To}</td>\n<td class=\"number\">{NumberText.Whole(pair.Flows)}</td>", Page, StringComparison.Ordinal);
        }

        foreach (var drop in ExampleRun.Report.Measurements.Drops)
        {
            Assert.Contains($"<td class=\"word\">{drop.Code.ToCode()}</td>\n<td class=\"word\">{drop.From}</td>\n<td class=\"word\">{drop.At}</td>\n<td class=\"number\">{NumberText.Whole(drop.Packets)}</td>", Page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(" hidden", Page.Replace(PageAssets.Script, "", StringComparison.Ordinal).Replace(PageAssets.StyleSheet, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_plot_has_a_point_for_each_part_of_the_time()
    {
        var plots = Plots().Matches(Page).Select(plot => plot.Value).ToList();
        Assert.Equal(["Flows", "Latency", "Loss", "Traffic", "NAT ports", "NAT flows"], plots.Select(plot => Regex.Match(plot, "<b>(.*?)</b>").Groups[1].Value));
        Assert.All(plots, plot =>
        {
            var lines = Regex.Matches(plot, "class=\"line [a-z]+\" d=\"([^\"]*)\"").Select(line => line.Groups[1].Value).ToList();
            Assert.NotEmpty(lines);
            Assert.All(lines, line => Assert.InRange(Regex.Count(line, "[ML]"), 100, 120));
            Assert.Equal(120, Regex.Count(plot, "class=\"part\""));
        });
    }

    [Fact]
    public void Failures_are_marked_where_they_were()
    {
        // Of sixteen nodes at once, a mark in each of six plots.
        Assert.Equal(6, Regex.Count(Page, "<text x=\"[0-9.]+\" y=\"14\">1–16</text>"));
        Assert.Contains("<title>3:20: node 0 of use1-az1 is lost; node 1 of use1-az1", Page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"word\">16</td>\n<td class=\"word\">node 15 of use1-az1 is lost</td>\n<td class=\"number\">3:20</td>\n<td class=\"number\">3:50</td>", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_have_headers_and_captions_and_pictures_have_names()
    {
        Assert.Equal(Regex.Count(Page, "<table "), Regex.Count(Page, "<caption "));
        Assert.Equal(Regex.Count(Page, "<th "), Regex.Count(Page, "<th scope=\"col\""));
        Assert.Equal(Regex.Count(Page, "<svg class=\"plot\""), Regex.Count(Page, "role=\"img\" aria-label=\"[^\"]+\""));
        Assert.Contains("<html lang=\"en\">", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_do_not_leave_their_place()
    {
        var page = SimulationPage.Write(Hostile(), ExampleRun.Topology with { Name = HostileName });
        var count = Regex.Count(Page, "<script>");
        Assert.Equal((count, count), (Regex.Count(page, "<script"), Regex.Count(page, "</script")));
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("&lt;/script&gt;&lt;script&gt;oops()&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain(page, character => char.IsControl(character) && character != '\n');
    }

    [Fact]
    public void A_page_does_not_grow_without_end()
    {
        var pairs = Enumerable.Range(0, 5000).Select(number => ExampleRun.Report.Pairs[0] with { From = $"sender-{number}" }).ToEquatableArray();
        var page = SimulationPage.Write(ExampleRun.Report with { Pairs = pairs }, ExampleRun.Topology);
        Assert.Contains("And 3,000 more; simulate --json lists all.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("sender-2000<", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.000001)]
    [InlineData(0.9)]
    [InlineData(2_592_000)]
    public void A_run_of_any_length_has_a_page(double seconds)
    {
        var page = SimulationPage.Write(ExampleRun.Run(TimeSpan.FromSeconds(seconds)), ExampleRun.Topology);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", page, StringComparison.Ordinal);
        Assert.InRange(Regex.Count(page, "class=\"time\""), 1, 9 * 6);
    }

    [Fact]
    public void A_run_without_flows_has_a_page()
    {
        var topology = new NetworkBuilder().Build();
        var network = new Runtime.CompiledNetwork(Compiler.Lowering.TopologyLowering.Lower(topology));
        var page = SimulationPage.Write(NetworkSimulation.Run(network, new SimulationOptions()), topology);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.Contains("<b>Flows</b>", page, StringComparison.Ordinal);
    }

    internal const string HostileName = "\"'></td></script><script>oops()</script><img src=x onerror=oops()>\u0001\uFFFF\u202E";

    internal static SimulationReport Hostile() => ExampleRun.Report with
    {
        Network = HostileName,
        Pairs = [ExampleRun.Report.Pairs[0] with { From = HostileName }],
        Failures = [new FailureMark(TimeSpan.FromSeconds(1), null, HostileName)],
        Measurements = ExampleRun.Report.Measurements with
        {
            Drops = [ExampleRun.Report.Measurements.Drops[0] with { From = HostileName, At = HostileName }],
            NatGateways = [ExampleRun.Report.Measurements.NatGateways[0] with { NatGateway = HostileName }],
        },
    };

    [GeneratedRegex("<figure>.*?</figure>", RegexOptions.Singleline)]
    private static partial Regex Plots();
}
