using System.Text.RegularExpressions;
using NetDsl.Cli.Drawing.Svg;
using NetDsl.Cli.Output;
using NetDsl.Cli.Sources;
using NetDsl.Cli.Tour;
using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

public sealed class TourTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("netdsl-tour-").FullName;

    [Fact]
    public void Shows_findings_traces_and_where_the_files_lie()
    {
        var (exitCode, output) = Tour(ExampleNetworks.Shop());
        Assert.Equal(0, exitCode);
        var simulation = output.IndexOf("Simulation of Shop: 10m of virtual time, seed 1\n", StringComparison.Ordinal);
        Snapshot.Match(output[..simulation], "ShopTour");
        Assert.Matches($@"\nflow logs  {Regex.Escape(folder)}\S+  \(\d+ records in \d+ files?\)\npage       {Regex.Escape(folder)}/report.html\npicture    {Regex.Escape(folder)}/Shop.svg\n$", output);
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(folder, "AWSLogs"), "*", SearchOption.AllDirectories));
        Assert.Equal(SvgDrawing.Draw(ExampleNetworks.Shop()), File.ReadAllText(Path.Combine(folder, "Shop.svg")));
    }

    [Fact]
    public void Of_a_network_with_errors_only_the_findings_are_shown()
    {
        var (exitCode, output) = Tour(ExampleNetworks.Broken());
        Assert.Equal(1, exitCode);
        Assert.Contains("error ND", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Traces", output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public void A_hostile_name_does_not_leave_the_output_folder()
    {
        Tour(ExampleNetworks.Shop() with { Name = "../../evil" });
        Assert.Equal(["------evil.svg"], Directory.EnumerateFiles(folder, "*.svg", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    [Fact]
    public void Asks_what_the_rules_name_and_both_ways_to_the_internet()
    {
        var flows = InterestingFlows.Of(ExampleNetworks.Shop()).Select(flow => $"{flow.From} > {flow.To} {flow.Traffic}").ToList();
        Assert.Contains("internet > us-east-1/shop/web-a tcp/443", flows);
        Assert.Contains("us-east-1/shop/web-b > us-east-1/shop/db-a tcp/5432", flows);
        Assert.Contains("us-east-1/shop/db-b > internet tcp/443", flows);
        Assert.DoesNotContain(flows, flow => flow.StartsWith("internet > us-east-1/shop/db", StringComparison.Ordinal));
        Assert.Equal(flows.Distinct(), flows);
    }

    [Fact]
    public void Asks_of_custom_routing_for_each_host_that_gets_traffic()
    {
        var flows = InterestingFlows.Of(ExampleNetworks.CustomRouting()).Where(flow => $"{flow.To}" == "matches").Select(flow => $"{flow.From} > {flow.To} {flow.Traffic}");

        Assert.Equal(["cork > matches udp/20001", "cork > matches tcp/20033"], flows);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    (int ExitCode, string Output) Tour(Topology topology)
    {
        using var output = new StringWriter();
        var exitCode = new NetworkTour(new OpenTopology(topology), new Terminal(output, output), folder, "dotnet run -- check").Run();
        return (exitCode, output.ToString());
    }
}
