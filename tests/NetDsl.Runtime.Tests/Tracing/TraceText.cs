using System.Globalization;
using System.Text;

namespace NetDsl.Runtime.Tests.Tracing;

/// <summary>A trace as lines that people can judge.</summary>
static class TraceText
{
    public static string Of(string question, Trace trace)
    {
        var text = new StringBuilder($"{question}: {trace.Verdict}\n");
        Append(text, "forward", trace.Forward);
        Append(text, "return", trace.Return);
        return text.ToString();
    }

    static void Append(StringBuilder text, string name, TraceDirection direction)
    {
        text.Append($"  {name}: {direction.Outcome} {direction.Receiver}".TrimEnd()).Append('\n');
        foreach (var hop in direction.Hops)
        {
            var code = hop.Code is { } dropped ? $" {dropped.ToCode()}" : "";
            text.Append(CultureInfo.InvariantCulture, $"    {hop.Kind} {hop.Element}: {hop.Decision}{code} | {hop.Packet}\n");
        }

        foreach (var block in direction.Blocks)
        {
            text.Append(CultureInfo.InvariantCulture, $"    blocked by {block.Element}: {block.Code.ToCode()}, {block.Text}\n");
        }
    }
}
