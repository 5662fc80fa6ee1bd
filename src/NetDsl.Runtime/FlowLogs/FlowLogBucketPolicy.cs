using System.IO.Enumeration;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>
/// The policy of the bucket that flow logs are delivered to (R-5.13); log streams have a role instead (R-5.12). As it stands it allows all that is needed. Source: "Amazon S3
/// bucket permissions for flow logs", Amazon VPC User Guide.
/// </summary>
public sealed record FlowLogBucketPolicy
{
    /// <summary>Who delivers, and has to be allowed.</summary>
    public const string Service = "delivery.logs.amazonaws.com";

    /// <summary>What it has to be allowed.</summary>
    public static IReadOnlyList<string> NeededActions { get; } = ["s3:PutObject", "s3:GetBucketAcl", "s3:ListBucket"];

    /// <summary>The service that is allowed something.</summary>
    public string AllowedService { get; init; } = Service;

    /// <summary>What it is allowed: actions by name, <c>s3:*</c> or <c>*</c>.</summary>
    public IReadOnlyList<string> Actions { get; init; } = NeededActions;

    /// <summary>
    /// Which objects it may put, by their keys behind the prefix of the user, with <c>*</c> for any characters: <c>AWSLogs/123456789012/*</c>, or
    /// <c>AWSLogs/aws-account-id=123456789012/*</c> for keys of Hive.
    /// </summary>
    public string Objects { get; init; } = "*";

    /// <summary>Why files of a flow log may not be delivered, and what would let them; nothing when they may.</summary>
    /// <param name="policy">The policy; null when there is none.</param>
    /// <param name="account">The owner of what the flow log monitors.</param>
    /// <param name="isHiveCompatible">Whether keys name their parts.</param>
    public static string? Refusal(FlowLogBucketPolicy? policy, string account, bool isHiveCompatible)
    {
        var folder = FlowLogKeys.FolderOf(account, isHiveCompatible);
        return policy switch
        {
            null => $"the bucket has no policy that lets {Service} deliver; allow it {string.Join(", ", NeededActions)}",
            { AllowedService: not Service } => $"the policy of the bucket allows {policy.AllowedService}, and {Service} delivers; allow that",
            _ when FlowLogRole.Missing(NeededActions, policy.Actions) is { Count: > 0 } missing => $"the policy of the bucket does not allow {string.Join(", ", missing)}; add {(missing.Count == 1 ? "it" : "them")}",
            _ when !FileSystemName.MatchesSimpleExpression(policy.Objects, folder + "key", ignoreCase: false) => $"the policy of the bucket lets objects {policy.Objects} be put, and not {folder}*; allow that",
            _ => null,
        };
    }
}
