using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace NetDsl.Evaluation.Host;

/// <summary>How things are put in order: of text, the base library does it by the machine's culture unless it gets a comparer.</summary>
internal static class Ordering
{
    /// <summary>What to say where text would be ordered.</summary>
    public const string ByCulture = "how text is ordered depends on the machine's culture; pass StringComparer.Ordinal";

    /// <summary>The collections that keep an order, with the position of the type argument that they order by.</summary>
    private static readonly Dictionary<string, int> Sorted = new()
    {
        [typeof(SortedSet<>).FullName] = 0,
        [typeof(SortedDictionary<,>).FullName] = 0,
        [typeof(SortedList<,>).FullName] = 0,
        [typeof(ImmutableSortedSet<>).FullName] = 0,
        [typeof(ImmutableSortedSet<>.Builder).FullName] = 0,
        [typeof(ImmutableSortedDictionary<,>).FullName] = 0,
        [typeof(ImmutableSortedDictionary<,>.Builder).FullName] = 0,
        [typeof(Comparer<>).FullName] = 0,
        ["System.Collections.Generic.PriorityQueue`2"] = 1,
    };

    /// <summary>Whether the comparison that the base library takes by default, of values of this type, can depend on the culture.</summary>
    public static bool HoldsText(Type type) =>
        type == typeof(string) || type == typeof(object) || type == typeof(IComparable)
        || (type.IsGenericType && type.FullName is { } name && name.StartsWith("System.", StringComparison.Ordinal)
            && (name.Contains("Tuple`") || name.StartsWith("System.IComparable", StringComparison.Ordinal)) && type.GetGenericArguments().Any(HoldsText));

    /// <summary>The comparison of values of a type; refused where it depends on the culture.</summary>
    public static Comparer<T> Default<T>() => HoldsText(typeof(T)) ? throw new RefusedException(ByCulture) : Comparer<T>.Default;

    /// <summary>A comparer that was passed, or the one of the type; refused where it depends on the culture.</summary>
    public static IComparer<T> Given<T>(IComparer<T>? comparer) => comparer ?? Default<T>();

    /// <summary>Whether a member, called with whatever, compares text by culture.</summary>
    public static bool IsByCulture(MethodBase method) =>
        (method is { Name: "Sort" or "BinarySearch", IsGenericMethod: true } && HoldsText(method.GetGenericArguments()[0])
            && (method.DeclaringType == typeof(PortableArrays) || method.DeclaringType == typeof(PortableLists))
            && !method.GetParameters().Any(parameter => parameter.ParameterType.Name is "IComparer`1" or "Comparison`1"))
        || method is { Name: nameof(IComparable.CompareTo), IsStatic: false, DeclaringType: { } compared } && HoldsText(compared);

    /// <summary>Whether a member orders by its last argument, and where that is nothing, by culture.</summary>
    public static bool NeedsComparer(MethodBase method)
    {
        if (method is ConstructorInfo or MethodInfo { IsStatic: true } && MadeSorted(method is MethodInfo made ? made.ReturnType : method.DeclaringType!))
        {
            return method.Name != nameof(Comparer<int>.Create) || method.DeclaringType?.Name != "Comparer`1";
        }

        return method.GetParameters().Any(parameter => parameter.ParameterType is { IsGenericType: true } type
            && type.GetGenericTypeDefinition() == typeof(IComparer<>) && HoldsText(type.GetGenericArguments()[0]));
    }

    /// <summary>Whether a static is an empty collection that would put text in order.</summary>
    public static bool MadeSorted(Type type) => type.IsGenericType && Sorted.TryGetValue(type.GetGenericTypeDefinition().FullName!, out var key) && HoldsText(type.GetGenericArguments()[key]);

    /// <summary>Refuses a call of a member that needs a comparer and got none.</summary>
    public static void Check(object?[] arguments)
    {
        if (!arguments.Any(argument => argument is IComparer || (argument is not null && argument.GetType().GetInterfaces().Any(IsComparer))))
        {
            throw new RefusedException(ByCulture);
        }
    }

    private static bool IsComparer(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IComparer<>);
}
