using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetDsl.CodeFixes.Editing;

namespace NetDsl.CodeFixes;

/// <summary>Puts what a helper does in place of a call of it, with the values of this call; a helper that nothing else calls goes away.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(InlineHelperRefactoring)), Shared]
public sealed class InlineHelperRefactoring : StatementRefactoring
{
    private protected override (string Title, IReadOnlyList<SourceEdit> Edits)? Offer(RefactoringSite site, CancellationToken cancellation)
    {
        if (CallAt(site) is not { } call
            || site.Statement.Parent is not BlockSyntax
            || InlinedHelper.Of(site.Compilation, call) is not { } helper
            || Replacement(site.Statement, call, helper) is not { } text)
        {
            return null;
        }

        var edits = new List<SourceEdit> { SourceEdit.Replace(site.Statement, text) };
        if (helper.IsCalledOnce)
        {
            edits.Add(new SourceEdit(helper.Declaration.SyntaxTree, new TextChange(helper.Declaration.FullSpan, "")));
        }

        return ($"Inline the helper '{helper.Name}'", edits);
    }

    /// <summary>The call whose name the cursor is at.</summary>
    private static InvocationExpressionSyntax? CallAt(RefactoringSite site) => site.Node is SimpleNameSyntax name
        ? name.Parent switch
        {
            InvocationExpressionSyntax call when call.Expression == name => call,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Name == name => call,
            _ => null,
        }
        : null;

    private static string? Replacement(StatementSyntax statement, InvocationExpressionSyntax call, InlinedHelper helper)
    {
        // Nothing of the statement may be done before the call, for that would then be done after what the helper does.
        var start = statement switch
        {
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: DeclarationExpressionSyntax } assignment } => assignment.Right,
            ExpressionStatementSyntax expression => expression.Expression,
            LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value }] } => value,
            ReturnStatementSyntax { Expression: { } value } => value,
            _ => null,
        };
        if (start is null || start.SpanStart != call.SpanStart)
        {
            return null;
        }

        var names = start == call ? Declared(statement) : [];
        var (lines, answer) = helper.Inline(statement, names);
        if (answer is null)
        {
            return start == call && statement is ExpressionStatementSyntax ? string.Join(Break(statement), lines) : null;
        }

        if (start != call && !helper.AnswersPrimary)
        {
            answer = $"({answer})";
        }

        // What the helper answers has the name already that the statement would give it.
        if (names.Count == 0 || answer != (names.Count == 1 ? names[0] : $"({string.Join(", ", names)})"))
        {
            var whole = statement.ToString();
            var position = call.SpanStart - statement.SpanStart;
            var rest = whole.Substring(position + call.Span.Length);
            if (statement is not ExpressionStatementSyntax || start != call || answer.EndsWith(")", StringComparison.Ordinal))
            {
                lines.Add(whole.Substring(0, position) + answer + rest);
            }
        }

        return string.Join(Break(statement), lines);
    }

    private static string Break(StatementSyntax statement) => Statements.LineBreak(statement) + Statements.Indentation(statement);

    /// <summary>The variables that the statement keeps the answer in.</summary>
    private static IReadOnlyList<string> Declared(StatementSyntax statement) => statement switch
    {
        LocalDeclarationStatementSyntax { Declaration.Variables: [var variable] } => [variable.Identifier.Text],
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax list } } }
            when list.Variables.All(each => each is SingleVariableDesignationSyntax) => [.. list.Variables.Select(each => each.ToString())],
        _ => [],
    };
}
