using System.Collections.Concurrent;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>Tuples, as the real <c>ValueTuple</c> types; behind the seventh element stands a tuple with the others.</summary>
internal static class Tuples
{
    private const int Direct = 7;
    private static readonly ConcurrentDictionary<Type, bool> Known = new();

    public static bool IsTuple(Type type) => type.IsGenericType && type.IsValueType
        && Known.GetOrAdd(type.GetGenericTypeDefinition(), static open =>
            open.Namespace == "System" && open.Name.StartsWith("ValueTuple`", StringComparison.Ordinal));

    public static object?[] Items(object tuple)
    {
        var type = tuple.GetType();
        var count = type.GetGenericArguments().Length;
        var items = new List<object?>(count);
        for (var index = 0; index < Math.Min(count, Direct); index++)
        {
            items.Add(type.GetField($"Item{index + 1}")!.GetValue(tuple));
        }

        if (count > Direct)
        {
            items.AddRange(Items(type.GetField("Rest")!.GetValue(tuple)!));
        }

        return [.. items];
    }

    public static object? Item(object tuple, int index)
    {
        while (index >= Direct)
        {
            tuple = tuple.GetType().GetField("Rest")!.GetValue(tuple)!;
            index -= Direct;
        }

        return tuple.GetType().GetField(Names[index])!.GetValue(tuple);
    }

    public static object Create(Type type, object?[] items) => items.Length <= Direct
        ? Activator.CreateInstance(type, items)!
        : Activator.CreateInstance(type, [.. items.Take(Direct), Create(type.GetGenericArguments()[Direct], [.. items.Skip(Direct)])])!;

    /// <summary>The types of the elements, those behind the seventh among them.</summary>
    public static IEnumerable<Type> ElementTypes(Type type)
    {
        var arguments = type.GetGenericArguments();
        return arguments.Length <= Direct ? arguments : arguments.Take(Direct).Concat(ElementTypes(arguments[Direct]));
    }

    private static readonly string[] Names = ["Item1", "Item2", "Item3", "Item4", "Item5", "Item6", "Item7"];
}
