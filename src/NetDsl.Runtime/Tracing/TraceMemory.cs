namespace NetDsl.Runtime.Tracing;

/// <summary>What the hosts that forward remember of the forward packet when its reply comes.</summary>
internal sealed class TraceMemory
{
    // Nothing until there is something to remember, which most paths do not need: a program that starts would compile what remembers.
    private List<(int Host, Packet Packet, int Holder)>? inspected;
    private HashSet<(int Host, Packet Packet)>? answered;

    private HashSet<(int Gateway, Packet Packet)>? letOut;
    private HashSet<(int Holder, Packet Packet)>? entered;
    private HashSet<(int Holder, Packet Packet)>? left;

    /// <summary>
    /// A packet comes in at an interface that it is not for. Says whether the groups there know it: it came before, or it answers what left.
    /// </summary>
    public bool Enters(int holder, in Packet packet) => !(entered ??= []).Add((holder, packet)) || left?.Contains((holder, packet.Reply())) == true;

    /// <summary>It leaves there again.</summary>
    public bool Leaves(int holder, in Packet packet) => !(left ??= []).Add((holder, packet)) || entered?.Contains((holder, packet.Reply())) == true;

    /// <summary>The forward packet passes a stateful host.</summary>
    public void Inspect(int host, int holder, in Packet packet) => (inspected ??= []).Add((host, packet, holder));

    /// <summary>The reply comes to a stateful host: whether it has seen the packet that it answers.</summary>
    public bool Answer(int host, Packet reply)
    {
        var opener = reply.Reply();
        (answered ??= []).Add((host, opener));
        return inspected?.Exists(each => each.Host == host && each.Packet == opener) == true;
    }

    /// <summary>The packet leaves a VPC by an egress-only gateway.</summary>
    public void LetOut(int gateway, in Packet packet) => (letOut ??= []).Add((gateway, packet));

    /// <summary>Whether a packet answers one that left by that egress-only gateway.</summary>
    public bool WasLetOut(int gateway, in Packet packet) => letOut?.Contains((gateway, packet.Reply())) == true;

    /// <summary>The interface of the first stateful host that has seen the forward packet and not its reply; -1 when there is none.</summary>
    public int FirstUnanswered => inspected is null ? -1 : FirstOf(inspected);

    private int FirstOf(List<(int Host, Packet Packet, int Holder)> passed)
    {
        var place = passed.FindIndex(each => answered?.Contains((each.Host, each.Packet)) != true);
        return place < 0 ? -1 : passed[place].Holder;
    }
}
