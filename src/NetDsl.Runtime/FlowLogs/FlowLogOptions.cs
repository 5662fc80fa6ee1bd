namespace NetDsl.Runtime.FlowLogs;

/// <summary>How flow logs are kept. Source: "Create a flow log that publishes to Amazon S3", Amazon VPC User Guide.</summary>
public sealed record FlowLogOptions
{
    /// <summary>Which fields records show.</summary>
    public FlowLogFormat Format { get; init; } = FlowLogFormat.Default;

    /// <summary>Which traffic is recorded.</summary>
    public FlowLogTraffic Traffic { get; init; } = FlowLogTraffic.All;

    /// <summary>
    /// What is monitored: VPCs, subnets and interfaces by their paths, such as <c>us-east-1/shop</c>; everything when it is empty. The monitored points are always
    /// interfaces.
    /// </summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>Whether keys name their parts, as Hive wants them: <c>year=2026/month=01</c>.</summary>
    public bool IsHiveCompatible { get; init; }

    /// <summary>Whether each hour has a folder of its own.</summary>
    public bool IsHourly { get; init; }
}

/// <summary>Which traffic a flow log records.</summary>
public enum FlowLogTraffic
{
    /// <summary>All of it.</summary>
    All,

    /// <summary>What security groups and network ACLs allow.</summary>
    Accept,

    /// <summary>What they deny.</summary>
    Reject,
}
