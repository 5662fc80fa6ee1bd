using System.CommandLine;
using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.Cli.Sources;
using NetDsl.Cli.Verbs;

namespace NetDsl.Cli.CommandLine;

/// <summary>
/// Tells why a project does not build. When nothing but findings stands in the way, that is the answer to <c>check</c>; to every
/// other command it is bad input.
/// </summary>
internal static class BuildFailure
{
    public static int Report(BuildFailedException failure, Verb verb, ParseResult arguments, Terminal terminal)
    {
        var isAnswer = verb is CheckVerb && failure.HasOnlyFindings;
        if (isAnswer && arguments.GetValue(verb.Json))
        {
            terminal.Raw(MachineText.Of(new JsonObject
            {
                ["topology"] = null,
                ["findings"] = MachineText.Array(failure.Diagnostics.Select(Machine)),
            }));
            return ExitCode.Finding;
        }

        foreach (var diagnostic in failure.Diagnostics)
        {
            if (isAnswer)
            {
                terminal.Line(diagnostic.ToString(), diagnostic.IsError ? Tone.Bad : Tone.Warning);
            }
            else
            {
                terminal.ErrorOutput.Write(diagnostic + "\n");
            }
        }

        if (isAnswer)
        {
            return ExitCode.Finding;
        }

        if (failure.Diagnostics.Count == 0)
        {
            terminal.ErrorOutput.Write(failure.Output.TrimEnd() + "\n");
        }

        terminal.Error(failure.Message);
        return ExitCode.BadInput;
    }

    private static JsonObject Machine(BuildDiagnostic diagnostic) => new()
    {
        ["id"] = diagnostic.Id,
        ["severity"] = diagnostic.IsError ? "error" : "warning",
        ["message"] = diagnostic.Message,
        ["origin"] = diagnostic.Line == 0
            ? null
            : new JsonObject { ["file"] = diagnostic.File, ["line"] = diagnostic.Line, ["column"] = diagnostic.Column },
        ["related"] = new JsonArray(),
    };
}
