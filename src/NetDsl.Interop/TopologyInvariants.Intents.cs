using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Tags, and intents.</content>
internal sealed partial class TopologyInvariants
{
    private void RequireIntents()
    {
        Each("vpcs", topology.Vpcs, (path, vpc) => RequireTags(path, vpc));
        Each("subnets", topology.Subnets, (path, subnet) => RequireTags(path, subnet));
        Each("instances", topology.Instances, (path, instance) => RequireTags(path, instance));
        Each("networkInterfaces", topology.NetworkInterfaces, (path, each) => RequireTags(path, each));
        if (topology.Intents.Count == 0)
        {
            return;
        }

        var parties = new IntentParties(topology);
        HashSet<string> zones = [.. parties.Zones.Select(zone => zone.Id)];
        Each("intents", topology.Intents, (path, intent) =>
        {
            RequireSome($"{path}.from", intent.From.Count, "an intent is about somebody who sends");
            RequireSome($"{path}.to", intent.To.Count, "an intent is about somebody whom it is for");
            RequireSome($"{path}.traffic", intent.Traffic.Count, "an intent is about some traffic");
            FindEnds($"{path}.from", intent.From);
            FindEnds($"{path}.to", intent.To);
            FindEnds($"{path}.exceptFrom", intent.ExceptFrom);
            FindEnds($"{path}.exceptTo", intent.ExceptTo);
            Each($"{path}.onlyThrough", intent.OnlyThrough, (inner, waypoint) =>
            {
                RequireSome($"{inner}.anyOf", waypoint.AnyOf.Count, "a way leads through something");
                Each($"{inner}.anyOf", waypoint.AnyOf, (innermost, element) => Find($"{innermost}.value", element.Value));
            });
            Each($"{path}.survivesLossOf", intent.SurvivesLossOf, (inner, zone) =>
                Hold($"{inner}.id", zones.Contains(zone.Value.Id), $"no subnet is in zone '{JsonPlace.Printable(zone.Value.Id)}'"));
            var vacuity = parties.Vacuity(intent);
            Hold(path, vacuity is null, $"the intent says nothing: {vacuity?.Value}");
        });
    }

    private static void RequireTags(string path, ITagged tagged) => Hold(
        $"{path}.tags", tagged.Tags.Select(tag => tag.Key).Distinct().Count() == tagged.Tags.Count, "a key stands here twice; an element has one value for it");

    private void FindEnds(string path, EquatableArray<Sourced<EndpointSet>> ends) => Each(path, ends, (inner, end) =>
    {
        if (end.Value is ElementEndpoints { Element: var element })
        {
            Find($"{inner}.element", element);
        }
    });
}
