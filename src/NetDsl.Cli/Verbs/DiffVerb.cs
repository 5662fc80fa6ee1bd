using System.CommandLine;
using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.Cli.Sources;
using NetDsl.Compiler.Reachability;
using NetDsl.Compiler.Reachability.Intents;

namespace NetDsl.Cli.Verbs;

/// <summary>Says what a new version of a network does that the old one does not.</summary>
internal sealed class DiffVerb : Verb
{
    private readonly Argument<string> old = new("OLD") { Description = "The version to compare with: an assembly, a project or a serialised topology, as for SOURCE" };

    public DiffVerb()
        : base("diff", "Say which flows a change opens and closes, and which intents it breaks; Markdown for a pull request") =>
        Command.Arguments.Add(old);

    public override int Run(VerbRun run)
    {
        var path = run.Arguments.GetRequiredValue(old);
        run.Topology.RequireSound(run.CheckCommand);
        var before = Choose(TopologySource.Open(path, run.Terminal), run.Topology.Name, path);
        before.RequireSound($"netdsl check {path}");
        var difference = Compare(before, run.Topology);
        var doubts = new DiffDoubts(new SnapshotDoubts(before, $"netdsl check {path}"), new SnapshotDoubts(run.Topology, run.CheckCommand));
        if (run.Arguments.GetValue(Json))
        {
            run.Terminal.Raw(MachineText.Of(Machine(difference, before, run.Topology, doubts)));
        }
        else
        {
            DiffText.Print(difference, before, run.Topology, doubts, run.Terminal);
        }

        return difference.ChangesIntents ? ExitCode.Finding : ExitCode.Success;
    }

    private static OpenTopology Choose(IReadOnlyList<NamedTopology> topologies, string name, string path) =>
        (topologies.Count == 1 ? topologies[0] : topologies.FirstOrDefault(topology => topology.Name == name))?.Open()
        ?? throw new CommandException($"'{path}' has several topologies and none of them is '{name}'; name one that has it, or a serialised topology");

    private static BehaviourDifference Compare(OpenTopology before, OpenTopology after)
    {
        try
        {
            return BehaviourDifference.Of(before.Topology, after.Topology);
        }
        catch (ReachabilityException failure)
        {
            throw new CommandException(failure.Message);
        }
    }

    private static JsonObject Machine(BehaviourDifference difference, OpenTopology before, OpenTopology after, DiffDoubts doubts)
    {
        var answer = new JsonObject
        {
            ["topology"] = after.Name,
            ["opened"] = Machine(difference.Flows.Where(change => change.IsOpened), before, after, doubts),
            ["closed"] = Machine(difference.Flows.Where(change => !change.IsOpened), before, after, doubts),
            ["intents"] = MachineText.Array(difference.Intents.Select(change => new JsonObject
            {
                ["intent"] = change.Intent,
                ["before"] = Machine(change.Before, before),
                ["after"] = Machine(change.After, after),
            })),
            ["changesIntents"] = difference.ChangesIntents,
        };
        GapText.AddTo(answer, after);
        return answer;
    }

    private static JsonArray Machine(IEnumerable<FlowChange> changes, OpenTopology before, OpenTopology after, DiffDoubts doubts) => MachineText.Array(changes.Select(change => new JsonObject
    {
        ["from"] = change.From,
        ["to"] = change.To,
        ["traffic"] = MachineText.Array(change.Traffic.Select(selector => (JsonNode)selector.ToString())),
        ["sample"] = change.Sample.ToString(),
        ["certain"] = !doubts.Cover(change),
        ["before"] = Machine(change.Before, before),
        ["after"] = Machine(change.After, after),
    }));

    private static JsonObject Machine(PacketFate fate, OpenTopology topology) => new()
    {
        ["text"] = fate.Text,
        ["origin"] = MachineText.Of(topology.Place(fate.Origin)),
    };

    private static JsonObject? Machine(IntentVerdict? verdict, OpenTopology topology) => verdict is null ? null : new()
    {
        ["holds"] = verdict.Holds,
        ["text"] = verdict.Text,
        ["origin"] = MachineText.Of(topology.Place(verdict.Intent.Origin)),
    };
}
