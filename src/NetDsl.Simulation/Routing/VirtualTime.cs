namespace NetDsl.Simulation.Routing;

/// <summary>What is to happen when, in virtual time. What is due at one moment comes in the order in which it was planned.</summary>
/// <param name="start">When time begins.</param>
internal sealed class VirtualTime(TimeSpan start)
{
    private readonly PriorityQueue<Action, (TimeSpan At, long Order)> due = new();
    private long order;

    public TimeSpan Now { get; private set; } = start;

    /// <summary>When something is due next; never when nothing is.</summary>
    public TimeSpan? Next => due.TryPeek(out _, out var key) ? key.At : null;

    public void At(TimeSpan time, Action action) => due.Enqueue(action, (time, order++));

    /// <summary>Does what is due next; whether there was something.</summary>
    public bool Step()
    {
        if (!due.TryDequeue(out var action, out var key))
        {
            return false;
        }

        Now = key.At;
        action();
        return true;
    }
}

/// <summary>A timer that is set anew again and again, of which the last setting counts.</summary>
/// <param name="time">The time.</param>
/// <param name="ring">What happens when it is due.</param>
internal sealed class Alarm(VirtualTime time, Action ring)
{
    private TimeSpan? due;

    public void Set(TimeSpan? at)
    {
        if (at == due)
        {
            return;
        }

        due = at;
        if (at is { } moment)
        {
            time.At(moment, () => Ring(moment));
        }
    }

    private void Ring(TimeSpan moment)
    {
        if (due == moment)
        {
            due = null;
            ring();
        }
    }
}
