using System.Globalization;
using NetDsl.Model;

namespace NetDsl.Compiler.Graph;

/// <summary>Policies of endpoints as lines of a graph's text: the endpoints, and below each its statements.</summary>
internal static class EndpointPolicyText
{
    public const string Section = "policies";

    public static IEnumerable<string[]> Lines(EquatableArray<GraphEndpointPolicy> policies)
    {
        foreach (var (node, policy) in policies)
        {
            yield return ["policy", Number(node), Number(policy.Statements.Count), GraphTextWriter.At(policy.Origin)];
            foreach (var statement in policy.Statements)
            {
                yield return
                [
                    statement.Effect.ToString(),
                    GraphTextWriter.Quoted(statement.Name),
                    .. List(statement.Accounts),
                    .. List(statement.Actions),
                    .. List(statement.Resources),
                    GraphTextWriter.At(statement.Origin),
                ];
            }
        }
    }

    public static GraphEndpointPolicy Read(GraphTextLines lines)
    {
        lines.Expect("policy");
        var node = lines.Number();
        var count = lines.Number();
        var origin = lines.Origin();
        var statements = new List<PolicyStatement>();
        while (statements.Count < count)
        {
            lines.Next();
            statements.Add(ReadStatement(lines));
        }

        return new GraphEndpointPolicy(node, new EndpointPolicy(origin, statements.ToEquatableArray()));
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

    private static IEnumerable<string> List(EquatableArray<string> texts) => texts.Select(GraphTextWriter.Quoted).Prepend(Number(texts.Count));

    private static EquatableArray<string> ReadList(GraphTextLines lines)
    {
        var count = lines.Number();
        var texts = new List<string>();
        while (texts.Count < count)
        {
            texts.Add(lines.Quoted());
        }

        return texts.ToEquatableArray();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
