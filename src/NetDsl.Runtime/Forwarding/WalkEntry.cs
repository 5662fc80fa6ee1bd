namespace NetDsl.Runtime.Forwarding;

/// <summary>Where a walk begins: at a sender, from a source class by itself, handed to a translator, or back from one.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Number">The holder of the sender, the source class, or the holder of the translator.</param>
internal readonly record struct WalkEntry(WalkEntryKind Kind, int Number)
{
    /// <summary>At a sender; -1 for the internet.</summary>
    public static WalkEntry Of(int sender) => new(WalkEntryKind.Sender, sender);

    /// <summary>From a source class: the reply of a service.</summary>
    public static WalkEntry OfSource(int source) => new(WalkEntryKind.Source, source);

    /// <summary>At a translator: what the service behind an endpoint replies.</summary>
    public static WalkEntry At(int translator) => new(WalkEntryKind.Translator, translator);

    /// <summary>From a translator, to whoever opened a flow at it: a reset.</summary>
    public static WalkEntry BackFrom(int translator) => new(WalkEntryKind.Back, translator);

    /// <summary>Walks a packet from here until it ends; a sender is who the walk says.</summary>
    public void Walk<TPassage>(ForwardingTables tables, ref PacketWalk walk, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        switch (Kind)
        {
            case WalkEntryKind.Source:
                tables.WalkFrom(Number, ref walk, ref passage);
                break;
            case WalkEntryKind.Translator:
                tables.WalkAt(Number, ref walk, ref passage);
                break;
            case WalkEntryKind.Back:
                tables.WalkBack(Number, ref walk, ref passage);
                break;
            default:
                tables.Walk(ref walk, ref passage);
                break;
        }
    }
}

/// <summary>The kind of a <see cref="WalkEntry"/>.</summary>
internal enum WalkEntryKind : byte
{
    Sender,
    Source,
    Translator,
    Back,
}
