using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>
/// Whether the order in which statics are evaluated, which is that of their first use, gives what running gives, which initialises
/// those of a type in the order of their text. They differ where one is read before its turn: running then finds a zero or null.
/// </summary>
internal sealed class StaticOrder
{
    private readonly List<ISymbol> running = [];
    private readonly Dictionary<ISymbol, HashSet<ISymbol>> typesReadBy = new(SymbolEqualityComparer.Default);

    public void Enter(ISymbol symbol) => running.Add(symbol);

    public void Leave() => running.RemoveAt(running.Count - 1);

    /// <summary>What to say of reading a static now; nothing where it has its value by then.</summary>
    public string? WhyNot(ISymbol read)
    {
        if (running.Count == 0)
        {
            return null;
        }

        if (running.Contains(read, SymbolEqualityComparer.Default))
        {
            return $"the value of '{read.Name}' depends on itself; give it one that does not";
        }

        var reader = running[running.Count - 1];
        if (running.FirstOrDefault(other => IsOfSameType(other, read) && !IsBefore(read, other)) is { } early)
        {
            return $"'{read.Name}' has no value yet when '{early.Name}' is initialised; declare it before '{early.Name}', in the same part of the type, or make it 'const'";
        }

        if (!IsOfSameType(reader, read))
        {
            ReadBy(reader.ContainingType).Add(read.ContainingType);
            if (Reaches(read.ContainingType, reader.ContainingType, []))
            {
                return $"the statics of '{reader.ContainingType.Name}' and of '{read.ContainingType.Name}' are initialised from each other; move those that others need into one type";
            }
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
