namespace NetDsl.Interop.Snapshots.Code;

/// <summary>
/// Calls that several statements have in common, such as the entries that every network ACL of an account has, are written once, as a method that all of them call.
/// </summary>
internal sealed class SharedCalls
{
    /// <summary>Below, a method is longer than what it saves.</summary>
    private const int FewestStatements = 3;
    private const int FewestCalls = 2;

    private readonly Dictionary<(string Builder, string Calls), string> names = [];
    private readonly List<(string Name, string Builder, int Users, IReadOnlyList<string> Calls)> helpers = [];

    /// <summary>Finds them.</summary>
    /// <param name="statements">All statements.</param>
    /// <param name="variables">Calls that name variables stay where those are.</param>
    public SharedCalls(IEnumerable<CodeStatement> statements, VariableNames variables)
    {
        var sharing = statements
            .Where(statement => statement.Builder is not null && statement.Calls.Count >= FewestCalls && !statement.Calls.Any(call => CodeTokens.Of(call, variables).Any(token => token.IsVariable)))
            .GroupBy(KeyOf)
            .Where(group => group.Count() >= FewestStatements);
        foreach (var group in sharing)
        {
            var stem = NameOf(group.Key.Builder);
            var number = helpers.Count(helper => helper.Builder == group.Key.Builder) + 1;
            var name = number == 1 ? stem : $"{stem}{number}";
            names.Add(group.Key, name);
            helpers.Add((name, group.Key.Builder, group.Count(), group.First().Calls));
        }
    }

    /// <summary>The methods, as lines of the class.</summary>
    public IEnumerable<string> Lines => helpers.SelectMany(helper => (IEnumerable<string>)
    [
        "",
        $"/// <summary>What {helper.Users} of these have in common.</summary>",
        $"static {helper.Builder} {helper.Name}(this {helper.Builder} same) => same",
        .. helper.Calls.Select((call, index) => $"    {call}{(index == helper.Calls.Count - 1 ? ";" : "")}"),
    ]);

    /// <summary>The statement, calling the method where there is one for its calls.</summary>
    public CodeStatement Shorten(CodeStatement statement) =>
        statement.Builder is not null && names.TryGetValue(KeyOf(statement), out var name) ? statement with { Calls = [$".{name}()"] } : statement;

    private static (string Builder, string Calls) KeyOf(CodeStatement statement) => (statement.Builder!, string.Concat(statement.Calls));

    private static string NameOf(string builder) => builder switch
    {
        nameof(NetworkAclBuilder) => "UsualEntries",
        nameof(SecurityGroupBuilder) => "UsualRules",
        _ => "UsualCalls",
    };
}
