using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.Compiler.Reachability;
using NetDsl.Model;

namespace NetDsl.Cli.Verbs;

/// <summary>Prints the rules and routes that decide nothing.</summary>
internal sealed class DeadVerb() : ListVerb<DeadRule>("dead", "Print the rules and routes that can never match, and what makes it so")
{
    protected override string Doubt => "some rules may match otherwise";

    protected override EquatableArray<DeadRule> Find(Topology topology) => DeadRules.Of(topology);

    protected override void Print(DeadRule found, VerbRun run)
    {
        run.Terminal.Line($"{PlaceText.Of(found.Origin, run.Topology)}: dead: {found.Rule} of {ElementKinds.Text(found.Element.Kind)} {found.Element.Path}: {found.Reason}", Tone.Warning);
        PlaceText.Print(found.Because, run.Topology, run.Terminal);
    }

    protected override string Count(int found) => found switch
    {
        0 => "every rule and route can match",
        1 => "1 dead rule or route",
        _ => $"{found} dead rules and routes",
    };

    protected override JsonObject Machine(DeadRule found, VerbRun run) => new()
    {
        ["element"] = found.Element.Path,
        ["kind"] = ElementKinds.Code(found.Element.Kind),
        ["list"] = found.List switch
        {
            DeadRuleList.InboundEntries => "inbound",
            DeadRuleList.OutboundEntries => "outbound",
            DeadRuleList.IngressRules => "ingress",
            DeadRuleList.EgressRules => "egress",
            _ => "routes",
        },
        ["index"] = found.Index,
        ["rule"] = found.Rule,
        ["reason"] = found.Reason,
        ["origin"] = MachineText.Of(run.Topology.Place(found.Origin)),
        ["because"] = PlaceText.Machine(found.Because, run.Topology),
    };
}
