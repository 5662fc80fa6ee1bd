namespace NetDsl.Runtime.FlowLogs;

/// <summary>
/// The role by which flow logs write to log streams (R-5.12); a bucket wants none (R-5.13). As it stands it may do all that is needed. Source: "IAM role for publishing
/// flow logs to CloudWatch Logs", Amazon VPC User Guide.
/// </summary>
public sealed record FlowLogRole
{
    /// <summary>What a role has to allow.</summary>
    public static IReadOnlyList<string> NeededActions { get; } =
        ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups", "logs:DescribeLogStreams"];

    /// <summary>Who has to be trusted by it.</summary>
    public const string Service = "vpc-flow-logs.amazonaws.com";

    /// <summary>The account that it is in; that of each flow log when left out.</summary>
    public string? Account { get; init; }

    /// <summary>The service that may take it.</summary>
    public string TrustedService { get; init; } = Service;

    /// <summary>What it allows: actions by name, <c>logs:*</c> or <c>*</c>.</summary>
    public IReadOnlyList<string> Actions { get; init; } = NeededActions;

    /// <summary>Whether a flow log of that account can write with it.</summary>
    /// <param name="account">The owner of what the flow log monitors.</param>
    public bool LetsWrite(string account) => Refusal(this, account) is null;

    /// <summary>Why a flow log cannot write, and what would let it; nothing when it can.</summary>
    /// <param name="role">Its role; null when it has none.</param>
    /// <param name="account">The owner of what the flow log monitors.</param>
    public static string? Refusal(FlowLogRole? role, string account) => role switch
    {
        null => $"it has no role, which log groups want; give it one that trusts {Service} and allows {string.Join(", ", NeededActions)}",
        { Account: { } other } when other != account => $"its role is in account {other}, and the log is that of account {account}; take a role of that account",
        { TrustedService: not Service } => $"its role trusts {role.TrustedService}, and {Service} writes; let the role trust that",
        _ when Missing(NeededActions, role.Actions) is { Count: > 0 } missing => $"its role does not allow {string.Join(", ", missing)}; add {(missing.Count == 1 ? "it" : "them")}",
        _ => null,
    };

    /// <summary>What is needed and not allowed, by name or for all of a service.</summary>
    internal static IReadOnlyList<string> Missing(IReadOnlyList<string> needed, IReadOnlyList<string> allowed) =>
        [.. needed.Where(action => !allowed.Contains(action) && !allowed.Contains(action.Split(':')[0] + ":*") && !allowed.Contains("*"))];
}
