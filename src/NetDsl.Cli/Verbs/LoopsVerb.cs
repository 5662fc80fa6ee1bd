using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.Compiler.Checks;
using NetDsl.Compiler.Reachability;
using NetDsl.Model;

namespace NetDsl.Cli.Verbs;

/// <summary>Prints the packets that go round in circles.</summary>
internal sealed class LoopsVerb() : ListVerb<ForwardingLoop>("loops", "Print the packets that routes lead round in circles")
{
    protected override string Doubt => "other packets may go round too";

    protected override EquatableArray<ForwardingLoop> Find(Topology topology) => ForwardingLoops.Of(topology);

    protected override void Print(ForwardingLoop found, VerbRun run)
    {
        var others = found.Senders.Count switch
        {
            1 => "",
            2 => ", and what another sends",
            var count => $", and what {count - 1} others send",
        };
        run.Terminal.Line($"{PlaceText.Of(found.Origin, run.Topology)}: loop: {found.Sample} from {found.Senders[0]}{others}: {found.Reason}", Tone.Warning);
        PlaceText.Print(Way(found), run.Topology, run.Terminal);
    }

    protected override JsonObject Machine(ForwardingLoop found, VerbRun run) => new()
    {
        ["senders"] = MachineText.Array(found.Senders.Select(sender => (JsonNode)sender)),
        ["sample"] = found.Sample.ToString(),
        ["reason"] = found.Reason,
        ["origin"] = MachineText.Of(run.Topology.Place(found.Origin)),
        ["path"] = PlaceText.Machine(Way(found), run.Topology),
    };

    protected override string Count(int found) => found switch
    {
        0 => "no packet goes round in a loop",
        1 => "1 loop",
        _ => $"{found} loops",
    };

    private static IEnumerable<RelatedOrigin> Way(ForwardingLoop loop) => loop.Path.Select(station => new RelatedOrigin(station.Origin, $"{station.Element}: {station.Decision}"));
}
