using NetDsl.Compiler.Graph;
using NetDsl.Runtime.FlowTables;
using NetDsl.Runtime.Forwarding;

namespace NetDsl.Runtime.Dataplanes;

/// <content>Accelerators.</content>
internal sealed partial class DataplaneState
{
    // I-4.3; source: "How AWS Global Accelerator works", idle timeout.
    private static readonly TimeSpan AcceleratedTcpIdle = TimeSpan.FromSeconds(340);
    private static readonly TimeSpan AcceleratedUdpIdle = TimeSpan.FromSeconds(30);

    // Where flows of accelerators went whose endpoints may fail.
    private readonly Dictionary<(int Address, Packet Packet), AcceleratorChoice> pinned = [];
    private SweepPace pinnedPace = new();

    /// <summary>Where a flow of an accelerator goes when endpoints may fail: as its first packet went, or where health checks say now.</summary>
    /// <param name="tables">The routes.</param>
    /// <param name="used">The graph of the routes.</param>
    /// <param name="address">The static address that it came to.</param>
    /// <param name="packet">The packet as it came.</param>
    /// <param name="time">Virtual time.</param>
    /// <param name="choice">The choice while everything works.</param>
    public AcceleratorChoice Watched(ForwardingTables tables, ForwardingGraph used, int address, in Packet packet, TimeSpan time, in AcceleratorChoice choice)
    {
        if (pinned.TryGetValue((address, packet), out var known) && Translator(address).TargetOf(packet, time) is not null)
        {
            return known;
        }

        if (pinnedPace.IsDue(pinned.Count))
        {
            SweepPinned(time);
        }

        var accelerators = Faults!.Accelerators(tables, used, time);
        var now = accelerators == tables.Accelerators ? choice : accelerators.Choose(address, accelerators.ListenerFor(address, packet), packet)!.Value;
        pinned[(address, packet)] = now;
        return now;
    }

    private void SweepPinned(TimeSpan time)
    {
        foreach (var (key, _) in pinned)
        {
            if (Translator(key.Address).TargetOf(key.Packet, time) is null)
            {
                pinned.Remove(key);
            }
        }

        pinnedPace.Swept(pinned.Count);
    }

    /// <summary>Remembers a flow of an accelerator; a flow that is known stays with its endpoint.</summary>
    /// <param name="address">The static address that it came to.</param>
    /// <param name="packet">The packet as it came; as it goes on afterwards.</param>
    /// <param name="target">What a new flow becomes.</param>
    /// <param name="isInside">Whether the endpoint is reached inside its VPC, and answers by the same way.</param>
    /// <param name="givesPort">Whether the flow gets a source port of the accelerator's.</param>
    /// <param name="flags">The control bits of a TCP segment.</param>
    /// <param name="time">Virtual time.</param>
    public DropCode? Accelerate(int address, ref Packet packet, Packet target, bool isInside, bool givesPort, TcpFlags flags, TimeSpan time)
    {
        var code = Translator(address).Translate(ref packet, target, givesPort, handedBy: -1, flags, time);
        if (code is null && isInside)
        {
            Divert(packet.Reply(), address, time);
        }

        return code switch
        {
            DropCode.NatIdleExpired => DropCode.GaIdleExpired,
            DropCode.NatPortExhausted => DropCode.GaPortExhausted,
            _ => code,
        };
    }
}
