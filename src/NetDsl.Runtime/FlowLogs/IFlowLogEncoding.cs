namespace NetDsl.Runtime.FlowLogs;

/// <summary>How the records of a file become bytes. The same records give the same bytes.</summary>
public interface IFlowLogEncoding
{
    /// <summary>How names of files end, for example <c>.log.gz</c>.</summary>
    string Extension { get; }

    /// <summary>Writes a whole file.</summary>
    /// <param name="records">What is in it; by rows for text, and as well column by column.</param>
    /// <param name="format">Which fields they show, in which order.</param>
    /// <param name="output">Where to, from the current position on. It can be sought, and stays open.</param>
    void Encode(FlowLogBatch records, FlowLogFormat format, Stream output);
}
