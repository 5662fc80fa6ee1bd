using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.Compiler.Checks;
using NetDsl.Compiler.Reachability;
using NetDsl.Model;

namespace NetDsl.Cli.Verbs;

/// <summary>Prints the packets that go round in circles.</summary>
internal sealed class LoopsVerb : Verb
{
    public LoopsVerb()
        : base("loops", "Print the packets that routes lead round in circles")
    {
    }

    public override int Run(VerbRun run)
    {
        run.Topology.RequireSound(run.CheckCommand);
        var loops = Find(run.Topology.Topology);
        if (run.Arguments.GetValue(Json))
        {
            run.Terminal.Raw(MachineText.Of(new JsonObject
            {
                ["topology"] = run.Topology.Name,
                ["loops"] = MachineText.Array(loops.Select(each => Machine(each, run))),
            }));
        }
        else
        {
            Print(loops, run);
        }

        return loops.Count > 0 ? ExitCode.Finding : ExitCode.Success;
    }

    private static EquatableArray<ForwardingLoop> Find(Topology topology)
    {
        try
        {
            return ForwardingLoops.Of(topology);
        }
        catch (ReachabilityException failure)
        {
            throw new CommandException(failure.Message);
        }
    }

    private static void Print(EquatableArray<ForwardingLoop> loops, VerbRun run)
    {
        foreach (var each in loops)
        {
            var others = each.Senders.Count == 1 ? "" : each.Senders.Count == 2 ? ", and what another sends" : $", and what {each.Senders.Count - 1} others send";
            run.Terminal.Line($"{PlaceText.Of(each.Origin, run.Topology)}: loop: {each.Sample} from {each.Senders[0]}{others}: {each.Reason}", Tone.Warning);
            PlaceText.Print(each.Path.Select(station => new RelatedOrigin(station.Origin, $"{station.Element}: {station.Decision}")), run.Topology, run.Terminal);
        }

        run.Terminal.Line(
            loops.Count switch
            {
                0 => $"{run.Topology.Name}: no packet goes round in a loop",
                1 => $"{run.Topology.Name}: 1 loop",
                var count => $"{run.Topology.Name}: {count} loops",
            },
            loops.Count == 0 ? Tone.Good : Tone.Strong);
    }

    private static JsonObject Machine(ForwardingLoop loop, VerbRun run) => new()
    {
        ["senders"] = MachineText.Array(loop.Senders.Select(sender => (JsonNode)sender)),
        ["sample"] = loop.Sample.ToString(),
        ["reason"] = loop.Reason,
        ["origin"] = MachineText.Of(run.Topology.Place(loop.Origin)),
        ["path"] = PlaceText.Machine(loop.Path.Select(station => new RelatedOrigin(station.Origin, $"{station.Element}: {station.Decision}")), run.Topology),
    };
}
