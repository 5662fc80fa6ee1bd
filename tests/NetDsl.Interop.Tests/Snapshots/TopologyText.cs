using System.Text.Json.Nodes;
using NetDsl.Model;

namespace NetDsl.Interop.Tests.Snapshots;

/// <summary>A topology as text that does not say where and in which order it was written.</summary>
static class TopologyText
{
    public static string WithoutOrigins(Topology topology) => Plain(JsonNode.Parse(TopologyJson.Write(topology with { Name = "" })))!.ToJsonString();

    static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members
            .Where(member => !member.Key.EndsWith("rigin", StringComparison.Ordinal))
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Plain(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Plain).OrderBy(item => item?.ToJsonString(), StringComparer.Ordinal)]),
        _ => node?.DeepClone(),
    };
}
