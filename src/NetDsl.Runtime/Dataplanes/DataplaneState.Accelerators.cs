namespace NetDsl.Runtime.Dataplanes;

/// <content>Accelerators.</content>
internal sealed partial class DataplaneState
{
    // I-4.3; source: "How AWS Global Accelerator works", idle timeout.
    private static readonly TimeSpan AcceleratedTcpIdle = TimeSpan.FromSeconds(340);
    private static readonly TimeSpan AcceleratedUdpIdle = TimeSpan.FromSeconds(30);

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
