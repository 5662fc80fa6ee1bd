using System.Text.RegularExpressions;
using NetDsl.Cli.Pages;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests.Pages;

/// <summary>The page in a real browser.</summary>
public sealed class BrowserTests : IDisposable
{
    const string Needs = "needs chromium";

    readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [SkippableFact]
    public void Opens_without_a_complaint_and_shows_all_rows()
    {
        Skip.IfNot(Browser.IsThere, Needs);
        var (document, complaints) = Browser.Open(scratch.Path, Written(SimulationPage.Write(ExampleRun.Report, ExampleRun.Topology)));

        Assert.Empty(complaints);
        Assert.Contains("<html lang=\"en\" class=\"scripted\">", document, StringComparison.Ordinal);
        Assert.Equal($"{ExampleRun.Report.Pairs.Count} rows", Count(document, "pairs"));
        Assert.Empty(HiddenRows(document));
        Assert.True(Regex.Count(document, "<path class=\"line") > 6);
    }

    [SkippableFact]
    public void A_link_chooses_rows()
    {
        Skip.IfNot(Browser.IsThere, Needs);
        var file = Written(SimulationPage.Write(ExampleRun.Report, ExampleRun.Topology));
        var drops = ExampleRun.Report.Measurements.Drops;
        var (document, complaints) = Browser.Open(scratch.Path, file, "drops=nat+internet&pairs=web-a&drops.choice=NAT_UNSOLICITED");

        Assert.Empty(complaints);
        var chosen = drops.Count(drop => drop is { Code: DropCode.NatUnsolicited, From: "internet" });
        var pairs = ExampleRun.Report.Pairs.Count(pair => $"{pair.From} {pair.To}".Contains("web-a", StringComparison.Ordinal));
        Assert.InRange(chosen, 1, drops.Count - 1);
        Assert.Equal($"{chosen} of {drops.Count} rows", Count(document, "drops"));
        Assert.Equal($"{pairs} of {ExampleRun.Report.Pairs.Count} rows", Count(document, "pairs"));
        Assert.Equal(drops.Count - chosen + ExampleRun.Report.Pairs.Count - pairs, HiddenRows(document).Count);
        Assert.DoesNotContain(HiddenRows(document), row => row.Contains("NAT_UNSOLICITED", StringComparison.Ordinal) && row.Contains("internet", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void Hostile_names_are_text()
    {
        Skip.IfNot(Browser.IsThere, Needs);
        var (document, complaints) = Browser.Open(scratch.Path, Written(SimulationPage.Write(SimulationPageTests.Hostile(), ExampleRun.Topology)), $"drops={Uri.EscapeDataString("<script>oops()")}&pairs=%22%3E");

        Assert.Empty(complaints);
        Assert.Single(Regex.Matches(document, "<script"));
        Assert.DoesNotContain("<img", document, StringComparison.Ordinal);
        Assert.Equal("1 rows", Count(document, "drops"));
    }

    [SkippableFact]
    public void Nothing_moves_after_it_was_drawn()
    {
        Skip.IfNot(Browser.IsThere, Needs);
        const string Watch = "<script>new PerformanceObserver(list => list.getEntries().forEach(() => document.body.append('moved'))).observe({ type: 'layout-shift', buffered: true });</script>";
        var page = SimulationPage.Write(ExampleRun.Report, ExampleRun.Topology);
        var watched = Regex.Replace(page, "<meta http-equiv=\"Content-Security-Policy\"[^>]*>", Watch);

        Assert.NotEqual(page, watched);
        Assert.DoesNotContain("moved", Shown(watched), StringComparison.Ordinal);

        // What is put above the rest later is noticed.
        const string Late = "<script>setTimeout(() => document.querySelector('main').prepend(Object.assign(document.createElement('p'), { textContent: 'late' })), 500)</script>";
        // On a busy machine the browser may leave out the frame in which it moves.
        var moving = watched.Replace("</body>", $"{Late}</body>", StringComparison.Ordinal);
        Assert.Contains(Enumerable.Range(0, 8), _ => Shown(moving).Contains("moved", StringComparison.Ordinal));

        string Shown(string written) => Browser.Open(scratch.Path, Written(written)).Document.Split("</header>")[1];
    }

    [SkippableFact]
    public void A_fault_would_be_noticed()
    {
        Skip.IfNot(Browser.IsThere, Needs);

        // A script that fails, one that the policy does not know, and a picture from elsewhere.
        var page = SimulationPage.Write(ExampleRun.Report, ExampleRun.Topology);
        Assert.NotEmpty(Browser.Open(scratch.Path, Written(page.Replace("follow();\n})", "fallow();\n})", StringComparison.Ordinal))).Complaints);
        Assert.NotEmpty(Browser.Open(scratch.Path, Written(page.Replace("<main>", "<main><script>1</script>", StringComparison.Ordinal))).Complaints);
        Assert.NotEmpty(Browser.Open(scratch.Path, Written(page.Replace("<main>", "<main><img src=\"http://192.0.2.1/a.png\">", StringComparison.Ordinal))).Complaints);
    }

    string Written(string page)
    {
        var file = Path.Combine(scratch.Path, "report.html");
        File.WriteAllText(file, page);
        return file;
    }

    static string Count(string document, string table) => Regex.Match(document, $"data-count=\"{table}\">([^<]*)<").Groups[1].Value;

    static List<string> HiddenRows(string document) => [.. Regex.Matches(document, "<tr class=\"[a-z]*\" hidden=\"\">.*?</tr>", RegexOptions.Singleline).Select(row => row.Value)];
}
