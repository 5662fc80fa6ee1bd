using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Dataplanes;

/// <content>Connections that are reset.</content>
internal sealed partial class DataplaneState
{
    // Who refused last a segment of a connection that it does not know, and who had handed it over.
    private (int Translator, int HandedBy) refusing = (-1, -1);

    /// <summary>Notes who refuses a packet.</summary>
    /// <param name="code">Why; nothing when nobody does.</param>
    /// <param name="translator">Who; -1 for one that tells nobody.</param>
    /// <param name="handedBy">The translator that had handed it over; -1 for none.</param>
    public DropCode? Refuse(DropCode? code, int translator, int handedBy = -1)
    {
        if (code is { } refusal && EndsConnection(refusal))
        {
            refusing = (translator, handedBy);
        }

        return code;
    }

    /// <summary>The reset that a dropped packet is answered with; nothing when nobody answers.</summary>
    /// <param name="code">Why it was dropped.</param>
    /// <param name="packet">The packet.</param>
    /// <param name="acknowledged">What it acknowledges.</param>
    public ConnectionReset? ResetOf(DropCode code, in Packet packet, uint acknowledged) =>
        EndsConnection(code) && packet.Protocol == Protocol.Tcp && refusing.Translator >= 0
            ? new ConnectionReset(refusing.Translator, refusing.HandedBy, packet.Reply()) { Sequence = acknowledged }
            : null;

    /// <summary>Whether a packet to a load balancer belongs to a flow whose target is known to be down; the flow is then forgotten .</summary>
    public bool LosesTarget(int node, DistributionRule rule, in Packet packet, TimeSpan time)
    {
        if (packet.Protocol != Protocol.Tcp || Translator(node).TargetOf(packet, time) is not { } target || !Faults!.Resets(node, rule, target, time))
        {
            return false;
        }

        Translator(node).Forget(packet);
        return true;
    }

    private static bool EndsConnection(DropCode code) => code is DropCode.NatIdleExpired or DropCode.LbIdleExpired or DropCode.GaIdleExpired or DropCode.LbTargetUnhealthy;
}
