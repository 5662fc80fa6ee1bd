using System.Collections;
using System.Reflection;
using NetDsl.Evaluation.Interpretation;

namespace NetDsl.Evaluation.Host;

/// <summary>
/// A lazy sequence whose elements are paid for as they are walked, so that no query runs without end. Walking it walks the
/// sequences that it is made of, each inside the other, so it also looks after the stack.
/// </summary>
internal static class Metered
{
    private const BindingFlags Openings = BindingFlags.Static | BindingFlags.NonPublic;
    private static readonly MethodInfo Open = typeof(Metered).GetMethod(nameof(Meter), Openings)!;
    private static readonly MethodInfo OpenOrdered = typeof(Metered).GetMethod(nameof(MeterOrdered), Openings)!;

    /// <summary>The result of a call, metered when it is a lazy sequence.</summary>
    public static object? Wrap(object? result, MethodBase method, object? receiver, object?[] arguments, Budget budget)
    {
        // What is metered already stays as deep as it is.
        if (result is null or ISequence || method is not MethodInfo { ReturnType: { IsGenericType: true } type })
        {
            return result;
        }

        var open = type.GetGenericTypeDefinition();
        var meter = open == typeof(IEnumerable<>) ? Open : open == typeof(IOrderedEnumerable<>) ? OpenOrdered : null;
        if (meter is null)
        {
            return result;
        }

        var depth = arguments.Append(receiver).Max(argument => (argument as ISequence)?.Depth ?? 0) + 1;
        budget.Sequence(depth);
        return meter.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [result, depth, budget]);
    }

    private static Sequence<T> Meter<T>(IEnumerable<T> source, int depth, Budget budget) => new(source, depth, budget);

    private static Ordered<T> MeterOrdered<T>(IOrderedEnumerable<T> source, int depth, Budget budget) => new(source, depth, budget);

    private interface ISequence
    {
        /// <summary>How many sequences are walked inside each other when this one is.</summary>
        int Depth { get; }
    }

    private class Sequence<T>(IEnumerable<T> source, int depth, Budget budget) : IEnumerable<T>, ISequence
    {
        public int Depth => depth;

        public IEnumerator<T> GetEnumerator()
        {
            budget.Stack();
            foreach (var item in source)
            {
                budget.Elements(1);
                yield return item;
                budget.Stack();
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Ordered<T>(IOrderedEnumerable<T> source, int depth, Budget budget)
        : Sequence<T>(source, depth, budget), IOrderedEnumerable<T>
    {
        public IOrderedEnumerable<T> CreateOrderedEnumerable<TKey>(Func<T, TKey> keySelector, IComparer<TKey>? comparer, bool descending) =>
            source.CreateOrderedEnumerable(keySelector, comparer, descending);
    }
}
