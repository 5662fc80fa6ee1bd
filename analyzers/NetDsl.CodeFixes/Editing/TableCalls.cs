using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetDsl.CodeFixes.Editing;

/// <summary>Calls that are added to a route table, and speak of something that a variable keeps.</summary>
internal static class TableCalls
{
    /// <summary>Adds the call behind the declaration of the table; where what it speaks of is declared later, as a statement behind that.</summary>
    /// <param name="table">The declaration of the table.</param>
    /// <param name="spokenOf">The variable that the call speaks of.</param>
    /// <param name="call">The call, with its dot.</param>
    public static IEnumerable<SourceEdit> Add(InvocationExpressionSyntax table, VariableDeclaratorSyntax spokenOf, string call)
    {
        if (spokenOf.SyntaxTree == table.SyntaxTree && spokenOf.SpanStart < table.SpanStart)
        {
            return [SourceEdit.InsertAfter(table, call)];
        }

        return Calls.VariableOf(table) is { } variable
            && Statements.WhereBothAreKnown(Calls.StatementOf(variable), Calls.StatementOf(spokenOf)) is { } last
                ? [Statements.InsertAfter(last, $"{variable.Identifier.Text}{call};")]
                : [];
    }
}
