using NetDsl.Simulation.Routing.Bgp;

namespace NetDsl.Simulation.Routing.Failover;

/// <summary>
/// What one end of a session has said and nobody has heard: TCP says it again after a second, then after twice as long each time, up to a minute (RFC 6298, "Computing TCP's
/// Retransmission Timer"); and all that is said later waits behind it.
/// </summary>
/// <param name="time">The time.</param>
/// <param name="comesThrough">Whether anything comes through now.</param>
/// <param name="send">Sends again.</param>
internal sealed class Retransmission(VirtualTime time, Func<bool> comesThrough, Action<long, BgpMessage> send)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly SortedList<long, BgpMessage> unheard = [];
    private Alarm? alarm;
    private TimeSpan wait;

    /// <summary>Whether something has not been heard, so that what is said now has to wait.</summary>
    public bool IsWaiting => unheard.Count > 0;

    /// <summary>A message has not been heard.</summary>
    /// <param name="number">Its place among those of its sender.</param>
    /// <param name="message">The message.</param>
    public void Add(long number, BgpMessage message)
    {
        if (!IsWaiting)
        {
            wait = First;
            alarm ??= new Alarm(time, Again);
            alarm.Set(time.Now + wait);
        }

        unheard.Add(number, message);
    }

    /// <summary>The session is over, and nobody says anything again.</summary>
    public void Clear()
    {
        unheard.Clear();
        alarm?.Set(null);
    }

    private void Again()
    {
        if (!comesThrough())
        {
            wait = wait * 2 < Longest ? wait * 2 : Longest;
            alarm!.Set(time.Now + wait);
            return;
        }

        var messages = unheard.ToList();
        unheard.Clear();
        foreach (var (number, message) in messages)
        {
            send(number, message);
        }
    }
}
