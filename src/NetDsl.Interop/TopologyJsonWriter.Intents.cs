using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Tags, and intents.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WriteTags(ITagged tagged) => OptionalObjects("tags", tagged.Tags, tag =>
    {
        Place(tag.Origin);
        json.WriteString("key", tag.Key);
        json.WriteString("value", tag.Value);
    });

    private void WriteIntent(Intent intent)
    {
        Place(intent.Origin);
        json.WriteString("kind", EnumText.Write(intent.Kind));
        if (!intent.Claim.Equals(Origin.None))
        {
            json.WriteString("claim", PlaceText(intent.Claim));
        }

        Objects("from", intent.From, WriteEnd);
        Objects("to", intent.To, WriteEnd);
        Objects("traffic", intent.Traffic, WriteSourced);
        OptionalObjects("exceptFrom", intent.ExceptFrom, WriteEnd);
        OptionalObjects("exceptTo", intent.ExceptTo, WriteEnd);
        OptionalObjects("onlyThrough", intent.OnlyThrough, waypoint =>
        {
            Place(waypoint.Origin);
            Objects("anyOf", waypoint.AnyOf, element => WriteSourced(new Sourced<string>(IdText.WriteWithKind(element.Value), element.Origin)));
        });
        OptionalObjects("survivesLossOf", intent.SurvivesLossOf, zone =>
        {
            Place(zone.Origin);
            json.WriteString("name", zone.Value.Name);
            json.WriteString("id", zone.Value.Id);
        });
    }

    private void WriteEnd(Sourced<EndpointSet> end)
    {
        Place(end.Origin);
        switch (end.Value)
        {
            case ElementEndpoints { Element: var element }:
                json.WriteString("element", IdText.WriteWithKind(element));
                break;
            case TaggedEndpoints { Key: var key, Value: var value }:
                json.WriteString("tag", key);
                json.WriteString("value", value);
                break;
            case PrefixEndpoints { Prefix: var prefix }:
                Text("prefix", prefix);
                break;
            default:
                json.WriteBoolean("internet", true);
                break;
        }
    }
}
