using System.Globalization;
using System.Text.Json.Nodes;
using NetDsl.Cli.CommandLine;
using NetDsl.Cli.Output;
using NetDsl.Model;
using NetDsl.Simulation;

namespace NetDsl.Cli.Verbs;

/// <summary>A simulation's report as people and machines read it.</summary>
internal static class SimulationText
{
    private const int MostPairs = 30;
    private const int MostEvents = 40;

    public static void Print(SimulationReport report, string folder, string page, Terminal terminal)
    {
        terminal.Line($"Simulation of {report.Network}: {DurationValue.Write(report.Duration)} of virtual time, seed {report.Seed.ToString(CultureInfo.InvariantCulture)}", Tone.Strong);
        terminal.Table(
            ["flows", "established", "blocked", "unfinished", "packets", "dropped", "bytes"],
            [
                new TableRow(
                    Tone.Plain,
                    Text(report.Attempted), Text(report.Established), Text(report.Blocked), Text(report.Unfinished),
                    Text(report.Packets), Text(report.DroppedPackets), Text(report.Bytes)),
            ]);
        terminal.Line();
        MeasurementText.Print(report.Measurements, terminal);
        PrintBlocked(report, terminal);
        PrintPairs(report, terminal);
        PrintNatGateways(report, terminal);
        MeasurementText.PrintAllowances(report.Measurements, terminal);
        PrintEvents(report, terminal);
        terminal.Line();
        terminal.Line(report.FlowLogFiles.Count == 0 && FlowLogText.Refused(report).Any() ? "flow logs  none: they may not be written"
            : report.FlowLogFiles.Count == 0 ? "flow logs  none: nothing was seen of what they record"
            : $"flow logs  {Path.Combine(folder, CommonFolder(report.FlowLogFiles))}  ({Counted(report.FlowLogRecords, "record")} in {Counted(report.FlowLogFiles.Count, "file")})");
        terminal.Line($"page       {page}");
    }

    public static JsonObject Machine(SimulationReport report, string folder, string page) => new()
    {
        ["topology"] = report.Network,
        ["seed"] = report.Seed,
        ["start"] = report.Start.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        ["durationSeconds"] = report.Duration.TotalSeconds,
        ["flows"] = new JsonObject
        {
            ["attempted"] = report.Attempted,
            ["established"] = report.Established,
            ["blocked"] = report.Blocked,
            ["unfinished"] = report.Unfinished,
        },
        ["packets"] = report.Packets,
        ["droppedPackets"] = report.DroppedPackets,
        ["bytes"] = report.Bytes,
        ["blockedByCode"] = MachineText.Array(report.BlockedByCode.Select(
            blocked => new JsonObject { ["code"] = blocked.Code.ToCode(), ["flows"] = blocked.Flows })),
        ["pairs"] = MachineText.Array(report.Pairs.Select(pair => new JsonObject
        {
            ["from"] = pair.From,
            ["to"] = pair.To,
            ["flows"] = pair.Flows,
            ["established"] = pair.Established,
            ["blocked"] = pair.Blocked,
            ["packets"] = pair.Packets,
            ["bytes"] = pair.Bytes,
        })),
        ["natGateways"] = MachineText.Array(report.NatGateways.Select(use => new JsonObject
        {
            ["natGateway"] = use.NatGateway,
            ["flows"] = use.Flows,
            ["peakFlows"] = use.PeakFlows,
            ["peakPorts"] = use.PeakPorts,
            ["refused"] = use.Refused,
        })),
        ["measurements"] = MeasurementText.Machine(report.Measurements),
        ["failures"] = MachineText.Array(report.Failures.Select(failure => new JsonObject
        {
            ["atSeconds"] = failure.At.TotalSeconds,
            ["untilSeconds"] = failure.Until?.TotalSeconds,
            ["what"] = failure.What,
        })),
        ["events"] = MachineText.Array(report.Events.Select(each => new JsonObject
        {
            ["atSeconds"] = each.At.TotalSeconds,
            ["where"] = each.Where,
            ["what"] = each.What,
        })),
        ["page"] = page,
        ["flowLogs"] = new JsonObject
        {
            ["folder"] = folder,
            ["records"] = report.FlowLogRecords,
            ["files"] = MachineText.Array(report.FlowLogFiles.Select(file => JsonValue.Create(file))),
            ["logs"] = MachineText.Array(report.FlowLogs.Select(FlowLogText.Machine)),
        },
    };

    private static void PrintBlocked(SimulationReport report, Terminal terminal)
    {
        if (report.BlockedByCode.Count > 0)
        {
            terminal.Line();
            terminal.Table(
                ["blocked by", "flows"],
                [.. report.BlockedByCode.Select(blocked => new TableRow(Tone.Bad, blocked.Code.ToCode(), Text(blocked.Flows)))]);
        }
    }

    private static void PrintPairs(SimulationReport report, Terminal terminal)
    {
        terminal.Line();
        var busiest = report.Pairs.OrderByDescending(pair => pair.Flows).Take(MostPairs).ToHashSet();
        terminal.Table(
            ["from", "to", "flows", "established", "blocked", "packets", "bytes"],
            [.. report.Pairs.Where(busiest.Contains).Select(pair => new TableRow(
                pair.Blocked > 0 ? Tone.Warning : Tone.Plain,
                pair.From, pair.To, Text(pair.Flows), Text(pair.Established), Text(pair.Blocked), Text(pair.Packets), Text(pair.Bytes)))]);
        if (report.Pairs.Count > MostPairs)
        {
            terminal.Line($"and {report.Pairs.Count - MostPairs} pairs with fewer flows; --json lists all", Tone.Quiet);
        }
    }

    private static void PrintNatGateways(SimulationReport report, Terminal terminal)
    {
        if (report.NatGateways.Count > 0)
        {
            terminal.Line();
            terminal.Table(
                ["NAT gateway", "flows", "most at once", "most ports to one destination", "refused"],
                [.. report.NatGateways.Select(use => new TableRow(
                    use.Refused > 0 ? Tone.Bad : Tone.Plain,
                    use.NatGateway, Text(use.Flows), Text(use.PeakFlows), Text(use.PeakPorts), Text(use.Refused)))]);
        }
    }

    private static void PrintEvents(SimulationReport report, Terminal terminal)
    {
        if (report.Events.Count > 0)
        {
            terminal.Line();
            terminal.Table(
                ["at", "line to a site", "what happens"],
                [.. report.Events.Take(MostEvents).Select(each => new TableRow(Tone.Plain, string.Create(CultureInfo.InvariantCulture, $"{each.At.TotalSeconds:0.000} s"), each.Where, each.What))]);
            if (report.Events.Count > MostEvents)
            {
                terminal.Line($"and {report.Events.Count - MostEvents} more; --json lists all", Tone.Quiet);
            }
        }
    }

    /// <summary>The deepest folder that holds all of the files.</summary>
    private static string CommonFolder(EquatableArray<string> files)
    {
        var common = files[0].Split('/')[..^1];
        foreach (var file in files)
        {
            var parts = file.Split('/')[..^1];
            common = [.. common.TakeWhile((part, index) => index < parts.Length && parts[index] == part)];
        }

        return string.Join('/', common);
    }

    private static string Counted(long count, string what) => count == 1 ? $"1 {what}" : $"{Text(count)} {what}s";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
