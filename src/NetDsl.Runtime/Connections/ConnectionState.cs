namespace NetDsl.Runtime;

/// <summary>How far a tracked connection has come .</summary>
public enum ConnectionState
{
    /// <summary>Only its opener has spoken.</summary>
    New,

    /// <summary>The other end has answered.</summary>
    Established,

    /// <summary>UDP on which the opener has spoken again after an answer.</summary>
    Stream,

    /// <summary>TCP on which an end has finished or reset.</summary>
    Closing,
}
