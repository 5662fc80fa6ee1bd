using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>What tells functions that are values apart.</summary>
/// <param name="Type">The type of the delegate.</param>
/// <param name="Function">The method that it calls, or the code of a lambda.</param>
/// <param name="Environment">What the type parameters of the method stand for.</param>
/// <param name="Target">
/// The object that it belongs to, or the variables that it captures; nothing where there are none. A struct is put into a box of its own each
/// time.
/// </param>
internal sealed record FunctionIdentity(Type Type, object Function, TypeEnvironment Environment, object? Target)
{
    /// <summary>Where C# keeps the delegate, to hand out the same one again.</summary>
    public FunctionKeeper? Keeper { get; init; }

    public bool Equals(FunctionIdentity? other) =>
        other is not null && Type == other.Type && ReferenceEquals(Target, other.Target) && Environment.Equals(other.Environment) && Equals(Keeper, other.Keeper)
        && (Function is ISymbol method ? SymbolEqualityComparer.Default.Equals(method, other.Function as ISymbol) : ReferenceEquals(Function, other.Function));

    public override int GetHashCode() =>
        unchecked((((Function is ISymbol method ? SymbolEqualityComparer.Default.GetHashCode(method) : RuntimeHelpers.GetHashCode(Function)) * 31)
            + RuntimeHelpers.GetHashCode(Target)) * 31) + Environment.GetHashCode();
}

/// <summary>Where C# keeps delegates of static methods.</summary>
/// <param name="Home">The type or the generic method around the conversion.</param>
/// <param name="Environment">What its type parameters stand for.</param>
internal sealed record FunctionKeeper(ISymbol Home, TypeEnvironment Environment)
{
    public bool Equals(FunctionKeeper? other) =>
        other is not null && SymbolEqualityComparer.Default.Equals(Home, other.Home) && Environment.Equals(other.Environment);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Home);
}
