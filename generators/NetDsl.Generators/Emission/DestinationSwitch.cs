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
    /// Measured by DestinationLookup of NetDsl.Benchmarks (docs/benchmarks.md): a switch takes 0.5 to 0.65 of the time of the search in
    /// the runtime's flat array where destinations jump, 0.75 to 1.06 in runs of 64 packets to one range, from 4 to 256 ranges. It would
    /// win above the bound too; the bound keeps generated code readable, as every range is a line in as many methods as there are subnets.
    /// </remarks>
    public const int MostRanges = 64;

    /// <summary>The methods of a graph, by the index of their source class; nothing for one that stays data, as all of a large network do.</summary>
    public static IReadOnlyList<DestinationSwitch?> For(ForwardingGraph graph)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { "Network", "Text" };

        // Thousands of sources, each of which tells little apart, are data.
        var isSmall = graph.Junctions.Count == 0;
        return graph.Sources.Select(source => isSmall && source.Starts.Count <= MostRanges ? For(source, graph, taken) : null).ToList();
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
