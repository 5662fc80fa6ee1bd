using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.Cli.Sources;
using NetDsl.Compiler.Checks;
using NetDsl.Model;

namespace NetDsl.Cli.Verbs;

/// <summary>Places in the source, the way that compilers write them.</summary>
internal static class PlaceText
{
    /// <summary>A place, with the column where it is known; the name of the topology where there is none.</summary>
    public static string Of(Origin origin, OpenTopology topology) => SourcePlace.Of(topology.Place(origin))?.ToString() ?? topology.Name;

    /// <summary>Prints the other places that a line spoke of, below it.</summary>
    public static void Print(IEnumerable<RelatedOrigin> related, OpenTopology topology, Terminal terminal)
    {
        foreach (var each in related)
        {
            terminal.Line($"    {Of(each.Origin, topology)}: {each.Text}", Tone.Quiet);
        }
    }

    /// <summary>The same for machines.</summary>
    public static JsonArray Machine(IEnumerable<RelatedOrigin> related, OpenTopology topology) => MachineText.Array(related.Select(each => new JsonObject
    {
        ["text"] = each.Text,
        ["origin"] = MachineText.Of(topology.Place(each.Origin)),
    }));
}
