using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace NetDsl.CodeFixes.Editing;

/// <summary>A helper whose statements stand in place of one call of it.</summary>
internal sealed class InlinedHelper
{
    private readonly SemanticModel model;
    private readonly IReadOnlyList<StatementSyntax> statements;
    private readonly ExpressionSyntax? answer;
    private readonly IReadOnlyList<(IParameterSymbol Parameter, ExpressionSyntax Value, bool IsConverted)> arguments;

    private InlinedHelper(
        SemanticModel model,
        SyntaxNode declaration,
        string name,
        IReadOnlyList<StatementSyntax> statements,
        ExpressionSyntax? answer,
        IReadOnlyList<(IParameterSymbol Parameter, ExpressionSyntax Value, bool IsConverted)> arguments,
        bool isCalledOnce)
    {
        (this.model, this.statements, this.answer, this.arguments) = (model, statements, answer, arguments);
        (Declaration, Name, IsCalledOnce) = (declaration, name, isCalledOnce);
    }

    /// <summary>The method or local function.</summary>
    public SyntaxNode Declaration { get; }

    public string Name { get; }

    /// <summary>Whether what it answers can stand before a dot or beside an operator as it is.</summary>
    public bool AnswersPrimary => answer is InvocationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax or LiteralExpressionSyntax or ElementAccessExpressionSyntax
        or ParenthesizedExpressionSyntax or TupleExpressionSyntax or BaseObjectCreationExpressionSyntax or InterpolatedStringExpressionSyntax or null;

    /// <summary>Whether nothing but this call names it, and nothing outside can.</summary>
    public bool IsCalledOnce { get; }

