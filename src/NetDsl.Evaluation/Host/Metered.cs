using System.Collections;
using System.Reflection;
using NetDsl.Evaluation.Interpretation;

namespace NetDsl.Evaluation.Host;

/// <summary>A lazy sequence whose elements are paid for as they are walked, so that no query runs without end.</summary>
internal static class Metered
{
    private static readonly MethodInfo Open = typeof(Metered).GetMethod(nameof(Meter), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>The result of a call, metered when it is a lazy sequence.</summary>
    public static object? Wrap(object? result, MethodBase method, Budget budget) =>
        result is not null
        && method is MethodInfo { ReturnType: { IsGenericType: true } type }
        && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            ? Open.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [result, budget])
            : result;

    private static Sequence<T> Meter<T>(IEnumerable<T> source, Budget budget) => new(source, budget);

    private sealed class Sequence<T>(IEnumerable<T> source, Budget budget) : IEnumerable<T>
    {
        public IEnumerator<T> GetEnumerator()
        {
            foreach (var item in source)
            {
                budget.Elements(1);
                yield return item;
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
