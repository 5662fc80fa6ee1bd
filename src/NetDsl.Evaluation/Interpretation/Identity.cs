using System.Runtime.CompilerServices;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>Tells objects apart by which they are, whatever they say of being equal.</summary>
internal sealed class Identity : IEqualityComparer<object>
{
    public static readonly Identity Comparer = new();

    bool IEqualityComparer<object>.Equals(object? left, object? right) => ReferenceEquals(left, right);

    int IEqualityComparer<object>.GetHashCode(object value) => RuntimeHelpers.GetHashCode(value);
}
