namespace NetDsl.Evaluation.Interpretation;

/// <summary>Tuples of up to seven elements, as the real <c>ValueTuple</c> types.</summary>
internal static class Tuples
{
    public static bool IsTuple(Type type) =>
        type is { IsGenericType: true, IsValueType: true, Namespace: "System" } && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal);

    public static object?[] Items(object tuple) =>
        [.. tuple.GetType().GetGenericArguments().Select((_, index) => tuple.GetType().GetField($"Item{index + 1}")!.GetValue(tuple))];

    public static object Create(Type type, object?[] items) => Activator.CreateInstance(type, items)!;
}
