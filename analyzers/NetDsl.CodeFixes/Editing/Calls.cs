using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetDsl.CodeFixes.Editing;

/// <summary>The calls that builders are told things by, and the variables that keep what they answer.</summary>
internal static class Calls
{
    /// <summary>The call that the expression is an argument of.</summary>
    public static InvocationExpressionSyntax? Around(ExpressionSyntax? argument) =>
        argument?.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } ? call : null;

    /// <summary>The whole chain of calls that starts with or goes through an expression.</summary>
    public static ExpressionSyntax Chain(ExpressionSyntax expression)
    {
        var whole = expression;
        while (whole.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access && access.Expression == whole)
        {
            whole = next;
        }

        return whole;
    }

    /// <summary>The local variable that keeps the answer of the call chain; nothing when no variable does.</summary>
    public static VariableDeclaratorSyntax? VariableOf(ExpressionSyntax? call) =>
        call is not null && Chain(call).Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }
            ? variable
            : null;

    /// <summary>The statement that declares the variable.</summary>
    public static StatementSyntax? StatementOf(VariableDeclaratorSyntax variable) =>
        variable.Parent?.Parent as LocalDeclarationStatementSyntax;

    /// <summary>The expression of the argument for a parameter, whether it is named or not.</summary>
    public static ExpressionSyntax? Argument(InvocationExpressionSyntax call, string parameter, int position)
    {
        var arguments = call.ArgumentList.Arguments;
        return arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter)?.Expression
            ?? (position < arguments.Count && arguments[position].NameColon is null ? arguments[position].Expression : null);
    }
}
