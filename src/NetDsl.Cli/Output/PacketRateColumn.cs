using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NetDsl.Cli.Output;

/// <summary>How many packets a second a simulation sends, by the clock on the wall.</summary>
internal sealed class PacketRateColumn : ProgressColumn
{
    private const string Packets = "packets";

    public static void Tell(ProgressTask task, long packets) => task.State.Update<long>(Packets, _ => packets);

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(Rate(task.State.Get<long>(Packets), task.ElapsedTime ?? TimeSpan.Zero), Style.Parse("grey"));

    /// <summary>For example <c>410,000 packets/s</c>; to two digits, because it is never more exact.</summary>
    internal static string Rate(long packets, TimeSpan elapsed)
    {
        if (packets == 0 || elapsed <= TimeSpan.Zero)
        {
            return "";
        }

        var rate = packets / elapsed.TotalSeconds;
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(rate)) - 1));
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Round(rate / unit) * unit:N0} packets/s");
    }
}
