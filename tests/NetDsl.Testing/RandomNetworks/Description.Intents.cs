using System.Globalization;
using System.Text;
using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

static partial class Description
{
    static void Intents(Topology topology, StringBuilder text)
    {
        foreach (var tagged in topology.Elements.Where(element => element is ITagged { Tags.Count: > 0 }))
        {
            Line($"tags of {tagged.Id} {string.Join(' ', ((ITagged)tagged).Tags.Select(tag => $"{tag.Key}={tag.Value}"))}");
        }

        foreach (var intent in topology.Intents)
        {
            Line($"expect {All(intent.From)} except {All(intent.ExceptFrom)} {intent.Kind} {All(intent.To)} except {All(intent.ExceptTo)} by {string.Join(' ', intent.Traffic)} through {string.Join(" and ", intent.OnlyThrough.Select(waypoint => string.Join(" or ", waypoint.AnyOf)))} without {string.Join(" or ", intent.SurvivesLossOf)}");
        }

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));

        static string All(EquatableArray<Sourced<EndpointSet>> ends) => ends.Count == 0 ? "nobody" : string.Join(", ", ends);
    }
}
