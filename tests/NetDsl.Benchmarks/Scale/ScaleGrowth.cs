using System.Globalization;
using System.Text;

namespace NetDsl.Benchmarks.Scale;

/// <summary>How fast values grow from one size to the next: the power of the size that they grow with. 1 is in proportion, 0 is not at all.</summary>
internal static class ScaleGrowth
{
    private static readonly Func<ScaleMeasurement, double>[] Values =
    [
        each => each.Describing,
        each => each.Lowering,
        each => each.Loading,
        each => each.DescriptionBytes,
        each => each.GraphBytes,
        each => each.NetworkBytes,
        each => each.Single.Median,
        each => each.Batch.Median,
    ];

    /// <summary>The table of the powers.</summary>
    public static string Table(IReadOnlyList<ScaleMeasurement> all)
    {
        var text = new StringBuilder();
        text.Append("| From | to | Describing | Lowering | Loading | Description, all bytes | Graph, all bytes | Network, all bytes | One by one | In batches |\n");
        text.Append("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var (smaller, larger) in all.Zip(all.Skip(1)))
        {
            var powers = Values.Select(value => Math.Log(value(larger) / value(smaller)) / Math.Log((double)larger.Size / smaller.Size));
            text.Append(CultureInfo.InvariantCulture, $"| {smaller.Size:N0} | {larger.Size:N0} |");
            foreach (var power in powers)
            {
                text.Append(CultureInfo.InvariantCulture, $" {power:0.0} |");
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
