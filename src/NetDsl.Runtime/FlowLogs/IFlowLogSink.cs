namespace NetDsl.Runtime.FlowLogs;

/// <summary>Takes the records of a network's flow logs, in the order of windows, and keeps them somewhere.</summary>
public interface IFlowLogSink
{
    /// <summary>Whether anything is asked for that interfaces see; else only transit gateways and attachments are.</summary>
    bool RecordsInterfaces { get; }

    /// <summary>The keys of the files written so far, in the order of writing.</summary>
    IReadOnlyList<string> Written { get; }

    /// <summary>How many records are in them or about to be.</summary>
    long Records { get; }

    /// <summary>How each flow log fares: one for each VPC of which something is monitored, and for each transit gateway or attachment that is asked for.</summary>
    IReadOnlyList<FlowLogState> States { get; }

    /// <summary>Adds a record of an interface to the flow log of its VPC, when that is asked for.</summary>
    /// <param name="holder">The holder that it speaks of.</param>
    /// <param name="record">The record.</param>
    void Add(int holder, in FlowLogRecord record);

    /// <summary>Adds a record to the flow log of a resource.</summary>
    /// <param name="resource">The node of what the log monitors: a transit gateway, an attachment or a VPC.</param>
    /// <param name="record">The record.</param>
    void AddTo(int resource, in FlowLogRecord record);

    /// <summary>Writes what no record can change any more.</summary>
    /// <param name="time">Unix time: none that is still to come ends before it.</param>
    void WriteUntil(long time);

    /// <summary>Writes what is left.</summary>
    void Complete();
}
