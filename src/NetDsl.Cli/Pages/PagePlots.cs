using NetDsl.Cli.Output;
using NetDsl.Cli.Pages.Plots;
using NetDsl.Model;
using NetDsl.Simulation.Measurements;

namespace NetDsl.Cli.Pages;

/// <summary>The plots of a run.</summary>
internal static class PagePlots
{
    // As many as there are colours.
    private const int MostGateways = 6;
    private const int BitsOfByte = 8;

    public static IReadOnlyList<Plot> Of(RunMeasurements measured)
    {
        var (parts, width) = (measured.Series.Parts, measured.Series.Width);
        var each = $"in each {TimeText.Of(width)}";
        List<Plot> plots =
        [
            new(
                "Flows",
                each,
                [
                    new("opened", LineColour.Blue, [.. parts.Select(part => (double?)part.Opened)]),
                    new("established", LineColour.Green, [.. parts.Select(part => (double?)part.Established)]),
                    new("blocked", LineColour.Red, [.. parts.Select(part => (double?)part.Blocked)]),
                ],
                NumberText.Short) { SmallestStep = 1 },
            new(
                "Latency",
                "from a request to its answer",
                [
                    new("p50", LineColour.Blue, Milliseconds(parts, latency => latency.P50)),
                    new("p90", LineColour.Teal, Milliseconds(parts, latency => latency.P90)),
                    new("p99", LineColour.Orange, Milliseconds(parts, latency => latency.P99)),
                ],
                milliseconds => TimeText.Of(TimeSpan.FromMilliseconds(milliseconds))) { IsLogarithmic = true },
            new(
                "Loss",
                $"share of packets that were dropped, {each}",
                [new("loss", LineColour.Red, [.. parts.Select(part => part.Loss)])],
                NumberText.Share),
            new(
                "Traffic",
                "all that was sent",
                [new("bits in a second", LineColour.Blue, [.. parts.Select((part, index) => (double?)(part.Bytes * BitsOfByte / LengthOf(index).TotalSeconds))])],
                NumberText.BitRate) { SmallestStep = 1 },
        ];
        if (measured.NatGateways.Count > 0)
        {
            plots.Add(Gateways(measured, "NAT ports", "to the destination with most; 55,000 is the limit", gateway => gateway.Ports));
            plots.Add(Gateways(measured, "NAT flows", "in the tables of the gateways", gateway => gateway.Flows));
        }

        return [.. plots.Where(plot => plot.HasValues)];

        // The last part may be shorter.
        TimeSpan LengthOf(int part) => measured.Series.StartOf(part + 1) <= measured.Duration ? width : measured.Duration - measured.Series.StartOf(part);
    }

    private static Plot Gateways(RunMeasurements measured, string title, string explanation, Func<NatGatewaySeries, EquatableArray<int>> values)
    {
        var busiest = measured.NatGateways.OrderByDescending(gateway => values(gateway).Max()).Take(MostGateways).ToHashSet();
        var lines = measured.NatGateways
            .Where(busiest.Contains)
            .Select((gateway, index) => new PlotLine(gateway.NatGateway, (LineColour)index, [.. values(gateway).Select(value => (double?)value)]));
        return new Plot(
            title,
            measured.NatGateways.Count > MostGateways ? $"{explanation}; the {MostGateways} busiest of {NumberText.Whole(measured.NatGateways.Count)}" : explanation,
            [.. lines],
            NumberText.Short)
        {
            SmallestStep = 1,
        };
    }

    private static IReadOnlyList<double?> Milliseconds(EquatableArray<MeasuredPart> parts, Func<LatencyDistribution, TimeSpan> percentile) =>
        [.. parts.Select(part => part.Latency.Count == 0 ? (double?)null : percentile(part.Latency).TotalMilliseconds)];
}
