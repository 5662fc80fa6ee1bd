using System.Globalization;
using System.Text;
using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Benchmarks.Scale;

/// <summary>
/// How time, memory and the cost of a decision grow with a network: <c>dotnet run -c Release --project tests/NetDsl.Benchmarks -- scale</c>. Writes <c>docs/scale.md</c> with its
/// pictures; <c>small</c> behind it stops at 10,000 interfaces and writes nothing.
/// </summary>
internal static class ScaleReport
{
    public const string Command = "scale";

    private const string Small = "small";
    private const int SmallMost = 10_000;
    private const string Page = "docs/scale.md";

    private static readonly (int Vpcs, int Hosts)[] Interfaces =
        [(100, 10), (300, 10), (500, 20), (1000, 30), (1000, 100), (3000, 100), (5000, 200)];

    private static readonly int[] Attachments = [10, 30, 100, 300, 1000, 2000, 5000];
    private static readonly int[] Routes = [10, 100, 1000, 3000, 10_000];

    public static int Run(string[] arguments)
    {
        var isSmall = arguments is [Small];

        // Until the JIT compiler has done its best.
        for (var warmUp = 0; warmUp < 3; warmUp++)
        {
            Measure(100, () => ScaleNetwork.OfVpcs(100, 10));
        }

        var interfaces = Interfaces.Where(size => !isSmall || size.Vpcs * size.Hosts <= SmallMost)
            .Select(size => Measure(size.Vpcs * size.Hosts, () => ScaleNetwork.OfVpcs(size.Vpcs, size.Hosts))).ToList();
        var attachments = Attachments.Where(size => !isSmall || size * 10 <= SmallMost)
            .Select(size => Measure(size, () => ScaleNetwork.OfVpcs(size, hosts: 4))).ToList();
        var routes = Routes.Select(size => Measure(size, () => ScaleNetwork.OfRoutes(size, hosts: 100))).ToList();

        var text = new StringBuilder();
        Write(text, "Interfaces", "VPCs with 10 to 200 hosts each, up to 5,000 VPCs, all on one transit gateway.", interfaces);
        Write(text, "Attachments", "VPCs with four hosts each in two subnets, all on one transit gateway.", attachments);
        Write(text, "Routes of a table", "Two VPCs of 100 hosts; one has a table with that many routes, each to the transit gateway.", routes);
        Console.WriteLine(text);
        if (!isSmall)
        {
            WritePage(text.ToString(), interfaces, attachments, routes);
        }

        return 0;
    }

    private static ScaleMeasurement Measure(int size, Func<Topology> describe)
    {
        var measured = ScaleMeasurement.Of(size, describe, loweringRounds: size <= SmallMost ? 3 : 1);
        Console.Error.WriteLine(Row(measured));
        return measured;
    }

    private static void Write(StringBuilder text, string what, string explanation, IReadOnlyList<ScaleMeasurement> all)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {what}\n\n{explanation}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| Size | Interfaces | Paths from end to end | Programs | Describing, ms | Lowering, ms | Loading, ms | Description, bytes an interface | Graph | Network | One by one, ns | In batches, ns |\n");
        text.Append("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var each in all)
        {
            text.Append(Row(each)).Append('\n');
        }

        text.Append("\nThe power of the size that each grows with, from one size to the next:\n\n").Append(ScaleGrowth.Table(all));
    }

    private static string Row(ScaleMeasurement each) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {each.Size:N0} | {each.Interfaces:N0} | {each.Paths:N0} | {each.Programs:N0} | {each.Describing:N0} | {each.Lowering:N1} | {each.Loading:N1} | {each.DescriptionBytes / each.Interfaces:N0} | {each.GraphBytes / each.Interfaces:N0} | {each.NetworkBytes / each.Interfaces:N0} | {each.Single} | {each.Batch} |");

    private static void WritePage(
        string tables, IReadOnlyList<ScaleMeasurement> interfaces, IReadOnlyList<ScaleMeasurement> attachments, IReadOnlyList<ScaleMeasurement> routes)
    {
        Draw("scale-lowering", "Lowering by interfaces and attachments", "ms", "interfaces, attachments, routes",
            [("interfaces", Points(interfaces, each => each.Lowering)), ("attachments", Points(attachments, each => each.Lowering)), ("routes of a table", Points(routes, each => each.Lowering))]);
        Draw("scale-memory", "Memory an interface", "bytes", "interfaces",
            [("description", Points(interfaces, each => each.DescriptionBytes / (double)each.Interfaces)), ("graph", Points(interfaces, each => each.GraphBytes / (double)each.Interfaces)), ("network over it", Points(interfaces, each => each.NetworkBytes / (double)each.Interfaces))]);
        Draw("scale-decisions", "Decisions", "ns", "interfaces",
            [("one by one", Points(interfaces, each => each.Single.Median)), ("in batches", Points(interfaces, each => each.Batch.Median))]);
        File.WriteAllText(Path.Combine(Repository.Root, Page), ScalePage.Of(tables, interfaces, attachments, routes));
    }

    private static IReadOnlyList<(double Size, double Value)> Points(IReadOnlyList<ScaleMeasurement> all, Func<ScaleMeasurement, double> value) =>
        [.. all.Select(each => ((double)each.Size, value(each)))];

    private static void Draw(string name, string title, string unit, string across, IReadOnlyList<(string, IReadOnlyList<(double, double)>)> lines) =>
        File.WriteAllText(Path.Combine(Repository.Root, "docs", "pictures", $"{name}.svg"), GrowthPlot.Of(title, unit, across, lines));
}
