using System.Globalization;
using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.Runtime.Mapping;
using NetDsl.Simulation.Measurements;

namespace NetDsl.Cli.Verbs;

/// <summary>What was measured in a simulation as people and machines read it.</summary>
internal static class MeasurementText
{
    public static void Print(RunMeasurements measured, Terminal terminal)
    {
        PrintLatency(measured, terminal);
        if (measured.Mapping is { } mapping)
        {
            terminal.Line();
            terminal.Table(
                ["moves", "last host knew after", "sent on", "lost", "longest by an old mapping"],
                [
                    new TableRow(
                        mapping.Missed > 0 ? Tone.Warning : Tone.Plain,
                        mapping.Moves.ToString(CultureInfo.InvariantCulture),
                        TimeText.Of(mapping.LongestPropagation),
                        mapping.Redirected.ToString(CultureInfo.InvariantCulture),
                        mapping.Missed.ToString(CultureInfo.InvariantCulture),
                        TimeText.Of(mapping.LongestStale)),
                ]);
        }
    }

    private static void PrintLatency(RunMeasurements measured, Terminal terminal) => terminal.Table(
        ["answers", "p50", "p90", "p99", "p99.9", "longest", "loss", "longest outage"],
        [
            new TableRow(
                Tone.Plain,
                measured.Latency.Count.ToString(CultureInfo.InvariantCulture),
                TimeText.Of(measured.Latency.P50),
                TimeText.Of(measured.Latency.P90),
                TimeText.Of(measured.Latency.P99),
                TimeText.Of(measured.Latency.P999),
                TimeText.Of(measured.Latency.Maximum),
                TimeText.Percent(measured.Packets.Loss),
                measured.LongestOutage is { } outage ? TimeText.Of(outage.Duration) : "none"),
        ]);

    /// <summary>Who has used more than it may; nothing where nobody has an allowance.</summary>
    public static void PrintAllowances(RunMeasurements measured, Terminal terminal)
    {
        if (measured.Allowances.Count == 0)
        {
            return;
        }

        terminal.Line();
        var exceeded = measured.Allowances.Where(use => use.IsExceeded).ToList();
        if (exceeded.Count == 0)
        {
            terminal.Line($"allowances  none of {Counted.Text(measured.Allowances.Count, "instance")} was exceeded");
            return;
        }

        terminal.Table(
            ["allowance exceeded", "bw_in", "bw_out", "pps", "conntrack", "linklocal", "connections left"],
            [.. exceeded.Select(use => new TableRow(
                Tone.Warning, use.Instance, Text(use.BandwidthIn), Text(use.BandwidthOut), Text(use.Packets), Text(use.Connections), Text(use.LinkLocal), use.ConnectionsLeft is { } left ? Text(left) : "any"))]);

        static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
    }

    public static JsonObject Machine(RunMeasurements measured) => new()
    {
        ["packets"] = new JsonObject
        {
            ["sent"] = measured.Packets.Sent,
            ["delivered"] = measured.Packets.Delivered,
            ["exits"] = measured.Packets.Exits,
            ["dropped"] = measured.Packets.Dropped,
            ["unaccounted"] = measured.Packets.Unaccounted,
            ["loss"] = measured.Packets.Loss,
        },
        ["latency"] = Machine(measured.Latency),
        ["dropsByCode"] = MachineText.Array(measured.DropsByCode.Select(drop => new JsonObject { ["code"] = drop.Code.ToCode(), ["packets"] = drop.Packets })),
        ["drops"] = MachineText.Array(measured.Drops.Select(drop => new JsonObject
        {
            ["code"] = drop.Code.ToCode(),
            ["from"] = drop.From,
            ["at"] = drop.At,
            ["packets"] = drop.Packets,
            ["firstSeconds"] = drop.First.TotalSeconds,
        })),
        ["outages"] = MachineText.Array(measured.Outages.Select(outage => new JsonObject
        {
            ["from"] = outage.From,
            ["to"] = outage.To,
            ["traffic"] = outage.Traffic,
            ["isReply"] = outage.IsReply,
            ["startSeconds"] = outage.Start.TotalSeconds,
            ["endSeconds"] = outage.End.TotalSeconds,
            ["isOver"] = outage.IsOver,
        })),
        ["series"] = Machine(measured.Series),
        ["natGateways"] = MachineText.Array(measured.NatGateways.Select(gateway => new JsonObject
        {
            ["natGateway"] = gateway.NatGateway,
            ["flows"] = Numbers(gateway.Flows),
            ["ports"] = Numbers(gateway.Ports),
        })),
        ["flowState"] = MachineText.Array(measured.FlowState.Select(use => new JsonObject
        {
            ["zoneId"] = use.ZoneId,
            ["committed"] = use.Committed,
            ["takenOver"] = use.TakenOver,
            ["forgotten"] = use.Forgotten,
            ["overloaded"] = use.Overloaded,
            ["waitedSeconds"] = use.Waited.TotalSeconds,
        })),
        ["allowances"] = MachineText.Array(measured.Allowances.Select(use => new JsonObject
        {
            // As the vendor's driver calls them.
            ["instance"] = use.Instance,
            ["bw_in_allowance_exceeded"] = use.BandwidthIn,
            ["bw_out_allowance_exceeded"] = use.BandwidthOut,
            ["pps_allowance_exceeded"] = use.Packets,
            ["conntrack_allowance_exceeded"] = use.Connections,
            ["linklocal_allowance_exceeded"] = use.LinkLocal,
            ["conntrack_allowance_available"] = use.ConnectionsLeft,
        })),
        ["mapping"] = measured.Mapping is { } mapping ? Machine(mapping) : null,
    };

    private static JsonObject Machine(MappingUse mapping) => new()
    {
        ["moves"] = mapping.Moves,
        ["longestPropagationSeconds"] = mapping.LongestPropagation.TotalSeconds,
        ["hits"] = mapping.Hits,
        ["queries"] = mapping.Queries,
        ["redirected"] = mapping.Redirected,
        ["missed"] = mapping.Missed,
        ["longestStaleSeconds"] = mapping.LongestStale.TotalSeconds,
    };

    private static JsonObject Machine(LatencyDistribution latency) => new()
    {
        ["answers"] = latency.Count,
        ["p50Seconds"] = latency.P50.TotalSeconds,
        ["p90Seconds"] = latency.P90.TotalSeconds,
        ["p99Seconds"] = latency.P99.TotalSeconds,
        ["p999Seconds"] = latency.P999.TotalSeconds,
        ["longestSeconds"] = latency.Maximum.TotalSeconds,
    };

    private static JsonObject Machine(MeasurementSeries series) => new()
    {
        ["partSeconds"] = series.Width.TotalSeconds,
        ["opened"] = Numbers(series.Parts.Select(part => part.Opened)),
        ["established"] = Numbers(series.Parts.Select(part => part.Established)),
        ["blocked"] = Numbers(series.Parts.Select(part => part.Blocked)),
        ["delivered"] = Numbers(series.Parts.Select(part => part.Delivered)),
        ["dropped"] = Numbers(series.Parts.Select(part => part.Dropped)),
        ["bytes"] = Numbers(series.Parts.Select(part => part.Bytes)),
        ["p50Seconds"] = Numbers(series.Parts.Select(part => part.Latency.P50.TotalSeconds)),
        ["p99Seconds"] = Numbers(series.Parts.Select(part => part.Latency.P99.TotalSeconds)),
    };

    private static JsonArray Numbers<T>(IEnumerable<T> numbers) => MachineText.Array(numbers.Select(number => (JsonNode)JsonValue.Create(number)!));
}
