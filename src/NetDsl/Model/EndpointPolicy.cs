using System.Globalization;
using System.Text;

namespace NetDsl.Model;

/// <summary>Whether a statement of a policy allows or denies.</summary>
public enum PolicyEffect
{
    /// <summary>It allows, unless another statement denies.</summary>
    Allow,

    /// <summary>It denies, whatever others allow.</summary>
    Deny,
}

/// <summary>
/// A statement of an endpoint's policy. Patterns may contain <c>*</c>, any text, and <c>?</c>, any one character.
/// Source: "Control access to VPC endpoints using endpoint policies", AWS PrivateLink guide.
/// </summary>
/// <param name="Name">Its statement identifier, unique in the policy.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Effect">Whether it allows or denies.</param>
/// <param name="Accounts">The accounts, twelve digits each, whose requests it is about; empty for everybody's.</param>
/// <param name="Actions">Patterns of actions, such as <c>s3:Get*</c>; upper and lower case are the same.</param>
/// <param name="Resources">Patterns of resources, such as <c>arn:aws:s3:::bucket/*</c>.</param>
public sealed record PolicyStatement(
    string Name,
    Origin Origin,
    PolicyEffect Effect,
    EquatableArray<string> Accounts,
    EquatableArray<string> Actions,
    EquatableArray<string> Resources)
{
    /// <summary>Whether it is about a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="account">The account of who asks; nothing when it has none.</param>
    public bool Matches(ServiceRequest request, string? account) =>
        (Accounts.Count == 0 || (account is not null && Accounts.Contains(account)))
        && Actions.Any(pattern => PolicyPattern.Matches(pattern, request.Action, ignoreCase: true))
        && Resources.Any(pattern => PolicyPattern.Matches(pattern, request.Resource, ignoreCase: false));

    /// <summary>Whether it is about every request that another is about. Never wrong when it says so; it may miss what takes several patterns together.</summary>
    internal bool Covers(PolicyStatement other) =>
        (Accounts.Count == 0 || (other.Accounts.Count > 0 && other.Accounts.All(account => Accounts.Contains(account))))
        && other.Actions.All(inner => Actions.Any(pattern => PolicyPattern.Covers(pattern, inner, ignoreCase: true)))
        && other.Resources.All(inner => Resources.Any(pattern => PolicyPattern.Covers(pattern, inner, ignoreCase: false)));
}

/// <summary>What a policy says of a request.</summary>
/// <param name="IsAllowed">Whether it lets the request pass.</param>
/// <param name="Statement">The statement that decides; nothing when none is about the request, which is then denied.</param>
public sealed record PolicyDecision(bool IsAllowed, PolicyStatement? Statement);

/// <summary>
/// The policy of an endpoint: which requests it lets through to the service. It says nothing of packets.
/// Source: "Control access to VPC endpoints using endpoint policies", AWS PrivateLink guide.
/// </summary>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Statements">Its statements; their order means nothing.</param>
public sealed record EndpointPolicy(Origin Origin, EquatableArray<PolicyStatement> Statements)
{
    /// <summary>
    /// What it says of a request: a statement that denies has the last word, then one that allows, and what none is about is denied. Of several
    /// the first is named. Source: "Policy evaluation logic", IAM User Guide.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="account">The account of who asks, twelve digits; nothing when it has none.</param>
    public PolicyDecision Decide(ServiceRequest request, string? account)
    {
        var about = Statements.Where(statement => statement.Matches(request, account)).ToList();
        return about.Find(statement => statement.Effect == PolicyEffect.Deny) is { } denying ? new PolicyDecision(false, denying)
            : about.Count > 0 ? new PolicyDecision(true, about[0])
            : new PolicyDecision(false, null);
    }

    /// <summary>
    /// The document as the vendor takes it, in JSON without white space. At a gateway endpoint a principal that is an account means its root
    /// user only, so that accounts are written as a condition there. Source: "Gateway endpoints", AWS PrivateLink guide.
    /// </summary>
    /// <param name="kind">The kind of the endpoint.</param>
    public string Document(VpcEndpointKind kind) =>
        $"{{\"Version\":\"2012-10-17\",\"Statement\":[{string.Join(",", Statements.Select(statement => Text(statement, kind)))}]}}";

    private static string Text(PolicyStatement statement, VpcEndpointKind kind)
    {
        var isCondition = kind == VpcEndpointKind.Gateway && statement.Accounts.Count > 0;
        var principal = statement.Accounts.Count == 0 || isCondition ? "\"*\"" : $"{{\"AWS\":{List(statement.Accounts)}}}";
        var condition = isCondition ? $",\"Condition\":{{\"StringEquals\":{{\"aws:PrincipalAccount\":{List(statement.Accounts)}}}}}" : "";
        return $"{{\"Sid\":{Quoted(statement.Name)},\"Effect\":\"{statement.Effect}\",\"Principal\":{principal},"
            + $"\"Action\":{List(statement.Actions)},\"Resource\":{List(statement.Resources)}{condition}}}";
    }

    private static string List(EquatableArray<string> items) =>
        items.Count == 1 ? Quoted(items[0]) : $"[{string.Join(",", items.Select(Quoted))}]";

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' or '\\' => quoted.Append('\\').Append(character),
                < ' ' => quoted.Append(string.Format(CultureInfo.InvariantCulture, "\\u{0:x4}", (int)character)),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }
}
