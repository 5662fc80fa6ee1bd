using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Forwarding;

/// <content>Accelerators.</content>
internal sealed partial class ForwardingTables
{
    public AcceleratorTable Accelerators { get; }

    /// <summary>What the tables are of.</summary>
    public ForwardingGraph Graph => graph;

    /// <summary>Where a packet starts that answers a flow which a translator has kept the way back of.</summary>
    /// <param name="translator">The translator that it goes back to; -1 for none.</param>
    /// <param name="sender">Who sends it.</param>
    /// <param name="source">The source class of its sender.</param>
    /// <param name="packet">The packet.</param>
    private Leg Starting(int translator, int sender, int source, in Packet packet) =>
        translator < 0 ? new Leg(source)
        : !IsAccelerator(translator) ? new Leg(source) { Towards = Holders[translator].AddressOf(packet.Destination) }
        : Accelerators.ReturnOf(sender) is >= 0 and var way ? new Leg(way) { Towards = Holders[translator].AddressOf(packet.Destination) }
        : new Leg(source);

    /// <summary>Where a translator sends what it has restored: back to the accelerator that the flow came from, or the way of its own routes.</summary>
    private Reentry Returning<TPassage>(int translator, in Packet packet, ref TPassage passage)
        where TPassage : struct, IPassage =>
        Accelerators.ReturnOf(translator) is >= 0 and var way && passage.Diversion(translator, packet) is >= 0 and var accelerator && IsAccelerator(accelerator)
            ? Reentry.From(way) with { Towards = Holders[accelerator].AddressOf(packet.Destination) }
            : Reentry.From(Holders[translator].Source);

    /// <summary>Walks what a translator says by itself to whoever opened a flow, as it would send an answer back.</summary>
    public WalkEnd WalkBack<TPassage>(int translator, Packet packet, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        var way = Returning(translator, packet, ref passage);
        return Go(new Leg(way.Source) { Towards = way.Towards }, -1, packet, ref passage);
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
