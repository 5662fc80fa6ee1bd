using System.CommandLine;
using NetDsl.Cli.Output;
using NetDsl.Interop;

namespace NetDsl.Cli.Verbs;

/// <summary>Writes a topology as JSON, which every verb takes as SOURCE.</summary>
internal sealed class ExportVerb : Verb
{
    private readonly Option<string?> output;

    public ExportVerb()
        : base("export", "Write the topology as JSON, which every command takes as SOURCE") =>
        output = Text("--output", "FILE", "The file to write; standard output when left out");

    public override int Run(VerbRun run)
    {
        var text = TopologyJson.Write(run.Topology.Topology, run.Topology.ProjectFolder);
        if (run.Arguments.GetValue(output) is not { } file)
        {
            run.Terminal.Raw(text);
        }
        else
        {
            OutputFile.Write(file, text);
            if (!run.Arguments.GetValue(Json))
            {
                run.Terminal.Line($"{run.Topology.Name} is written to {file}");
            }
        }

        return ExitCode.Success;
    }
}
