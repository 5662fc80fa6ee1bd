namespace NetDsl;

/// <summary>What of a client's flows an accelerator keeps together.</summary>
public enum ClientAffinity
{
    /// <summary>Each flow goes by itself.</summary>
    None,

    /// <summary>All flows of one client address to one static address go to one endpoint, and so to one group.</summary>
    SourceIp,
}
