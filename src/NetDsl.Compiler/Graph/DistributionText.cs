using System.Globalization;
using NetDsl.Model;
using static NetDsl.Compiler.Graph.GraphTextWriter;

namespace NetDsl.Compiler.Graph;

/// <summary>Distributions as lines of a graph's text: the nodes, and below each its rules.</summary>
internal static class DistributionText
{
    public const string Section = "distributions";

    public static IEnumerable<string[]> Lines(EquatableArray<Distribution> distributions)
    {
        foreach (var distribution in distributions)
        {
            yield return ["distribution", Number(distribution.Holder), Number(distribution.Node), Number(distribution.Rules.Count)];
            foreach (var rule in distribution.Rules)
            {
                yield return
                [
                    rule.Protocol.ToString(),
                    Number(rule.Port),
                    Number(rule.Group),
                    rule.KeepsSource ? "keeps" : "replaces",
                    rule.BySource ? "source" : "flow",
                    rule.Targets.Count == 0 ? "-" : string.Join(",", rule.Targets.Select(target => $"{target.Address}/{Number(target.Port)}")),
                    rule.Refusal?.ToString() ?? "-",
                    Quoted(rule.Text),
                    At(rule.Origin),
                ];
            }
        }
    }

    public static Distribution Read(GraphTextLines lines)
    {
        lines.Expect("distribution");
        var holder = lines.Number();
        var node = lines.Number();
        return new Distribution(holder, node, lines.Following(Rule));
    }

    private static DistributionRule Rule(GraphTextLines lines) => new(
        lines.Protocol(),
        lines.Port(),
        lines.Number(),
        lines.Choice("keeps", "replaces") == 0,
        lines.Choice("source", "flow") == 0,
        Targets(lines),
        lines.TryTake("-") ? null : lines.DropCode(),
        lines.Quoted(),
        lines.Origin());

    private static EquatableArray<DistributionTarget> Targets(GraphTextLines lines)
    {
        if (lines.TryTake("-"))
        {
            return [];
        }

        var word = lines.Word();
        return word.Split(',').Select(text =>
        {
            var slash = text.LastIndexOf('/');
            return slash > 0
                && Addressing.IpAddress.TryParse(text.Substring(0, slash), out var address)
                && ushort.TryParse(text.Substring(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                ? new DistributionTarget(address, port)
                : throw lines.Fault($"'{text}' is no target");
        }).ToEquatableArray();
    }
}