    /// <summary>The helper of a call; nothing when it is none, or does what cannot stand elsewhere.</summary>
    public static InlinedHelper? Of(Compilation compilation, InvocationExpressionSyntax call)
    {
        if (compilation.GetSemanticModel(call.SyntaxTree).GetOperation(call) is not IInvocationOperation { TargetMethod: var target } operation
            || (target.ReducedFrom ?? target) is not { IsGenericMethod: false, IsAsync: false, DeclaringSyntaxReferences: [var reference] } method
            || !(method.IsStatic || method.MethodKind == MethodKind.LocalFunction)
            || Parts(reference.GetSyntax()) is not var (statements, answer)
            || operation.Arguments.Any(argument => argument.ArgumentKind is ArgumentKind.ParamArray or ArgumentKind.ParamCollection || argument.Parameter is not { RefKind: RefKind.None })
            || reference.GetSyntax().DescendantNodes().Any(node => node is YieldStatementSyntax)
            || ReturnsEarly(statements))
        {
            return null;
        }

        var named = compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantTokens()).Count(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == method.Name);
        return new InlinedHelper(
            compilation.GetSemanticModel(reference.SyntaxTree),
            reference.GetSyntax(),
            method.Name,
            statements,
            answer,
            [.. operation.Arguments.Select(argument => (argument.Parameter!, Value(argument), argument.Value is IConversionOperation { IsImplicit: true, Conversion.IsIdentity: false }))],
            named == 2 && (method.MethodKind == MethodKind.LocalFunction || method.DeclaredAccessibility == Accessibility.Private));
    }

    /// <summary>What stands in place of the statement with the call: lines, and the expression that the helper answers.</summary>
    /// <param name="statement">The statement with the call.</param>
    /// <param name="names">The variables that the statement keeps the answer in, which are its own and free to take.</param>
    public (List<string> Lines, string? Answer) Inline(StatementSyntax statement, IReadOnlyList<string> names)
    {
        var written = Written();
        var texts = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
        var taken = NamesAround(statement);
        var indentation = Statements.Indentation(statement);

        // The variables of the statement take the place of those that the helper answers.
        foreach (var (local, name) in Answered().Zip(names, (local, name) => (local, name)))
        {
            texts[local] = name;
        }

        var lines = new List<string>();
        foreach (var (parameter, value, isConverted) in arguments)
        {
            if (IsSimple(value) && !isConverted && !written.Contains(parameter, SymbolEqualityComparer.Default))
            {
                texts[parameter] = value is PrefixUnaryExpressionSyntax ? $"({value})" : value.ToString();
            }
            else
            {
                texts[parameter] = Free(parameter.Name, taken);
                var type = isConverted ? parameter.Type.ToMinimalDisplayString(model, Declaration.SpanStart) : "var";
                lines.Add($"{type} {texts[parameter]} = {value};");
            }
        }

        foreach (var local in Locals().Where(local => !texts.ContainsKey(local)))
        {
            texts[local] = Free(local.Name, taken);
        }

        if (statements.Count > 0)
        {
            var span = TextSpan.FromBounds(statements[0].SpanStart, statements[statements.Count - 1].Span.End);
            lines.Add(Statements.Move(Text(span, texts), Statements.Indentation(statements[0]), indentation));
        }

        return (lines, answer is null ? null : Text(answer.Span, texts));
    }

    private static (IReadOnlyList<StatementSyntax> Statements, ExpressionSyntax? Answer)? Parts(SyntaxNode declaration)
    {
        var (body, arrow, type) = declaration switch
        {
            MethodDeclarationSyntax method => (method.Body, method.ExpressionBody, method.ReturnType),
            LocalFunctionStatementSyntax function => (function.Body, function.ExpressionBody, function.ReturnType),
            _ => (null, null, null),
        };
        return (body, arrow) switch
        {
            (null, { } expression) => ([], expression.Expression),
            ({ Statements: [.., ReturnStatementSyntax { Expression: { } value }] all }, _) => ([.. all.Take(all.Count - 1)], value),
            ({ Statements: var all }, _) when type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } => ([.. all], null),
            _ => null,
        };
    }

    /// <summary>Whether a statement before the last returns; lambdas and local functions inside return from themselves.</summary>
    private static bool ReturnsEarly(IReadOnlyList<StatementSyntax> statements) => statements
        .SelectMany(each => each.DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        .Any(node => node is ReturnStatementSyntax);

    private static ExpressionSyntax Value(IArgumentOperation argument) => argument.ArgumentKind == ArgumentKind.DefaultValue
        ? ((ParameterSyntax)argument.Parameter!.DeclaringSyntaxReferences[0].GetSyntax()).Default!.Value
        : argument.Value.Syntax as ExpressionSyntax ?? ((ArgumentSyntax)argument.Syntax).Expression;

    /// <summary>Whether it may be written several times, and is the same each time.</summary>
    private static bool IsSimple(ExpressionSyntax value) => value is LiteralExpressionSyntax or IdentifierNameSyntax or PredefinedTypeSyntax
        || (value is MemberAccessExpressionSyntax access && IsSimple(access.Expression))
        || value is PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax };

    private IEnumerable<ISymbol> Written() => statements.Count == 0
        ? []
        : model.AnalyzeDataFlow(statements[0], statements[statements.Count - 1]) is { Succeeded: true } flow ? flow.WrittenInside : arguments.Select(each => each.Parameter);

    /// <summary>The locals that are the answer, in its order; none when it is something else.</summary>
    private IReadOnlyList<ISymbol> Answered()
    {
        IEnumerable<ExpressionSyntax> parts = answer is TupleExpressionSyntax tuple ? tuple.Arguments.Select(argument => argument.Expression) : answer is null ? [] : [answer];
        var symbols = parts.Select(part => part is IdentifierNameSyntax ? model.GetSymbolInfo(part).Symbol as ILocalSymbol : null).ToList();
        return symbols.TrueForAll(symbol => symbol is not null) && symbols.Distinct(SymbolEqualityComparer.Default).Count() == symbols.Count ? [.. symbols.OfType<ISymbol>()] : [];
    }

    private IEnumerable<ISymbol> Locals() => statements.SelectMany(each => each.DescendantNodesAndSelf())
        .Concat(answer?.DescendantNodesAndSelf() ?? [])
        .Select(node => model.GetDeclaredSymbol(node))
        .Where(symbol => symbol is ILocalSymbol or IParameterSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction })
        .OfType<ISymbol>();

    private static HashSet<string> NamesAround(StatementSyntax statement)
    {
        var scope = statement.Ancestors().First(node => node is MemberDeclarationSyntax or CompilationUnitSyntax);
        return new HashSet<string>(scope.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText), StringComparer.Ordinal);
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
        {
            free = name + number.ToString(CultureInfo.InvariantCulture);
        }

        return free;
    }

    /// <summary>A piece of the helper with other names and values.</summary>
    private string Text(TextSpan span, Dictionary<ISymbol, string> texts)
    {
        var root = model.SyntaxTree.GetRoot();
        var changes = new List<TextChange>();
        foreach (var token in root.DescendantTokens(span).Where(token => span.Contains(token.Span) && token.IsKind(SyntaxKind.IdentifierToken)))
        {
            var symbol = token.Parent is IdentifierNameSyntax name ? model.GetSymbolInfo(name).Symbol : model.GetDeclaredSymbol(token.Parent!);
            if (symbol is null || !texts.TryGetValue(symbol, out var text) || text == token.Text || token.Parent is IdentifierNameSyntax { Parent: NameColonSyntax })
            {
                continue;
            }

            // A text inside of a text is part of it.
            changes.Add(token.Parent is { Parent: InterpolationSyntax { FormatClause: null, AlignmentClause: null } hole } && PlainText(text) is { } plain
                ? new TextChange(hole.Span, plain)
                : new TextChange(token.Span, text));
        }

        var source = model.SyntaxTree.GetText();
        return source.WithChanges(changes).ToString(new TextSpan(span.Start, span.Length + changes.Sum(change => change.NewText!.Length - change.Span.Length)));
    }

    private static string? PlainText(string literal) => literal is ['"', .., '"'] && literal.IndexOfAny(['{', '}', '\\']) < 0 ? literal.Substring(1, literal.Length - 2) : null;
}
