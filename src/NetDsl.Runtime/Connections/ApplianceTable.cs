using System.Runtime.CompilerServices;
using NetDsl.Runtime.FlowTables;

namespace NetDsl.Runtime.Connections;

/// <summary>
/// The TCP connections that stateful hosts have seen begin. A segment of another connection, or one that goes on with a connection of which
/// the host saw no reply, does not pass. Source: foundation and interconnect of the specification, "Middlebox rules"; the states are our model, and their times those of
/// security groups.
/// </summary>
/// <param name="timeouts">When connections are forgotten.</param>
internal sealed class ApplianceTable(ConnectionTimeouts timeouts)
{
    // By the host and the packet that opened.
    private readonly FlowTable<Seen> connections = new();
    private SweepPace pace = new();

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
            if (pace.IsDue(connections.Count))
            {
                Sweep(time);
            }

            Remember(host, packet, Of(host, packet, time) is { IsAnswered: true }, flags, time);
            return true;
        }

        if (Of(host, packet.Reply(), time) is not null)
        {
            Remember(host, packet.Reply(), isAnswered: true, flags, time);
            return true;
        }

        if (Of(host, packet, time) is not { IsAnswered: true })
        {
            return false;
        }

        Remember(host, packet, isAnswered: true, flags, time);
        return true;
    }

    /// <summary>Forgets what is over.</summary>
    public void Sweep(TimeSpan time)
    {
        connections.Keep((_, seen) => seen.Expires > time);
        pace.Swept(connections.Count);
    }

    private Seen? Of(int host, in Packet opener, TimeSpan time)
    {
        ref var seen = ref connections.Find(host, opener);
        return !Unsafe.IsNullRef(ref seen) && seen.Expires > time ? seen : null;
    }

    private void Remember(int host, in Packet opener, bool isAnswered, TcpFlags flags, TimeSpan time)
    {
        var state = (flags & (TcpFlags.Fin | TcpFlags.Rst)) != 0 ? ConnectionState.Closing : isAnswered ? ConnectionState.Established : ConnectionState.New;
        connections.FindOrAdd(host, opener, out _) = new Seen(isAnswered, time + timeouts.For(Protocol.Tcp, state));
    }

    private readonly record struct Seen(bool IsAnswered, TimeSpan Expires);
}
