using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace NetDsl.Evaluation.Host;

/// <summary>
/// Collections that keep their elements by hash code. Those of text and of most objects differ from process to process, and with them
/// the order of elements: what depends on it would not be what running gives.
/// </summary>
internal static class HashOrder
{
    private const string Why =
        "the order of this collection differs from run to run, with the hash codes of its keys; use a collection that keeps an order, such as HashSet, Dictionary or a sorted one";

    private static readonly HashSet<string> ByHash =
    [
        "System.Collections.Immutable.ImmutableDictionary`2",
        "System.Collections.Immutable.ImmutableDictionary`2+Builder",
        "System.Collections.Immutable.ImmutableHashSet`1",
        "System.Collections.Immutable.ImmutableHashSet`1+Builder",
        "System.Collections.Frozen.FrozenDictionary`2",
        "System.Collections.Frozen.FrozenSet`1",
    ];

    /// <summary>What a collection tells of its order, by itself.</summary>
    private static readonly HashSet<string> TellingOrder = ["get_Keys", "get_Values", "get_Items", "CopyTo", "GetEnumerator"];

    /// <summary>What gives the same in whatever order elements come.</summary>
    private static readonly HashSet<string> Orderless =
    [
        "All", "Any", "Contains", "ContainsKey", "Count", "CreateRange", "Equals", "Except", "ExceptWith", "GetValueOrDefault", "IntersectWith", "IsProperSubsetOf",
        "IsProperSupersetOf", "IsSubsetOf", "IsSupersetOf", "LongCount", "Order", "OrderDescending", "Overlaps", "ReferenceEquals", "SetEquals", "ToFrozenDictionary",
        "ToFrozenSet", "ToImmutableDictionary", "ToImmutableHashSet", "ToImmutableSortedDictionary", "ToImmutableSortedSet", "TryGetKey", "TryGetValue",
    ];

    private static readonly ConcurrentDictionary<Type, bool> Unstable = new();

    /// <summary>Whether a member gives the same in whatever order the elements of its arguments come.</summary>
    public static bool IsOrderless(MethodBase method) =>
        Orderless.Contains(method.Name) || (method.DeclaringType is { } type && !method.IsStatic && IsByHash(type));

    /// <summary>Refuses to call a member that would see an order that differs from run to run.</summary>
    public static void Check(MethodBase method, bool isOrderless, object? receiver, object?[] arguments)
    {
        if (receiver is IEnumerable && TellingOrder.Contains(method.Name))
        {
            Check(receiver);
        }

        if (isOrderless)
        {
            return;
        }

        foreach (var argument in arguments)
        {
            Check(argument);
        }
    }

    /// <summary>Refuses to walk a collection whose order differs from run to run.</summary>
    public static void Check(object? walked)
    {
        if (walked is IEnumerable and not string && Unstable.GetOrAdd(walked.GetType(), IsUnstable) && walked is not ICollection { Count: <= 1 })
        {
            throw new RefusedException(Why);
        }
    }

    private static bool IsUnstable(Type type)
    {
        for (var each = type; each is not null; each = each.BaseType)
        {
            if (IsByHash(each))
            {
                var key = each.GetGenericArguments()[0];
                return !(key.IsPrimitive || key.IsEnum || key == typeof(decimal));
            }
        }

        return false;
    }

    private static bool IsByHash(Type type) => type.IsGenericType && ByHash.Contains(type.GetGenericTypeDefinition().FullName!);
}
