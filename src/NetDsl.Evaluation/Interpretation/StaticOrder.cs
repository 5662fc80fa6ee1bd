using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>
/// Whether the order in which statics are initialised is known: those of a type one after the other as they stand in its text, and those of
/// types that read each other as whoever comes first asks for them, which is nothing to rely on.
/// </summary>
internal sealed class StaticOrder
{
    private readonly List<ISymbol> running = [];
    private readonly Dictionary<ISymbol, HashSet<ISymbol>> typesReadBy = new(SymbolEqualityComparer.Default);

    public void Enter(ISymbol symbol) => running.Add(symbol);

    public void Leave() => running.RemoveAt(running.Count - 1);

    /// <summary>What to say of reading a static now; nothing where its value is known.</summary>
    public string? WhyNot(ISymbol read)
    {
        if (running.Count == 0)
        {
            return null;
        }

        var reader = running[running.Count - 1];
        if (running.FirstOrDefault(other => IsOfSameType(other, read) && !IsBefore(read, other) && !IsBefore(other, read) && !SymbolEqualityComparer.Default.Equals(other, read)) is { } early)
        {
            return $"'{read.Name}' and '{early.Name}' are initialised in an order that nothing says; declare both in the same part of the type, or make '{read.Name}' 'const'";
        }

        if (!IsOfSameType(reader, read))
        {
            if (Reaches(read.ContainingType, reader.ContainingType, []))
            {
                return $"the statics of '{reader.ContainingType.Name}' and of '{read.ContainingType.Name}' are initialised from each other; move those that others need into one type";
            }

            ReadBy(reader.ContainingType).Add(read.ContainingType);
        }

        return null;
    }

    private bool Reaches(ISymbol from, ISymbol to, HashSet<ISymbol> passed) =>
        SymbolEqualityComparer.Default.Equals(from, to) || (passed.Add(from) && ReadBy(from).Any(next => Reaches(next, to, passed)));

    private HashSet<ISymbol> ReadBy(ISymbol type)
    {
        if (!typesReadBy.TryGetValue(type, out var types))
        {
            typesReadBy.Add(type, types = new HashSet<ISymbol>(SymbolEqualityComparer.Default));
        }

        return types;
    }

    private static bool IsOfSameType(ISymbol one, ISymbol other) =>
        SymbolEqualityComparer.Default.Equals(one.ContainingType, other.ContainingType);

    private static bool IsBefore(ISymbol one, ISymbol other) =>
        one.DeclaringSyntaxReferences is [var first, ..] && other.DeclaringSyntaxReferences is [var second, ..]
        && first.SyntaxTree == second.SyntaxTree && first.Span.Start < second.Span.Start;
}
