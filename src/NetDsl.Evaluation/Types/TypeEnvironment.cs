using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Types;

/// <summary>What the type parameters of a function, and of the types and functions around it, stand for.</summary>
internal sealed class TypeEnvironment : IEquatable<TypeEnvironment>
{
    public static readonly TypeEnvironment Empty = new([]);
    private readonly (ITypeParameterSymbol Parameter, Type Type)[] entries;
    private readonly int hash;

    private TypeEnvironment((ITypeParameterSymbol Parameter, Type Type)[] entries)
    {
        this.entries = entries;
        hash = entries.Aggregate(17, (sum, entry) => unchecked((sum * 31) + entry.Type.GetHashCode()));
    }

    public bool IsEmpty => entries.Length == 0;

    public Type? Find(ITypeParameterSymbol parameter)
    {
        for (var index = entries.Length - 1; index >= 0; index--)
        {
            if (SymbolEqualityComparer.Default.Equals(entries[index].Parameter, parameter))
            {
                return entries[index].Type;
            }
        }

        return null;
    }

    /// <summary>This, and more; what is said last holds.</summary>
    public TypeEnvironment With(IReadOnlyCollection<(ITypeParameterSymbol Parameter, Type Type)> more) =>
        more.Count == 0 ? this : new([.. entries, .. more]);

    public bool Equals(TypeEnvironment? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || hash != other.hash || entries.Length != other.entries.Length)
        {
            return false;
        }

        for (var index = 0; index < entries.Length; index++)
        {
            if (entries[index].Type != other.entries[index].Type
                || !SymbolEqualityComparer.Default.Equals(entries[index].Parameter, other.entries[index].Parameter))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as TypeEnvironment);

    public override int GetHashCode() => hash;
}
