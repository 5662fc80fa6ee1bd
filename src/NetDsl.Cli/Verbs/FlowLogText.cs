using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.Runtime.FlowLogs;
using NetDsl.Simulation;

namespace NetDsl.Cli.Verbs;

/// <summary>How flow logs of a run fared.</summary>
internal static class FlowLogText
{
    /// <summary>Those of which nothing was delivered.</summary>
    public static IEnumerable<FlowLogState> Refused(SimulationReport report) => report.FlowLogs.Where(log => log.Status != FlowLogStatus.Active);

    public static JsonObject Machine(FlowLogState log)
    {
        var text = new JsonObject { ["flowLog"] = log.FlowLog, ["resource"] = log.Resource, ["status"] = log.StatusText };
        if (log.Reason is { } reason)
        {
            text["reason"] = reason;
        }

        return text;
    }

    /// <summary>Tells what was not delivered, and why.</summary>
    /// <returns>The exit code.</returns>
    public static int Report(SimulationReport report, Terminal terminal)
    {
        var code = ExitCode.Success;
        foreach (var log in Refused(report))
        {
            terminal.Error($"flow log {log.FlowLog} of {log.Resource} delivers nothing ({log.StatusText}): {log.Reason}");
            code = ExitCode.BadInput;
        }

        return code;
    }
}
