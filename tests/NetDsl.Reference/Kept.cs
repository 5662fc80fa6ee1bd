using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>What is true of an element whatever the packet is, kept as long as its topology: a test run asks hundreds of questions about each.</summary>
sealed class Kept<T>
{
    static readonly ElementId Whole = new(ElementKind.Account, "");

    readonly ConditionalWeakTable<Topology, ConcurrentDictionary<ElementId, T>> known = [];

    /// <summary>What is true of the whole network.</summary>
    public T Of(Topology topology, Func<T> find) => Of(topology, Whole, find);

    /// <summary>It, found out when it is asked for first.</summary>
    public T Of(Topology topology, ElementId element, Func<T> find)
    {
        var found = known.GetOrCreateValue(topology);
        return found.TryGetValue(element, out var kept) ? kept : found.GetOrAdd(element, find());
    }
}
