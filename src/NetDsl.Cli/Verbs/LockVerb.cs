using System.CommandLine;
using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.Cli.Sources;
using NetDsl.Model;

namespace NetDsl.Cli.Verbs;

/// <summary>Writes what VPCs and subnets were given to the lock file, so that no later edit moves it.</summary>
internal sealed class LockVerb : Verb
{
    private readonly Option<string?> output;
    private readonly Option<bool> verify = new("--verify") { Description = "Write nothing; the exit code is 1 when the lock file would change" };

    public LockVerb()
        : base("lock", "Hold the prefixes that were given out, in the lock file of the project")
    {
        output = Text("--output", "FILE", $"The lock file; {LockFileForm.FileName} beside the project when left out");
        Command.Options.Add(verify);
    }

    public override int Run(VerbRun run)
    {
        run.Topology.RequireSound(run.CheckCommand);
        var file = run.Arguments.GetValue(output) ?? Path.Combine(ProjectFolder(run), LockFileForm.FileName);
        var present = File.Exists(file) ? File.ReadAllText(file) : null;
        var topology = run.Topology.Topology;
        var text = LockFile.With(present, topology);
        var changes = text != present && (present is not null || topology.Allocations.Count > 0);
        var verifies = run.Arguments.GetValue(verify);
        if (changes && !verifies)
        {
            OutputFile.Write(file, text);
        }

        Tell(run, file, changes, verifies);
        return changes && verifies ? ExitCode.Finding : ExitCode.Success;
    }

    private void Tell(VerbRun run, string file, bool changes, bool verifies)
    {
        var topology = run.Topology.Topology;
        if (run.Arguments.GetValue(Json))
        {
            run.Terminal.Raw(MachineText.Of(new JsonObject
            {
                ["topology"] = topology.Name,
                ["file"] = file,
                ["changed"] = changes,
                ["held"] = MachineText.Array(topology.Allocations.Select(allocation => new JsonObject
                {
                    ["element"] = allocation.Element.Path,
                    ["prefix"] = allocation.Prefix.ToString(),
                    ["isNew"] = allocation.Hold != AllocationHold.Locked,
                })),
            }));
            return;
        }

        foreach (var allocation in topology.Allocations.Where(each => each.Hold != AllocationHold.Locked))
        {
            run.Terminal.Line($"{ElementKinds.Text(allocation.Element.Kind)} {allocation.Element.Path}: {allocation.Prefix}");
        }

        run.Terminal.Line(
            (changes, verifies) switch
            {
                (false, _) => $"{topology.Name}: nothing to lock anew",
                (true, true) => $"{topology.Name}: {file} is not up to date; run lock without --verify",
                _ => $"{topology.Name} is locked in {file}",
            },
            changes && verifies ? Tone.Bad : Tone.Good);
    }

    private static string ProjectFolder(VerbRun run)
    {
        var source = run.Arguments.CommandResult.Command.Arguments.FirstOrDefault() is Argument<string> argument
            ? run.Arguments.GetValue(argument)
            : null;
        if (Directory.Exists(source))
        {
            return source;
        }

        if (source?.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) == true)
        {
            return Path.GetDirectoryName(Path.GetFullPath(source))!;
        }

        return source is null && Directory.Exists(run.Topology.ProjectFolder)
            ? run.Topology.ProjectFolder
            : throw new CommandException("the folder of the project is not known from here; name the lock file with --output");
    }
}
