using NetDsl.Model;
using static NetDsl.Compiler.Graph.GraphTextWriter;

namespace NetDsl.Compiler.Graph;

/// <summary>Policies of endpoints as lines of a graph's text: the endpoints, and below each its statements.</summary>
internal static class EndpointPolicyText
{
    public const string Section = "policies";

    public static IEnumerable<string[]> Lines(EquatableArray<GraphEndpointPolicy> policies)
    {
        foreach (var (node, policy) in policies)
        {
            yield return ["policy", Number(node), Number(policy.Statements.Count), At(policy.Origin)];
            foreach (var statement in policy.Statements)
            {
                yield return
                [
                    statement.Effect.ToString(),
                    Quoted(statement.Name),
                    .. List(statement.Accounts),
                    .. List(statement.Actions),
                    .. List(statement.Resources),
                    At(statement.Origin),
                ];
            }
        }
    }

    public static GraphEndpointPolicy Read(GraphTextLines lines)
    {
        lines.Expect("policy");
        var node = lines.Number();
        var count = lines.Number();
        return new GraphEndpointPolicy(node, new EndpointPolicy(lines.Origin(), lines.Following(count, ReadStatement)));
    }

    private static PolicyStatement ReadStatement(GraphTextLines lines)
    {
        var effect = lines.Enumeration<PolicyEffect>();
        var name = lines.Quoted();
        var accounts = ReadList(lines);
        var actions = ReadList(lines);
        var resources = ReadList(lines);
        return new PolicyStatement(name, lines.Origin(), effect, accounts, actions, resources);
    }

    private static IEnumerable<string> List(EquatableArray<string> texts) => texts.Select(Quoted).Prepend(Number(texts.Count));

    private static EquatableArray<string> ReadList(GraphTextLines lines) => lines.Several(each => each.Quoted());
}
