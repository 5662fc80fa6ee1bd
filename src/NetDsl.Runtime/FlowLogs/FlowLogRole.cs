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
    /// <param name="account">The owner of the flow log.</param>
    public bool LetsWrite(string account) =>
        (Account is null || Account == account)
        && TrustedService == Service
        && NeededActions.All(needed => Actions.Contains(needed) || Actions.Contains("logs:*") || Actions.Contains("*"));
}
