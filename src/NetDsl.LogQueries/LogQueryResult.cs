namespace NetDsl.LogQueries;

/// <summary>The answer to a query.</summary>
/// <param name="Columns">The names of its columns, which need not differ.</param>
/// <param name="Rows">Its rows; each has a value for each column, null where there is none.</param>
public sealed record LogQueryResult(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);
