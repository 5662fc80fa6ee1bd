using System.CommandLine;
using NetDsl.Cli.Output;
using NetDsl.Cli.Reports;
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
        if (verb is CheckVerb check && failure.HasOnlyFindings)
        {
            return check.Write(new CheckReport(null, failure.Folder, [.. failure.Diagnostics.Where(each => each.IsFinding).Select(ReportedFinding.Of)]), arguments, terminal);
        }

        foreach (var diagnostic in failure.Diagnostics)
        {
            terminal.ErrorOutput.Write(diagnostic + "\n");
        }

        if (failure.Diagnostics.Count == 0)
        {
            terminal.ErrorOutput.Write(failure.Output.TrimEnd() + "\n");
        }

        terminal.Error(failure.Message);
        return ExitCode.BadInput;
    }
}
