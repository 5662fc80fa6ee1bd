using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Tags, and intents.</content>
internal static partial class TopologyJsonReader
{
    private static EquatableArray<Tag> Tags(JsonPlace place) => OptionalAll(place, "tags", tag =>
    {
        tag.WithMembers("origin?", "key", "value");
        return new Tag(tag.Member("key").Text(), tag.Member("value").Text(), Origin(tag));
    });

    private static Intent Intent(JsonPlace place)
    {
        place.WithMembers("origin?", "kind", "claim?", "from", "to", "traffic", "exceptFrom?", "exceptTo?", "onlyThrough?", "survivesLossOf?");
        return new Intent(
            EnumText.Read<IntentKind>(place.Member("kind")),
            All(place, "from", Sender),
            All(place, "to", Receiver),
            All(place, "traffic", traffic => Sourced(traffic, TrafficText.Read)),
            Origin(place),
            OriginText.Read(place.Optional("claim")))
        {
            ExceptFrom = OptionalAll(place, "exceptFrom", Sender),
            ExceptTo = OptionalAll(place, "exceptTo", Receiver),
            OnlyThrough = OptionalAll(place, "onlyThrough", waypoint =>
            {
                waypoint.WithMembers("origin?", "anyOf");
                return new Waypoint(
                    All(waypoint, "anyOf", element => Sourced(element, id => IdText.ReadWithKind(id, [.. IntentElements.Stations]))), Origin(waypoint));
            }),
            SurvivesLossOf = OptionalAll(place, "survivesLossOf", zone =>
            {
                zone.WithMembers("origin?", "name", "id");
                return new Sourced<AvailabilityZone>(new AvailabilityZone(zone.Member("name").Text(), zone.Member("id").Text()), Origin(zone));
            }),
        };
    }

    private static Sourced<EndpointSet> Sender(JsonPlace place) => End(place, IntentElements.Senders);

    private static Sourced<EndpointSet> Receiver(JsonPlace place) => End(place, IntentElements.Receivers);

    private static Sourced<EndpointSet> End(JsonPlace place, IReadOnlyList<ElementKind> kinds) => new(EndpointSet(place, kinds), Origin(place));

    /// <summary>Each form of an end has a member of its own.</summary>
    private static EndpointSet EndpointSet(JsonPlace place, IReadOnlyList<ElementKind> kinds)
    {
        if (place.Optional("element") is { } element)
        {
            place.WithMembers("origin?", "element");
            return new ElementEndpoints(IdText.ReadWithKind(element, [.. kinds]));
        }

        if (place.Optional("tag") is { } tag)
        {
            place.WithMembers("origin?", "tag", "value");
            return new TaggedEndpoints(tag.Text(), place.Member("value").Text());
        }

        if (place.Optional("prefix") is { } prefix)
        {
            place.WithMembers("origin?", "prefix");
            return new PrefixEndpoints(AddressText.ReadPrefix(prefix));
        }

        place.WithMembers("origin?", "internet");
        return place.Member("internet").Flag() ? new InternetEndpoints() : throw place.Member("internet").Fault("an end is the internet, or says by 'element', 'tag' or 'prefix' what it is");
    }
}
