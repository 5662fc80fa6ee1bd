namespace NetDsl.Runtime.Forwarding;

/// <summary>
/// A packet on its way, and how that ended. It is changed in place, since copies of it take longer than the steps that it takes: what is written in parts and
/// read as a whole waits until it has left the processor.
/// </summary>
internal struct PacketWalk
{
    /// <summary>The packet as it looks where it is.</summary>
    public Packet Packet;

    /// <summary>The path that it is on.</summary>
    public Leg Leg;

    /// <summary>Begins a walk.</summary>
    /// <param name="sender">The holder that sends; -1 for the internet and for services.</param>
    /// <param name="packet">The packet as it is sent.</param>
    public PacketWalk(int sender, in Packet packet) => Begin(sender, packet);

    /// <summary>Who sends: a holder; -1 for the internet and for services.</summary>
    public int Sender { get; private set; }

    /// <summary>In what it ended; unknown before that, and where it goes on behind a translator.</summary>
    public Outcome Outcome { get; private set; }

    /// <summary>Where in which path.</summary>
    public PathPosition At { get; private set; }

    /// <summary>The holder that the packet arrived at; the sender itself for a service of the host; else -1.</summary>
    public int Holder { get; private set; }

    /// <summary>Why it was dropped, when it was.</summary>
    public DropCode? Code { get; private set; }

    /// <summary>How it ended, to be kept.</summary>
    public readonly WalkEnd Ended => new(Outcome, At, Holder, Code, Packet);

    /// <summary>Begins a walk.</summary>
    /// <param name="sender">The holder that sends; -1 for the internet and for services.</param>
    /// <param name="packet">The packet as it is sent.</param>
    public void Begin(int sender, in Packet packet)
    {
        Sender = sender;
        Packet = packet;
    }

    /// <summary>Writes what became of the packet.</summary>
    public readonly void Decide(ref Decision decision)
    {
        decision.Outcome = Outcome;
        decision.Holder = Outcome == Outcome.Delivered ? Holder : CompiledNetwork.Internet;
        decision.Code = Code;
        decision.Packet = Packet;
    }

    /// <summary>It has come to an end, or to a translator.</summary>
    public void End(Outcome outcome, PathPosition at, int holder)
    {
        (Outcome, At, Holder) = (outcome, at, holder);
        Code = null;
    }

    /// <summary>It was dropped.</summary>
    public void Drop(PathPosition at, int holder, DropCode code)
    {
        (Outcome, At, Holder) = (Outcome.Dropped, at, holder);
        Code = code;
    }
}
