namespace NetDsl.Runtime.FlowLogs;

/// <summary>How a flow log fares.</summary>
/// <param name="FlowLog">Its identifier, for example <c>fl-0a1b2c3d4e5f67890</c>.</param>
/// <param name="Resource">The path of what it monitors.</param>
/// <param name="Status">Whether it delivers.</param>
/// <param name="Reason">Why it does not, and what would let it; nothing when it does.</param>
public sealed record FlowLogState(string FlowLog, string Resource, FlowLogStatus Status, string? Reason)
{
    /// <summary>The status as the vendor writes it .</summary>
    public string StatusText => Status == FlowLogStatus.AccessError ? "Access error" : "Active";
}

/// <summary>Whether a flow log delivers. Source: "Troubleshoot VPC Flow Logs", Amazon VPC User Guide.</summary>
public enum FlowLogStatus
{
    /// <summary>It does.</summary>
    Active,

    /// <summary>Its role does not let it write to the log group, or the policy of the bucket to the bucket: nothing is delivered.</summary>
    AccessError,
}
