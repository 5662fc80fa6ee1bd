namespace NetDsl;

/// <summary>How a target group names its targets.</summary>
public enum TargetKind
{
    /// <summary>By instance.</summary>
    Instance,

    /// <summary>By private address.</summary>
    Ip,
}
