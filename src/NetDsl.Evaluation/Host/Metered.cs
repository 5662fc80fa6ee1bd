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
    private const long MostUnmetered = 10_000;
    private const BindingFlags Openings = BindingFlags.Static | BindingFlags.NonPublic;
    private static readonly MethodInfo Open = typeof(Metered).GetMethod(nameof(Meter), Openings)!;
    private static readonly MethodInfo OpenOrdered = typeof(Metered).GetMethod(nameof(MeterOrdered), Openings)!;

    /// <summary>The result of a call, metered when it is a lazy sequence.</summary>
    /// <param name="result">What the member gave.</param>
    /// <param name="method">The member.</param>
    /// <param name="receiver">What it was called on.</param>
    /// <param name="arguments">What it was called with.</param>
    /// <param name="isSilent">Whether it walks elements that it does not give, which then are paid for when a walk begins.</param>
    /// <param name="budget">Who pays.</param>
    public static object? Wrap(object? result, MethodBase method, object? receiver, object?[] arguments, bool isSilent, Budget budget)
    {
        // What is metered already stays as deep as it is, and what is handed on stays what it is.
        if (result is null or ISequence || ReferenceEquals(result, receiver) || arguments.Contains(result) || method is not MethodInfo { ReturnType: { IsGenericType: true } type })
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
        object[] walked = isSilent ? [.. arguments.Where(argument => argument is IEnumerable and not ISequence)!] : [];
        var made = (ISequence)meter.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [result, depth, walked, budget])!;
        made.CallsBack = arguments.Any(argument => argument is Delegate or ISequence { CallsBack: true });
        made.Size = method.Name is nameof(Enumerable.Range) or nameof(Enumerable.Repeat) && arguments.Length > 0 && arguments[arguments.Length - 1] is int count
            ? Math.Max(0, count)
            : arguments.Sum(argument => argument is ISequence sequence ? sequence.Size : argument is ICollection collection ? collection.Count : 0);
        return made;
    }

    /// <summary>
    /// What a query of the base library is made of in place of what meters it: the base library does not ask for elements that it
    /// need not see, and a program whose functions have effects can tell. Where there are no effects, or there is much to walk, a walk
    /// of everything is metered.
    /// </summary>
    public static object?[] Unmetered(MethodBase method, object?[] arguments)
    {
        if (method.DeclaringType != typeof(Enumerable) || !arguments.Any(argument => argument is ISequence))
        {
            return arguments;
        }

        var isLazy = method is MethodInfo { ReturnType: { IsGenericType: true } type } && type.GetGenericTypeDefinition() is var open
            && (open == typeof(IEnumerable<>) || open == typeof(IOrderedEnumerable<>));
        var hasEffects = isLazy || arguments.Any(argument => argument is Delegate or ISequence { CallsBack: true });
        return [.. arguments.Select(argument => argument is ISequence { Size: <= MostUnmetered } sequence && hasEffects ? sequence.Source : argument)];
    }

    private static Sequence<T> Meter<T>(IEnumerable<T> source, int depth, object[] walked, Budget budget) => new(source, depth, walked, budget);

    private static Ordered<T> MeterOrdered<T>(IOrderedEnumerable<T> source, int depth, object[] walked, Budget budget) => new(source, depth, walked, budget);

    private interface ISequence
    {
        /// <summary>How many sequences are walked inside each other when this one is.</summary>
        int Depth { get; }

        /// <summary>What the base library made.</summary>
        object Source { get; }

        /// <summary>Whether a walk calls functions of the program.</summary>
        bool CallsBack { get; set; }

        /// <summary>As many elements as a walk may see without calling anything; not those that functions give.</summary>
        long Size { get; set; }
    }

    private class Sequence<T>(IEnumerable<T> source, int depth, object[] walked, Budget budget) : IEnumerable<T>, ISequence
    {
        public int Depth => depth;

        public object Source => source;

        public bool CallsBack { get; set; }

        public long Size { get; set; }

        public IEnumerator<T> GetEnumerator()
        {
            budget.Stack();
            budget.Step(Costs.StepsOfAWalk);
            foreach (var each in walked)
            {
                budget.Work(Costs.SizeOf(each) * Costs.WorkOfAnElement);
            }

            foreach (var item in source)
            {
                budget.Elements(1);
                yield return item;
                budget.Stack();
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Ordered<T>(IOrderedEnumerable<T> source, int depth, object[] walked, Budget budget)
        : Sequence<T>(source, depth, walked, budget), IOrderedEnumerable<T>
    {
        public IOrderedEnumerable<T> CreateOrderedEnumerable<TKey>(Func<T, TKey> keySelector, IComparer<TKey>? comparer, bool descending) =>
            source.CreateOrderedEnumerable(keySelector, comparer, descending);
    }
}
