using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using NetDsl.Runtime.FlowTables;

namespace NetDsl.Runtime.Connections;

/// <summary>
/// The connections that security groups remember, by interface. The first packet names a connection; packets like it in
/// the same direction, and its replies in the other, belong to it.
/// </summary>
internal sealed class ConnectionTable(ConnectionTimeouts timeouts)
{
    private readonly FlowTable<Connections> connections = new();
    private SweepPace pace = new();

    /// <summary>How the packet belongs to a living connection, which it then keeps alive.</summary>
    /// <param name="holder">The interface.</param>
    /// <param name="direction">The direction of the packet there.</param>
    /// <param name="packet">The packet.</param>
    /// <param name="flags">The control bits of a TCP segment.</param>
    /// <param name="time">Virtual time.</param>
    /// <param name="mayAnswer">
    /// Whether it may be a reply. A packet that comes back to its sender is no reply to itself, although an echo to the
    /// own address looks like one.
    /// </param>
    public Membership Touch(
        int holder, FlowDirection direction, in Packet packet, TcpFlags flags, TimeSpan time, bool mayAnswer = true)
    {
        ref var both = ref connections.Find(holder, Leaving(direction, packet));
        if (Unsafe.IsNullRef(ref both))
        {
            return Membership.None;
        }

        var membership = Membership.LikeOpener;
        ref var connection = ref both.OpenedBy(direction);
        if (connection.Expires <= time)
        {
            membership = Membership.Reply;
            connection = ref both.OpenedBy(Opposite(direction));
            if (!mayAnswer || connection.Expires <= time)
            {
                return Membership.None;
            }
        }

        var state = Next(packet.Protocol, connection.State, membership == Membership.Reply, flags);
        connection = new Connection(state, time + timeouts.For(packet.Protocol, state));
        return membership;
    }

    /// <summary>Remembers the connection that the packet opens.</summary>
    public void Open(int holder, FlowDirection direction, in Packet packet, TcpFlags flags, TimeSpan time)
    {
        if (pace.IsDue(connections.Count))
        {
            Sweep(time);
        }

        var state = Next(packet.Protocol, ConnectionState.New, isReply: false, flags);
        ref var both = ref connections.FindOrAdd(holder, Leaving(direction, packet), out var isThere);
        if (!isThere)
        {
            both = new Connections(Connection.None, Connection.None);
        }

        both.OpenedBy(direction) = new Connection(state, time + timeouts.For(packet.Protocol, state));
    }

    /// <summary>The state of the connection that the packet opened; nothing when there is none alive.</summary>
    public ConnectionState? StateOf(int holder, FlowDirection direction, in Packet opener, TimeSpan time)
    {
        ref var both = ref connections.Find(holder, Leaving(direction, opener));
        return !Unsafe.IsNullRef(ref both) && both.OpenedBy(direction) is var connection && connection.Expires > time ? connection.State : null;
    }

    /// <summary>When the connection that the packet opened is forgotten, if nothing more comes of it; nothing when there is none.</summary>
    public TimeSpan? EndOf(int holder, FlowDirection direction, in Packet opener)
    {
        ref var both = ref connections.Find(holder, Leaving(direction, opener));
        return Unsafe.IsNullRef(ref both) ? null : both.OpenedBy(direction).Expires;
    }

    private static ConnectionState Next(Protocol protocol, ConnectionState state, bool isReply, TcpFlags flags)
    {
        if (protocol == Protocol.Tcp && (flags & (TcpFlags.Fin | TcpFlags.Rst)) != 0)
        {
            return ConnectionState.Closing;
        }

        return state switch
        {
            // The same ports opened anew, before the old connection was forgotten.
            ConnectionState.Closing when (flags & (TcpFlags.Syn | TcpFlags.Ack)) == TcpFlags.Syn && !isReply => ConnectionState.New,
            ConnectionState.New when isReply => ConnectionState.Established,
            ConnectionState.Established when !isReply && protocol == Protocol.Udp => ConnectionState.Stream,
            _ => state,
        };
    }

    private static FlowDirection Opposite(FlowDirection direction) =>
        direction == FlowDirection.Ingress ? FlowDirection.Egress : FlowDirection.Ingress;

    /// <summary>How many it remembers.</summary>
    public int Count => connections.Count;

    /// <summary>Forgets what is over.</summary>
    public void Sweep(TimeSpan time)
    {
        connections.Keep((_, both) => both.Egress.Expires > time || both.Ingress.Expires > time);
        pace.Swept(connections.Count);
    }

    /// <summary>How a packet belongs to a connection.</summary>
    internal enum Membership
    {
        None,
        LikeOpener,
        Reply,
    }

    /// <summary>A packet of either direction as what leaves the interface, so that both directions of a connection are found at once.</summary>
    private static Packet Leaving(FlowDirection direction, in Packet packet) => direction == FlowDirection.Egress ? packet : packet.Reply();

    /// <summary>What the two ends of one pair of addresses and ports have with each other, by who opened it.</summary>
    private struct Connections(Connection egress, Connection ingress)
    {
        public Connection Egress = egress;
        public Connection Ingress = ingress;

        [UnscopedRef]
        public ref Connection OpenedBy(FlowDirection direction) => ref direction == FlowDirection.Egress ? ref Egress : ref Ingress;
    }

    /// <summary>State and end of a connection in one number, since tables of millions have to be small.</summary>
    private readonly struct Connection(ConnectionState state, TimeSpan expires)
    {
        private const int StateBits = 2;
        private readonly long packed = (Math.Min(expires.Ticks, long.MaxValue >> StateBits) << StateBits) | (long)state;

        /// <summary>One that is over.</summary>
        public static Connection None => new(ConnectionState.New, new TimeSpan(long.MinValue >> StateBits));

        public ConnectionState State => (ConnectionState)(packed & ((1 << StateBits) - 1));

        public TimeSpan Expires => new(packed >> StateBits);
    }
}
