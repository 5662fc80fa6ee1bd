using System.Globalization;
using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Generators.Naming;

namespace NetDsl.Generators.Emission;

/// <summary>A method that maps the destinations of one source class to path programs.</summary>
/// <param name="MethodName">Its name.</param>
/// <param name="Source">The path of the source class.</param>
/// <param name="Ranges">All ranges but the last.</param>
/// <param name="LastProgram">The program of the last range.</param>
internal sealed record DestinationSwitch(
    string MethodName, string Source, IReadOnlyList<DestinationRange> Ranges, int LastProgram)
{
    /// <summary>The most ranges that become code; the tables of larger source classes stay data.</summary>
    /// <remarks>
    /// Measured by DestinationLookup of NetDsl.Benchmarks (docs/benchmarks.md), ns a lookup in the runtime's flat array → in the switch.
    /// Destinations that jump: 4 ranges 8.9 → 6.7, 8: 13 → 8.3, 16: 18 → 10, 32: 48 → 20, 64: 53 → 29. Runs of 64 packets to one range: 4: 1.9 → 2.3,
    /// 16: 2.3 → 2.6, 32: 3.8 → 5.7, 64: 19 → 8.7. Larger switches win too, but each is a line a range, in as many methods as there
    /// are subnets, so that generated code would grow with the square of the network.
    /// </remarks>
    public const int MostRanges = 64;

    /// <summary>The methods of a graph, by the index of their source class; nothing for one that stays data.</summary>
    public static IReadOnlyList<DestinationSwitch?> For(ForwardingGraph graph)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { "Network", "Text" };
        return graph.Sources.Select(source => source.Starts.Count <= MostRanges ? For(source, graph, taken) : null).ToList();
    }

    private static DestinationSwitch For(SourceClass source, ForwardingGraph graph, HashSet<string> taken)
    {
        var path = graph.Nodes[source.Node].Path;
        var ranges = new List<DestinationRange>();
        for (var index = 1; index < source.Starts.Count; index++)
        {
            var first = new Ipv4Address(source.Starts[index - 1]);
            var last = new Ipv4Address(source.Starts[index] - 1);
            ranges.Add(new DestinationRange(
                string.Format(CultureInfo.InvariantCulture, "0x{0:X8}u", source.Starts[index]),
                source.Programs[index - 1],
                first == last ? $" // {first}" : $" // {first} to {last}"));
        }

        return new DestinationSwitch(
            HandleNames.Numbered("From" + PascalCase.Of(path), taken), path, ranges, source.Programs[source.Programs.Count - 1]);
    }
}

/// <summary>An arm of the switch: addresses below a bound that no arm before it took.</summary>
/// <param name="Bound">The bound, in hexadecimal.</param>
/// <param name="Program">The path program.</param>
/// <param name="Comment">The addresses in the usual notation.</param>
internal sealed record DestinationRange(string Bound, int Program, string Comment);
