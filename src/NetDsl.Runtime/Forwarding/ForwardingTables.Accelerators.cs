using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Forwarding;

/// <content>Accelerators.</content>
internal sealed partial class ForwardingTables
{
    public AcceleratorTable Accelerators { get; }

    /// <summary>What the tables are of.</summary>
    public ForwardingGraph Graph => graph;

    /// <summary>Begins where a packet starts; elsewhere where it answers a flow which a translator has kept the way back of.</summary>
    /// <param name="walk">The packet, and who sends it.</param>
    /// <param name="translator">The translator that it goes back to; -1 for none.</param>
    /// <param name="source">The source class of its sender.</param>
    private void Start(ref PacketWalk walk, int translator, int source)
    {
        if (translator < 0)
        {
            walk.Leg.Begin(source);
        }
        else if (!IsAccelerator(translator))
        {
            walk.Leg.Begin(source, towards: Holders[translator].AddressOf(walk.Packet.Destination));
        }
        else if (Accelerators.ReturnOf(walk.Sender) is >= 0 and var way)
        {
            walk.Leg.Begin(way, towards: Holders[translator].AddressOf(walk.Packet.Destination));
        }
        else
        {
            walk.Leg.Begin(source);
        }
    }

    /// <summary>Where a translator sends what it has restored: back to the accelerator that the flow came from, or the way of its own routes.</summary>
    private Reentry Returning<TPassage>(int translator, in Packet packet, ref TPassage passage)
        where TPassage : struct, IPassage =>
        Accelerators.ReturnOf(translator) is >= 0 and var way && passage.Diversion(translator, packet) is >= 0 and var accelerator && IsAccelerator(accelerator)
            ? Reentry.From(way) with { Towards = Holders[accelerator].AddressOf(packet.Destination) }
            : Reentry.From(Holders[translator].Source);

    /// <summary>Walks what a translator says by itself to whoever opened a flow, as it would send an answer back.</summary>
    public void WalkBack<TPassage>(int translator, ref PacketWalk walk, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        var way = Returning(translator, walk.Packet, ref passage);
        walk.Leg.Begin(way.Source, towards: way.Towards);
        Go(ref walk, ref passage);
    }

    /// <summary>I section 4: an accelerator takes a new flow and sends it to an endpoint.</summary>
    private Reentry Accelerate<TPassage>(PathPosition at, in Leg leg, ref Packet packet, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        var address = leg.Translator;
        if (!Accelerators[address].IsEnabled)
        {
            return Reentry.Refused(DropCode.GaDisabled);
        }

        var listener = Accelerators.ListenerFor(address, packet);
        if (listener < 0)
        {
            return Reentry.Refused(DropCode.GaNoListener);
        }

        if (Accelerators.Choose(address, listener, packet) is not { } choice)
        {
            return Reentry.Refused(DropCode.GaNoEndpoint);
        }

        return passage.Accelerate(at, leg, ref choice, ref packet) is { } code
            ? Reentry.Refused(code)
            : Reentry.From(choice.Endpoint.Entry < 0 ? Holders[address].Source : choice.Endpoint.Entry);
    }

    private bool IsAccelerator(int holder) => Holders[holder].Role == HolderRole.Accelerator;
}
