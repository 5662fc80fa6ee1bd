using System.CommandLine;
using System.Text.Json.Nodes;
using NetDsl.Cli.Output;

namespace NetDsl.Cli.Verbs;

/// <summary>Writes an account's snapshot as a project of C#.</summary>
internal sealed class ImportVerb : Verb
{
    private readonly Option<string?> output = new("--output", "-o") { Description = "The folder of the project, which is made", HelpName = "PROJECT", Required = true };
    private readonly Option<string?> packages;

    public ImportVerb()
        : base("import", "Write an account's snapshot as a project of C# that describes the same network")
    {
        Command.Options.Add(output);
        packages = Text("--packages", "FOLDER", "Where the NetDsl package comes from, when no source of NuGet's has it");
    }

    public override int Run(VerbRun run)
    {
        var snapshot = run.Topology.Snapshot
            ?? throw new CommandException($"'{run.Topology.Name}' is no account's snapshot; name a folder that holds <region>/*.json");
        var folder = run.Arguments.GetRequiredValue(output)!;
        OutputFile.RequireFolder(folder);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new CommandException($"'{folder}' is there already, and is not empty; name a folder that is not");
        }

        Directory.CreateDirectory(folder);
        var project = new ImportedProject(run.Topology, snapshot);
        foreach (var (name, content) in project.Files(run.Arguments.GetValue(packages)))
        {
            OutputFile.Write(Path.Combine(folder, name), content);
        }

        if (run.Arguments.GetValue(Json))
        {
            run.Terminal.Raw(MachineText.Of(new JsonObject
            {
                ["topology"] = run.Topology.Name,
                ["project"] = Path.Combine(folder, project.ProjectFile),
                ["notUnderstood"] = MachineText.Array(snapshot.Gaps.Select(GapText.Machine)),
            }));
        }
        else
        {
            GapText.Print(snapshot.Gaps, run.Terminal);
            run.Terminal.Line($"{run.Topology.Name} is written as {Path.Combine(folder, project.ProjectFile)}", Tone.Good);
        }

        return ExitCode.Success;
    }
}
