using NetDsl.Model;
using static NetDsl.Compiler.Graph.GraphTextWriter;

namespace NetDsl.Compiler.Graph;

/// <summary>Policies of resources as lines of a graph's text.</summary>
internal static class ResourcePolicyText
{
    public const string Section = "resources";

    public static IEnumerable<string[]> Lines(EquatableArray<GraphResourcePolicy> policies) => policies.Select(policy => (string[])
    [
        Number(policy.Service),
        Quoted(policy.Resource),
        Number(policy.Endpoints.Count),
        .. policy.Endpoints.Select(Number),
        At(policy.Origin),
    ]);

    public static GraphResourcePolicy Read(GraphTextLines lines) =>
        new(lines.Number(), lines.Quoted(), lines.Several(each => each.Number()), lines.Origin());
}
