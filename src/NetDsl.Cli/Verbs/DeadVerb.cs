using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.Compiler.Reachability;
using NetDsl.Model;

namespace NetDsl.Cli.Verbs;

/// <summary>Prints the rules and routes that decide nothing.</summary>
internal sealed class DeadVerb : Verb
{
    public DeadVerb()
        : base("dead", "Print the rules and routes that can never match, and what makes it so")
    {
    }

    public override int Run(VerbRun run)
    {
        run.Topology.RequireSound(run.CheckCommand);
        var dead = Find(run.Topology.Topology);
        if (run.Arguments.GetValue(Json))
        {
            run.Terminal.Raw(MachineText.Of(new JsonObject
            {
                ["topology"] = run.Topology.Name,
                ["dead"] = MachineText.Array(dead.Select(each => Machine(each, run))),
            }));
        }
        else
        {
            Print(dead, run);
        }

        return dead.Count > 0 ? ExitCode.Finding : ExitCode.Success;
    }

    private static EquatableArray<DeadRule> Find(Topology topology)
    {
        try
        {
            return DeadRules.Of(topology);
        }
        catch (ReachabilityException failure)
        {
            throw new CommandException(failure.Message);
        }
    }

    private static void Print(EquatableArray<DeadRule> dead, VerbRun run)
    {
        foreach (var each in dead)
        {
            run.Terminal.Line($"{PlaceText.Of(each.Origin, run.Topology)}: dead: {each.Rule} of {ElementKinds.Text(each.Element.Kind)} {each.Element.Path}: {each.Reason}", Tone.Warning);
            PlaceText.Print(each.Because, run.Topology, run.Terminal);
        }

        run.Terminal.Line(
            dead.Count switch
            {
                0 => $"{run.Topology.Name}: every rule and route can match",
                1 => $"{run.Topology.Name}: 1 dead rule or route",
                var count => $"{run.Topology.Name}: {count} dead rules and routes",
            },
            dead.Count == 0 ? Tone.Good : Tone.Strong);
    }

    private static JsonObject Machine(DeadRule dead, VerbRun run) => new()
    {
        ["element"] = dead.Element.Path,
        ["kind"] = ElementKinds.Code(dead.Element.Kind),
        ["list"] = dead.List switch
        {
            DeadRuleList.InboundEntries => "inbound",
            DeadRuleList.OutboundEntries => "outbound",
            DeadRuleList.IngressRules => "ingress",
            DeadRuleList.EgressRules => "egress",
            _ => "routes",
        },
        ["index"] = dead.Index,
        ["rule"] = dead.Rule,
        ["reason"] = dead.Reason,
        ["origin"] = MachineText.Of(run.Topology.Place(dead.Origin)),
        ["because"] = PlaceText.Machine(dead.Because, run.Topology),
    };
}
