using NetDsl.Cli.Output;
using NetDsl.Simulation;
using NetDsl.Simulation.Measurements;

namespace NetDsl.Cli.Pages;

/// <summary>The tables of a run.</summary>
internal static class PageTables
{
    private const string Flows = "flows";

    /// <summary>Those that have rows.</summary>
    public static IEnumerable<PageTable> Of(SimulationReport report) => new[]
    {
        Failures(report), Events(report), Drops(report), Outages(report), Pairs(report), NatGateways(report), FlowState(report), Allowances(report), Mapping(report),
    }.Where(table => table.Rows.Count > 0);

    /// <summary>What the plots show.</summary>
    public static PageTable Series(RunMeasurements measured) => new(
        "series",
        "The plots in numbers",
        [
            new("from"), new("opened", true), new("established", true), new("blocked", true), new("delivered", true), new("dropped", true), new("bytes", true), new("p50", true), new("p99", true),
        ],
        [
            .. measured.Series.Parts.Select((part, index) => new PageRow(
                part.Blocked > 0,
                NumberText.Clock(measured.Series.StartOf(index)),
                NumberText.Whole(part.Opened),
                NumberText.Whole(part.Established),
                NumberText.Whole(part.Blocked),
                NumberText.Whole(part.Delivered),
                NumberText.Whole(part.Dropped),
                NumberText.Whole(part.Bytes),
                part.Latency.Count == 0 ? "" : TimeText.Of(part.Latency.P50),
                part.Latency.Count == 0 ? "" : TimeText.Of(part.Latency.P99))),
        ]);

    private static PageTable Failures(SimulationReport report) => new(
        "failures",
        "Failures",
        [new("number"), new("what"), new("at", true), new("until", true)],
        [
            .. report.Failures.Select((failure, index) => new PageRow(
                false, NumberText.Whole(index + 1), failure.What, NumberText.Clock(failure.At), failure.Until is { } until ? NumberText.Clock(until) : "")),
        ])
    {
        Explanation = "Marked in the plots by their numbers.",
    };

    private static PageTable Events(SimulationReport report) => new(
        "events",
        "Lines to sites",
        [new("at", true), new("line"), new("what")],
        [.. report.Events.Select(each => new PageRow(false, NumberText.Clock(Rounded(each.At)), each.Where, each.What))])
    {
        Explanation = "What happened at their BGP sessions and tunnels, and when each end forwarded by other routes.",
    };

    private static PageTable Drops(SimulationReport report) => new(
        "drops",
        "Dropped packets",
        [new("code"), new("from"), new("dropped at"), new("packets", true), new("first at", true)],
        [
            .. report.Measurements.Drops.Select(drop => new PageRow(
                false, drop.Code.ToCode(), drop.From, drop.At, NumberText.Whole(drop.Packets), NumberText.Clock(Rounded(drop.First)))),
        ])
    {
        HasChoice = true,
    };

    private static PageTable Outages(SimulationReport report) => new(
        "outages",
        "Outages",
        [new("from"), new("to"), new("traffic"), new("longest", true), new("from", true), new("until", true)],
        [
            .. report.Measurements.Outages.Select(outage => new PageRow(
                !outage.IsOver,
                outage.From,
                outage.To,
                outage.IsReply ? $"answers of {outage.Traffic}" : outage.Traffic,
                TimeText.Of(outage.Duration),
                NumberText.Clock(Rounded(outage.Start)),
                outage.IsOver ? NumberText.Clock(Rounded(outage.End)) : "the end")),
        ])
    {
        Explanation = "Of each pair the longest: from the first lost packet to the next one that came through.",
    };

    private static PageTable Pairs(SimulationReport report) => new(
        "pairs",
        "Who spoke to whom",
        [new("from"), new("to"), new(Flows, true), new("established", true), new("blocked", true), new("packets", true), new("bytes", true)],
        [
            .. report.Pairs.OrderByDescending(pair => pair.Flows).Select(pair => new PageRow(
                pair.Blocked > 0,
                pair.From,
                pair.To,
                NumberText.Whole(pair.Flows),
                NumberText.Whole(pair.Established),
                NumberText.Whole(pair.Blocked),
                NumberText.Whole(pair.Packets),
                NumberText.Whole(pair.Bytes))),
        ]);

    private static PageTable NatGateways(SimulationReport report) => new(
        "gateways",
        "NAT gateways",
        [new("NAT gateway"), new(Flows, true), new("most at once", true), new("most ports to one destination", true), new("refused", true)],
        [
            .. report.NatGateways.Select(use => new PageRow(
                use.Refused > 0,
                use.NatGateway,
                NumberText.Whole(use.Flows),
                NumberText.Whole(use.PeakFlows),
                NumberText.Whole(use.PeakPorts),
                NumberText.Whole(use.Refused))),
        ]);

    private static PageTable FlowState(SimulationReport report) => new(
        "nodes",
        "Nodes that keep flows",
        [new("zone"), new("flows written", true), new("taken over", true), new("forgotten", true), new("packets refused", true), new("waited, all together", true)],
        [
            .. report.Measurements.FlowState.Select(use => new PageRow(
                use.Forgotten + use.Overloaded > 0,
                use.ZoneId,
                NumberText.Whole(use.Committed),
                NumberText.Whole(use.TakenOver),
                NumberText.Whole(use.Forgotten),
                NumberText.Whole(use.Overloaded),
                TimeText.Of(use.Waited))),
        ]);

    private static PageTable Allowances(SimulationReport report) => new(
        "allowances",
        "Allowances of instances",
        [new("instance"), new("bw_in exceeded", true), new("bw_out exceeded", true), new("pps exceeded", true), new("conntrack exceeded", true), new("linklocal exceeded", true), new("connections left", true)],
        [
            .. report.Measurements.Allowances.Select(use => new PageRow(
                use.IsExceeded,
                use.Instance,
                NumberText.Whole(use.BandwidthIn),
                NumberText.Whole(use.BandwidthOut),
                NumberText.Whole(use.Packets),
                NumberText.Whole(use.Connections),
                NumberText.Whole(use.LinkLocal),
                use.ConnectionsLeft is { } left ? NumberText.Whole(left) : "any")),
        ])
    {
        Explanation = "Packets that waited or were dropped, as the driver of the card counts them.",
    };

    private static PageTable Mapping(SimulationReport report) => new(
        "mapping",
        "How hosts found what moved",
        [new("moves", true), new("last host knew after", true), new("sent on by the old host", true), new("lost", true), new("last sent by an old mapping", true)],
        report.Measurements.Mapping is not { } mapping ? [] :
        [
            new PageRow(
                mapping.Missed > 0,
                NumberText.Whole(mapping.Moves),
                TimeText.Of(mapping.LongestPropagation),
                NumberText.Whole(mapping.Redirected),
                NumberText.Whole(mapping.Missed),
                TimeText.Of(mapping.LongestStale)),
        ]);

    /// <summary>To milliseconds: more would not be read.</summary>
    private static TimeSpan Rounded(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Round(time.TotalMilliseconds));
}
