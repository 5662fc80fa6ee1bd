using NetDsl.Runtime.Allowances;
using NetDsl.Runtime.Forwarding;

namespace NetDsl.Runtime.Dataplanes;

/// <content>What instances may use.</content>
internal sealed partial class DataplaneState
{
    /// <summary>What instances may use; nothing as long as all may use what they like.</summary>
    public AllowanceTable? Allowances { get; }

    /// <summary>A packet leaves an instance, or has come to it: it waits, or the reason why it is dropped.</summary>
    /// <param name="tables">By what it goes.</param>
    /// <param name="at">Where on its path it is.</param>
    /// <param name="holder">The interface.</param>
    /// <param name="direction">Which way it passes.</param>
    /// <param name="packet">The packet as it is there.</param>
    /// <param name="time">Virtual time.</param>
    public DropCode? Shape(ForwardingTables tables, PathPosition at, int holder, FlowDirection direction, in Packet packet, TimeSpan time)
    {
        var code = Allowances!.Pass(tables, at, holder, direction, packet, time, out var wait);
        Delay += wait;
        return code;
    }
}
