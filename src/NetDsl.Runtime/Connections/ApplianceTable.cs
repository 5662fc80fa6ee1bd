namespace NetDsl.Runtime.Connections;

/// <summary>
/// The TCP connections that stateful hosts have seen begin. A segment of another connection, or one that goes on with a connection of which
/// the host saw no reply, does not pass. Source: foundation and interconnect of the specification, "Middlebox rules"; the states are our model, and their times those of
/// security groups.
/// </summary>
/// <param name="timeouts">When connections are forgotten.</param>
internal sealed class ApplianceTable(ConnectionTimeouts timeouts)
{
    private const int SmallestSweep = 1024;

    // By the host and the packet that opened.
    private readonly Dictionary<(int Host, Packet Opener), Seen> connections = [];
    private int nextSweep = SmallestSweep;

    /// <summary>How many it remembers.</summary>
    public int Count => connections.Count;

    /// <summary>Whether the host lets the packet pass; other protocols than TCP always do.</summary>
    public bool Passes(int host, in Packet packet, TcpFlags flags, TimeSpan time)
    {
        if (packet.Protocol != Protocol.Tcp)
        {
            return true;
        }

        if ((flags & (TcpFlags.Syn | TcpFlags.Ack)) == TcpFlags.Syn || flags == TcpFlags.None)
        {
            if (connections.Count >= nextSweep)
            {
                Sweep(time);
            }

            var isKnown = connections.TryGetValue((host, packet), out var before) && before.Expires > time;
            Remember((host, packet), isKnown && before.IsAnswered, flags, time);
            return true;
        }

        if (connections.TryGetValue((host, packet.Reply()), out var asked) && asked.Expires > time)
        {
            Remember((host, packet.Reply()), isAnswered: true, flags, time);
            return true;
        }

        if (!connections.TryGetValue((host, packet), out var going) || going.Expires <= time || !going.IsAnswered)
        {
            return false;
        }

        Remember((host, packet), isAnswered: true, flags, time);
        return true;
    }

    /// <summary>Forgets what is over.</summary>
    public void Sweep(TimeSpan time)
    {
        foreach (var (key, connection) in connections)
        {
            if (connection.Expires <= time)
            {
                connections.Remove(key);
            }
        }

        nextSweep = Math.Max(SmallestSweep, connections.Count * 2);
    }

    private void Remember((int Host, Packet Opener) key, bool isAnswered, TcpFlags flags, TimeSpan time)
    {
        var state = (flags & (TcpFlags.Fin | TcpFlags.Rst)) != 0 ? ConnectionState.Closing : isAnswered ? ConnectionState.Established : ConnectionState.New;
        connections[key] = new Seen(isAnswered, time + timeouts.For(Protocol.Tcp, state));
    }

    private readonly record struct Seen(bool IsAnswered, TimeSpan Expires);
}
