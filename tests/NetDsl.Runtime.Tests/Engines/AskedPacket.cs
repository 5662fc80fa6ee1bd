using Asked = NetDsl.Testing.RandomNetworks.Question;

namespace NetDsl.Runtime.Tests.Engines;

/// <summary>The packet that a question is about.</summary>
/// <param name="Sender">Who sends, in the graph's holder table.</param>
/// <param name="Packet">The packet.</param>
/// <param name="Question">Where it has to end.</param>
sealed record AskedPacket(int Sender, Packet Packet, NetDsl.Runtime.Tracing.Question Question)
{
    /// <summary>That of a question; nothing where the network has not what it names, or no address for it.</summary>
    public static AskedPacket? Of(CompiledNetwork network, Asked asked)
    {
        try
        {
            var (sender, packet, question, unaddressed) = network.Asked(asked.From, asked.To, asked.Traffic, asked.SourceAddress, asked.SourcePort);
            return unaddressed is null ? new AskedPacket(sender, packet, question) : null;
        }
        catch (Exception failure) when (failure is EndpointException or ArgumentException)
        {
            return null;
        }
    }
}
