namespace NetDsl.Runtime.FlowLogs;

/// <summary>How flow logs are kept. Source: "Create a flow log that publishes to Amazon S3", Amazon VPC User Guide.</summary>
public sealed record FlowLogOptions
{
    /// <summary>Which fields records of interfaces show.</summary>
    public FlowLogFormat Format { get; init; } = FlowLogFormat.Default;

    /// <summary>Which fields records of transit gateways show; all of them unless told otherwise, as with the vendor.</summary>
    public FlowLogFormat TransitGatewayFormat { get; init; } = FlowLogFormat.TransitGateway;

    /// <summary>Which traffic is recorded. At transit gateways it is all.</summary>
    public FlowLogTraffic Traffic { get; init; } = FlowLogTraffic.All;

    /// <summary>
    /// What is monitored: VPCs, subnets, interfaces, transit gateways and their attachments by their paths, such as <c>us-east-1/shop</c>; every VPC, and no transit gateway, when
    /// it is empty. The monitored points of VPCs are always interfaces. Each transit gateway and each attachment has a flow log of its own.
    /// </summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>Whether keys name their parts, as Hive wants them: <c>year=2026/month=01</c>.</summary>
    public bool IsHiveCompatible { get; init; }

    /// <summary>Whether each hour has a folder of its own.</summary>
    public bool IsHourly { get; init; }

    /// <summary>How logs are laid out; as in a bucket unless told otherwise.</summary>
    public FlowLogLayout Layout { get; init; }

    /// <summary>By which role log streams are written; none when it is null. A bucket wants none.</summary>
    public FlowLogRole? Role { get; init; } = new();

    /// <summary>By which policy of the bucket its files are delivered; none when it is null. Log streams want none.</summary>
    public FlowLogBucketPolicy? BucketPolicy { get; init; } = new();

    /// <summary>How a file of a bucket is written; compressed text unless told otherwise.</summary>
    public IFlowLogEncoding Encoding { get; init; } = TextFlowLogEncoding.Instance;

    /// <summary>
    /// The most records of one file [M]; more of the same five minutes go to a further file, as the vendor does at 75 MB. It also bounds what is held in memory.
    /// </summary>
    public int MaximumRecordsOfFile { get; init; } = 250_000;

    /// <summary>
    /// How many records an interface or attachment has in a window at most: what is above is dropped, and one record of status <c>SKIPDATA</c> says so. No limit when left out.
    /// </summary>
    public int? MaximumRecordsOfWindow { get; init; }

    /// <summary>
    /// Whether flows that differ only in the port of who opened them are one record, which shows port 0 there [M]. The vendor has no such thing; a run of very many flows has
    /// as many records otherwise.
    /// </summary>
    public bool AddsUpClientPorts { get; init; }

    /// <summary>Where the spread of delivery times comes from; a simulation's own seed when left out.</summary>
    public ulong? DeliverySeed { get; init; }
}

/// <summary>How flow logs are laid out.</summary>
public enum FlowLogLayout
{
    /// <summary>As in a bucket: a file for every five minutes of a log .</summary>
    Bucket,

    /// <summary>As in a log service: a stream for each interface or attachment .</summary>
    LogStreams,
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
