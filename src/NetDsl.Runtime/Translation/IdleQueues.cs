namespace NetDsl.Runtime.Translation;

/// <summary>
/// The order in which flows end if nothing more comes. Flows of one idle time end in the order in which they were last seen, so that a queue of each keeps it: a flow that is seen
/// goes to the end of its own.
/// </summary>
/// <param name="options">The idle times.</param>
internal sealed class IdleQueues(NatOptions options)
{
    private const int None = -1;
    private readonly Queue[] queues = [new(options.TcpIdle), new(options.UdpIdle), new(options.IcmpIdle)];
    private Place[] places = new Place[16];

    // Nothing ends before.
    private TimeSpan earliest = TimeSpan.MaxValue;

    /// <summary>A flow begins.</summary>
    /// <param name="flow">Its number.</param>
    /// <param name="protocol">Its protocol.</param>
    /// <param name="time">When; times never run backwards.</param>
    public void Add(int flow, Protocol protocol, TimeSpan time)
    {
        if (flow >= places.Length)
        {
            Array.Resize(ref places, Math.Max(flow + 1, places.Length * 2));
        }

        var queue = (byte)(protocol.Number switch { 6 => 0, 17 => 1, _ => 2 });
        places[flow].Queue = queue;
        Append(flow, time);
        var end = time + queues[queue].Idle;
        earliest = end < earliest ? end : earliest;
    }

    /// <summary>A packet of it comes.</summary>
    public void See(int flow, TimeSpan time)
    {
        Unlink(flow);
        Append(flow, time);
    }

    /// <summary>Takes the next flow that has ended until then.</summary>
    /// <param name="time">Until when.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="end">When it ended.</param>
    public bool TryEnd(TimeSpan time, out int flow, out TimeSpan end)
    {
        (flow, end) = (None, earliest);
        if (earliest > time)
        {
            return false;
        }

        end = TimeSpan.MaxValue;
        foreach (ref readonly var queue in queues.AsSpan())
        {
            if (queue.First != None && places[queue.First].Seen + queue.Idle < end)
            {
                (flow, end) = (queue.First, places[queue.First].Seen + queue.Idle);
            }
        }

        earliest = end;
        if (end > time)
        {
            return false;
        }

        Unlink(flow);
        return true;
    }

    private void Append(int flow, TimeSpan time)
    {
        ref var place = ref places[flow];
        ref var queue = ref queues[place.Queue];
        (place.Seen, place.Before, place.After) = (time, queue.Last, None);
        if (queue.Last == None)
        {
            queue.First = flow;
        }
        else
        {
            places[queue.Last].After = flow;
        }

        queue.Last = flow;
    }

    private void Unlink(int flow)
    {
        ref var place = ref places[flow];
        ref var queue = ref queues[place.Queue];
        if (place.Before == None)
        {
            queue.First = place.After;
        }
        else
        {
            places[place.Before].After = place.After;
        }

        if (place.After == None)
        {
            queue.Last = place.Before;
        }
        else
        {
            places[place.After].Before = place.Before;
        }
    }

    private struct Queue(TimeSpan idle)
    {
        public readonly TimeSpan Idle = idle;
        public int First = None;
        public int Last = None;
    }

    private struct Place
    {
        public TimeSpan Seen;
        public int Before;
        public int After;
        public byte Queue;
    }
}
