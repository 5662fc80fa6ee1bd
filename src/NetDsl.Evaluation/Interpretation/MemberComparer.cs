using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>Tells members of the program apart by their declaration and by what the type parameters around them stand for.</summary>
internal sealed class MemberComparer : IEqualityComparer<(ISymbol Member, TypeEnvironment Environment)>
{
    public static readonly MemberComparer Instance = new();

    public bool Equals((ISymbol Member, TypeEnvironment Environment) x, (ISymbol Member, TypeEnvironment Environment) y) =>
        SymbolEqualityComparer.Default.Equals(x.Member, y.Member) && x.Environment.Equals(y.Environment);

    public int GetHashCode((ISymbol Member, TypeEnvironment Environment) key) =>
        unchecked((SymbolEqualityComparer.Default.GetHashCode(key.Member) * 31) + key.Environment.GetHashCode());
}
