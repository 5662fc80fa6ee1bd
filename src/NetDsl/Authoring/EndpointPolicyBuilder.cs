using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// The policy of an endpoint: statements that allow or deny requests. One that denies has the last word; what no statement is about is denied.
/// </summary>
public sealed class EndpointPolicyBuilder
{
    private readonly List<PolicyStatementBuilder> statements = [];
    private readonly ElementBuilder endpoint;
    private readonly VpcEndpointKind kind;
    private readonly Origin origin;

    internal EndpointPolicyBuilder(ElementBuilder endpoint, VpcEndpointKind kind, Origin origin)
    {
        this.endpoint = endpoint;
        this.kind = kind;
        this.origin = origin;
    }

    /// <summary>Adds a statement that allows requests, of everybody unless <see cref="PolicyStatementBuilder.Principal"/> names accounts.</summary>
    /// <param name="name">Its identifier, unique in the policy: letters and digits.</param>
    /// <param name="action">An action, such as <c>s3:GetObject</c>, <c>s3:Get*</c> or <c>*</c>; <see cref="PolicyStatementBuilder.Action"/> adds others.</param>
    /// <param name="resource">A resource, such as <c>arn:aws:s3:::bucket/*</c>; <see cref="PolicyStatementBuilder.Resource"/> adds others. All of them when none is ever named.</param>
    public PolicyStatementBuilder Allow(
        string name, string action, string? resource = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(PolicyEffect.Allow, name, action, resource, Call.Here(file, line));

    /// <summary>Adds a statement that denies requests, whatever others allow.</summary>
    /// <param name="name">Its identifier, unique in the policy: letters and digits.</param>
    /// <param name="action">An action, such as <c>s3:DeleteObject</c>, <c>s3:Delete*</c> or <c>*</c>; <see cref="PolicyStatementBuilder.Action"/> adds others.</param>
    /// <param name="resource">A resource, such as <c>arn:aws:s3:::bucket/*</c>; <see cref="PolicyStatementBuilder.Resource"/> adds others. All of them when none is ever named.</param>
    public PolicyStatementBuilder Deny(
        string name, string action, string? resource = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(PolicyEffect.Deny, name, action, resource, Call.Here(file, line));

    internal EndpointPolicy Build() => new(origin, statements.Select(statement => statement.Build()).ToEquatableArray());

    /// <summary>What is wrong with the policy as a whole, which is known once all statements are.</summary>
    internal IEnumerable<Problem> Problems()
    {
        if (endpoint.IsLeftOut)
        {
            yield break;
        }

        var policy = Build();
        var allowing = policy.Statements.Where(statement => statement.Effect == PolicyEffect.Allow).ToList();
        if (allowing.Count == 0)
        {
            yield return new Problem(
                ProblemKind.PolicyDeniesAll,
                $"the policy of endpoint '{endpoint.Name}' has no statement that allows anything, so that it denies everything; add Allow(…), or leave Policy() out",
                origin);
        }

        // What could not be read is told already, and is not taken for nothing.
        foreach (var statement in allowing.Where(statement => statement.Actions.Count > 0))
        {
            if (policy.Statements.FirstOrDefault(other => other.Effect == PolicyEffect.Deny && other.Covers(statement)) is { } denying)
            {
                yield return new Problem(
                    ProblemKind.StatementAllowsNothing,
                    $"statement '{statement.Name}' allows nothing, because statement '{denying.Name}' denies all that it is about; narrow '{denying.Name}', or leave '{statement.Name}' out",
                    statement.Origin)
                {
                    Other = denying.Origin,
                };
            }
        }

        var (length, most) = (policy.Document(kind).Length, endpoint.Network.Semantics.Profile.Quotas.EndpointPolicyCharacters);
        if (length > most)
        {
            yield return new Problem(
                ProblemKind.QuotaExceeded,
                $"the policy of endpoint '{endpoint.Name}' is {length} characters long, and the vendor takes {most}; put resources together by wildcards",
                origin);
        }
    }

    private PolicyStatementBuilder Add(PolicyEffect effect, string name, string action, string? resource, Call call)
    {
        var problems = endpoint.Network.Problems;
        var place = call.Of(nameof(name));
        if (string.IsNullOrEmpty(name) || !name.All(IsLetterOrDigit))
        {
            problems.Add(ProblemKind.InvalidName, $"{Quotation.Of(name)} is not the identifier of a statement; it has letters and digits only, such as ReadLogs", place);
        }
        else if (statements.Find(statement => statement.Name == name) is { } first)
        {
            problems.Add(
                ProblemKind.DuplicateName,
                $"the policy of endpoint '{endpoint.Name}' has a statement '{name}' already; identifiers tell statements apart, give this one another",
                place,
                first.Origin);
        }

        var added = new PolicyStatementBuilder(problems, effect, name ?? "", call.Origin);
        added.AddAction(action, call.Of(nameof(action)));
        if (resource is not null)
        {
            added.AddResource(resource, call.Of(nameof(resource)));
        }

        statements.Add(added);
        return added;
    }

    private static bool IsLetterOrDigit(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}

/// <summary>A statement of an endpoint's policy: about which requests of whom it is.</summary>
public sealed class PolicyStatementBuilder
{
    private const string Everything = "*";
    private const int SectionsBeforeResource = 5;
    private readonly ProblemList problems;
    private readonly PolicyEffect effect;
    private readonly List<AccountBuilder> accounts = [];
    private readonly List<string> actions = [];
    private readonly List<string> resources = [];

    internal PolicyStatementBuilder(ProblemList problems, PolicyEffect effect, string name, Origin origin)
    {
        this.problems = problems;
        this.effect = effect;
        Name = name;
        Origin = origin;
    }

    /// <summary>Its identifier.</summary>
    public string Name { get; }

    internal Origin Origin { get; }

    /// <summary>Adds an action.</summary>
    /// <param name="action">The service and the action, such as <c>s3:GetObject</c>; <c>*</c> and <c>?</c> are wildcards behind the colon, and <c>*</c> alone is every action.</param>
    public PolicyStatementBuilder Action(string action, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        AddAction(action, Call.Here(file, line).Of(nameof(action)));
        return this;
    }

    /// <summary>Adds a resource.</summary>
    /// <param name="resource">Its ARN, such as <c>arn:aws:s3:::bucket/*</c>, with <c>*</c> and <c>?</c> as wildcards, or <c>*</c> for all.</param>
    public PolicyStatementBuilder Resource(string resource, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        AddResource(resource, Call.Here(file, line).Of(nameof(resource)));
        return this;
    }

    /// <summary>Makes the statement about the requests of an account, and of others that are named so; without any it is about everybody's.</summary>
    /// <param name="account">The account of who asks.</param>
    public PolicyStatementBuilder Principal(AccountBuilder account)
    {
        if (!account.IsLeftOut && !accounts.Contains(account))
        {
            accounts.Add(account);
        }

        return this;
    }

    internal void AddAction(string action, Origin origin)
    {
        if (action is null || !IsAction(action))
        {
            problems.Add(ProblemKind.InvalidName, $"{Quotation.Of(action)} is not an action; write the service and the action, such as s3:GetObject or s3:Get*, or *", origin);
        }
        else if (!actions.Contains(action))
        {
            actions.Add(action);
        }
    }

    internal void AddResource(string resource, Origin origin)
    {
        if (resource is null || !IsResource(resource))
        {
            problems.Add(ProblemKind.InvalidName, $"{Quotation.Of(resource)} is not a resource; write its ARN, such as arn:aws:s3:::bucket/*, or *", origin);
        }
        else if (!resources.Contains(resource))
        {
            resources.Add(resource);
        }
    }

    internal PolicyStatement Build() => new(
        Name, Origin, effect, accounts.Select(account => account.Number).ToEquatableArray(), actions.ToEquatableArray(), resources.Count == 0 ? [Everything] : resources.ToEquatableArray());

    private static bool IsAction(string text)
    {
        var colon = text.IndexOf(':');
        return text == Everything
            || (colon > 0 && colon < text.Length - 1
                && text.Take(colon).All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
                && text.Skip(colon + 1).All(character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '*' or '?'));
    }

    internal static bool IsResource(string text) =>
        text == Everything
        || (text.StartsWith("arn:", StringComparison.Ordinal) && text.Count(character => character == ':') >= SectionsBeforeResource
            && text[text.Length - 1] != ':' && !text.Any(char.IsControl));
}
