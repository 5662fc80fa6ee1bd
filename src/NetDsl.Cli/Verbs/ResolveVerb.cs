using System.CommandLine;
using NetDsl.Cli.CommandLine;
using NetDsl.Cli.Output;
using NetDsl.Runtime;

namespace NetDsl.Cli.Verbs;

/// <summary>Asks for names as an element of the network would.</summary>
internal sealed class ResolveVerb : Verb
{
    private readonly Option<string?> from;
    private readonly Option<string?> name;

    public ResolveVerb()
        : base("resolve", "Ask for the addresses of a name as an element's resolver answers, or list the names that there are")
    {
        from = Text("--from", "ELEMENT|internet", "Who asks: an instance or interface by name or end of path, or internet", required: true);
        name = Text("--name", "NAME", "The domain name; every name that the topology gives when left out");
    }

    public override int Run(VerbRun run)
    {
        var network = run.Topology.RequireNetwork(run.CheckCommand);
        var asker = new ElementNames(network.Graph, run.Topology).Sender(run.Arguments.GetRequiredValue(from)!);
        var asked = run.Arguments.GetValue(name);
        var resolutions = asked is null
            ? network.GivenNames.Where(given => !given.Name.StartsWith('*')).Select(given => network.Resolve(asker, given.Name)).ToList()
            : [network.Resolve(asker, asked)];
        if (run.Arguments.GetValue(Json))
        {
            run.Terminal.Raw(MachineText.Of(MachineText.Array(resolutions.Select(NameText.Machine))));
        }
        else
        {
            var root = new Outline(asked is null ? $"{resolutions.Count} names, asked from {asker}" : $"{asked}, asked from {asker}", Tone.Strong);
            foreach (var resolution in resolutions)
            {
                root.Add(NameText.Line(resolution), NameText.ToneOf(resolution));
            }

            run.Terminal.Outline(root);
        }

        return asked is null || resolutions[0].Outcome == NameOutcome.Answered ? ExitCode.Success : ExitCode.Finding;
    }
}
