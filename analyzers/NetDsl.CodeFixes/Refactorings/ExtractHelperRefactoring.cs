using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetDsl.CodeFixes.Editing;

namespace NetDsl.CodeFixes;

/// <summary>
/// Puts the selected statements into a helper: the builders and values that they use become its parameters, and what is used behind them is what it
/// answers. It is named after the first element that it declares.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(ExtractHelperRefactoring)), Shared]
public sealed class ExtractHelperRefactoring : StatementRefactoring
{
    private protected override (string Title, IReadOnlyList<SourceEdit> Edits)? Offer(RefactoringSite site, CancellationToken cancellation)
    {
        if (site.Selected is not [var first, ..]
            || first.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax type } method
            || !method.Modifiers.Any(SyntaxKind.StaticKeyword)
            || Flow(site) is not var (taken, given))
        {
            return null;
        }

        var name = FreeName(type, NameOf(site.Selected));
        var answer = given.Count == 1 ? given[0].Name : $"({string.Join(", ", given.Select(each => each.Name))})";
        var call = $"{name}({string.Join(", ", taken.Select(each => each.Name))});";
        return (
            $"Extract the helper '{name}'",
            [
                new SourceEdit(first.SyntaxTree, new TextChange(Span(site.Selected), given.Count == 0 ? call : $"var {answer} = {call}")),
                SourceEdit.InsertAfter(method, Helper(site, method, name, taken, given, answer)),
            ]);
    }

    /// <summary>What the statements take from before, and what of theirs is used behind them; nothing when a helper could not be put between.</summary>
    private static (IReadOnlyList<ISymbol> Taken, IReadOnlyList<ILocalSymbol> Given)? Flow(RefactoringSite site)
    {
        var (first, last) = (site.Selected[0], site.Selected[site.Selected.Count - 1]);
        if (site.Model.AnalyzeControlFlow(first, last) is not { Succeeded: true, ExitPoints.Length: 0, ReturnStatements.Length: 0, EndPointIsReachable: true }
            || site.Model.AnalyzeDataFlow(first, last) is not { Succeeded: true } flow)
        {
            return null;
        }

        var own = flow.VariablesDeclared;
        var given = own.Where(each => flow.ReadOutside.Contains(each, SymbolEqualityComparer.Default) || flow.WrittenOutside.Contains(each, SymbolEqualityComparer.Default)).ToList();
        var isClosed = flow.WrittenInside.All(each => own.Contains(each, SymbolEqualityComparer.Default))
            && given.All(each => each is ILocalSymbol { IsRef: false } && !flow.WrittenOutside.Contains(each, SymbolEqualityComparer.Default));
        return isClosed
            ? ([.. flow.ReadInside.Where(each => !own.Contains(each, SymbolEqualityComparer.Default)).OrderBy(Place)], [.. given.OrderBy(Place).Cast<ILocalSymbol>()])
            : null;
    }

    private static int Place(ISymbol symbol) => symbol.Locations[0].SourceSpan.Start;

    private static string Helper(
        RefactoringSite site, MethodDeclarationSyntax method, string name, IReadOnlyList<ISymbol> taken, IReadOnlyList<ILocalSymbol> given, string answer)
    {
        var first = site.Selected[0];
        var indentation = Statements.Indentation(method);
        var inner = indentation + "    ";
        var body = Statements.Move(first.SyntaxTree.GetText().ToString(Span(site.Selected)), Statements.Indentation(first), inner);
        var type = given.Count switch
        {
            0 => "void",
            1 => Type(given[0].Type),
            _ => $"({string.Join(", ", given.Select(each => $"{Type(each.Type)} {Capitalised(each.Name)}"))})",
        };
        var parameters = string.Join(", ", taken.Select(each => $"{Type(each is ILocalSymbol local ? local.Type : ((IParameterSymbol)each).Type)} {each.Name}"));
        var lines = new List<string> { "", "", $"{indentation}static {type} {name}({parameters})", indentation + "{", inner + body };
        if (given.Count > 0)
        {
            lines.Add($"{inner}return {answer};");
        }

        lines.Add(indentation + "}");
        return string.Join(Statements.LineBreak(method), lines);

        // What is declared by var may be null as far as the compiler knows, and is what it was made of.
        string Type(ITypeSymbol symbol) => symbol.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToMinimalDisplayString(site.Model, method.SpanStart);
    }

    private static TextSpan Span(IReadOnlyList<StatementSyntax> statements) => TextSpan.FromBounds(statements[0].SpanStart, statements[statements.Count - 1].Span.End);

    /// <summary>A name after the first text that is an argument, which is what elements are named by.</summary>
    private static string NameOf(IReadOnlyList<StatementSyntax> statements)
    {
        var text = statements.SelectMany(each => each.DescendantNodes()).OfType<ArgumentSyntax>().Select(argument => argument.Expression switch
        {
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
            InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax start, ..] } => start.TextToken.ValueText,
            _ => "",
        }).FirstOrDefault(each => each.Length > 0 && char.IsLetter(each[0])) ?? "elements";
        var words = text.Split([.. text.Where(character => !char.IsLetterOrDigit(character))], StringSplitOptions.RemoveEmptyEntries);
        return "Add" + string.Concat(words.Select(Capitalised));
    }

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word.Substring(1);

    private static string FreeName(TypeDeclarationSyntax type, string name)
    {
        var known = new HashSet<string>(type.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText), StringComparer.Ordinal);
        return Enumerable.Range(1, known.Count + 1)
            .Select(number => number == 1 ? name : name + number.ToString(CultureInfo.InvariantCulture))
            .First(each => !known.Contains(each));
    }
}
