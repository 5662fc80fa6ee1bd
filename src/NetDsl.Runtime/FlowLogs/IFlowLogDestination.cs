namespace NetDsl.Runtime.FlowLogs;

/// <summary>Where whole files of flow logs go.</summary>
public interface IFlowLogDestination
{
    /// <summary>
    /// Takes a file. Afterwards it is there with all of its bytes; a program that ends before leaves nothing of that name. A file of the same key is replaced.
    /// </summary>
    /// <param name="file">Which one.</param>
    /// <param name="content">Writes what is in it, to a stream that can be sought.</param>
    /// <exception cref="IOException">It cannot be kept.</exception>
    void Write(FlowLogFile file, Action<Stream> content);

    /// <summary>Is told how a flow log fares of which nothing is delivered.</summary>
    /// <param name="state">How it fares.</param>
    /// <exception cref="IOException">It cannot be noted.</exception>
    void Tell(FlowLogState state);
}

/// <summary>A file of flow logs.</summary>
/// <param name="Key">Its name, relative to the destination, with slashes .</param>
/// <param name="DeliveredAt">From when on, in virtual time, somebody who looks at the destination would see it .</param>
public sealed record FlowLogFile(string Key, DateTimeOffset DeliveredAt);
