using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Source;

/// <summary>
/// Which literal a value came from. Every literal of the source makes an object of its own, and objects keep
/// their identity through variables, calls, tuples, lists and queries: so a prefix that was written in a table of tuples is
/// underlined there, however it came to the builder.
/// </summary>
internal sealed class Provenance
{
    private readonly Dictionary<object, SyntaxNode> literals = new(Identity.Comparer);

    /// <summary>The same value as an object of its own, known to come from that text.</summary>
    public object? Mark(object? value, SyntaxNode literal)
    {
        // The empty string is one object everywhere; of other values only names, prefixes and numbers are ever at fault.
        var own = value switch
        {
            string { Length: > 0 } text => new string(text.ToCharArray()),
            int number => (object)number,
            _ => null,
        };
        if (own is null)
        {
            return value;
        }

        literals[own] = literal;
        return own;
    }

    public SyntaxNode? Find(object? value) =>
        value is not null && literals.TryGetValue(value, out var literal) ? literal : null;

    private sealed class Identity : IEqualityComparer<object>
    {
        public static readonly Identity Comparer = new();

        bool IEqualityComparer<object>.Equals(object? left, object? right) => ReferenceEquals(left, right);

        int IEqualityComparer<object>.GetHashCode(object value) => RuntimeHelpers.GetHashCode(value);
    }
}
