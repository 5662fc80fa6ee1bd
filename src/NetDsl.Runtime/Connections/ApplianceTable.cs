namespace NetDsl.Runtime.Connections;

/// <summary>
/// The TCP connections that stateful hosts have seen begin. A segment of another connection, or one that goes on with a connection of which
/// the host saw no reply, does not pass. Source: foundation and interconnect of the specification, "Middlebox rules"; the states are our model.
/// </summary>
internal sealed class ApplianceTable
{
    // By the host and the packet that opened: whether a reply passed.
    private readonly Dictionary<(int Host, Packet Opener), bool> connections = [];

    /// <summary>Whether the host lets the packet pass; other protocols than TCP always do.</summary>
    public bool Passes(int host, in Packet packet, TcpFlags flags)
    {
        if (packet.Protocol != Protocol.Tcp)
        {
            return true;
        }

        if ((flags & (TcpFlags.Syn | TcpFlags.Ack)) == TcpFlags.Syn || flags == TcpFlags.None)
        {
            connections.TryAdd((host, packet), false);
            return true;
        }

        if (connections.ContainsKey((host, packet.Reply())))
        {
            connections[(host, packet.Reply())] = true;
            return true;
        }

        return connections.TryGetValue((host, packet), out var isAnswered) && isAnswered;
    }
}
