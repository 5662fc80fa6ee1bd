using System.CommandLine;
using System.Text.Json.Nodes;
using NetDsl.Cli.CommandLine;
using NetDsl.Cli.Drawing;
using NetDsl.Cli.Drawing.Svg;
using NetDsl.Cli.Output;
using NetDsl.Model;

namespace NetDsl.Cli.Verbs;

/// <summary>Draws a network.</summary>
internal sealed class GraphVerb : Verb
{
    private static readonly Dictionary<string, Func<Topology, string>> Formats = new(StringComparer.Ordinal)
    {
        ["svg"] = SvgDrawing.Draw,
        ["mermaid"] = MermaidDrawing.Draw,
        ["dot"] = DotDrawing.Draw,
    };

    private readonly Option<string?> format;
    private readonly Option<string?> output;

    public GraphVerb()
        : base("graph", "Draw the network: regions, VPCs, zones, subnets, hosts and gateways")
    {
        format = Text("--format", "mermaid|dot|svg", "The language of the picture; svg when left out");
        output = Text("--output", "FILE", "The file to write; standard output when left out");
    }

    public override int Run(VerbRun run)
    {
        var name = run.Arguments.GetValue(format) ?? "svg";
        if (!Formats.TryGetValue(name, out var draw))
        {
            throw new CommandException($"--format: '{Printable.Text(name)}' is not a format; write mermaid, dot or svg{Nearest.Hint(name, Formats.Keys)}");
        }

        run.Topology.RequireSound(run.CheckCommand);
        var picture = draw(run.Topology.Topology);
        var file = run.Arguments.GetValue(output);
        if (file is not null)
        {
            OutputFile.Write(file, picture);
        }

        // The picture itself may be what goes to standard output.
        if (GapText.Caution("the picture may lack something", run.Topology) is { } caution)
        {
            run.Terminal.Note(caution);
        }

        if (run.Arguments.GetValue(Json))
        {
            var answer = new JsonObject { ["topology"] = run.Topology.Name, ["format"] = name };
            answer[file is null ? "picture" : "file"] = file ?? picture;
            GapText.AddTo(answer, run.Topology);
            run.Terminal.Raw(MachineText.Of(answer));
        }
        else if (file is null)
        {
            run.Terminal.Raw(picture);
        }
        else
        {
            run.Terminal.Line($"{run.Topology.Name} is drawn in {file}");
        }

        return ExitCode.Success;
    }
}
