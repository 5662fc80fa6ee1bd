namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Every construct, by area, in the order of the page.</summary>
static class Areas
{
    public static IReadOnlyList<Area> All { get; } =
    [
        new("Statements", [.. Blocks.All, .. SelectionStatements.All, .. IterationStatements.All, .. JumpStatements.All, .. ExceptionStatements.All, .. ResourceStatements.All]),
        new("Expressions", [.. PrimaryExpressions.All, .. CreationExpressions.All, .. RangesAndIndices.All, .. Deconstructions.All, .. Combinations.All]),
        new("Operators", [.. ArithmeticOperators.All, .. NullableOperators.All, .. Conversions.All, .. UserDefinedOperators.All, .. TupleOperators.All]),
        new("Patterns", [.. SimplePatterns.All, .. RecursivePatterns.All]),
        new("Types", [.. Classes.All, .. Structs.All, .. Records.All, .. EnumsAndInterfaces.All, .. TypeInitialisation.All, .. Clones.All]),
        new("Members", [.. Properties.All, .. Methods.All, .. Extensions.All]),
        new("Generics", [.. Generics.All]),
        new("Functions", [.. Delegates.All, .. Lambdas.All, .. LocalFunctions.All, .. References.All, .. SameFunctions.All]),
        new("Queries", [.. QueryExpressions.All, .. QueryMethods.All]),
        new("Iterators", [.. Iterators.All]),
        new("Text and collections", [.. Strings.All, .. Collections.All, .. Spreads.All]),
        new("Refused", [.. RefusedLanguage.All, .. RefusedLibrary.All]),
    ];

    public static IReadOnlyList<Construct> Constructs { get; } = [.. All.SelectMany(area => area.Constructs)];
}
