using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NetDsl.CodeFixes.Editing;

/// <summary>Statements that are put behind others, or taken away.</summary>
internal static class Statements
{
    /// <summary>A new line behind the statement, indented like it.</summary>
    public static SourceEdit InsertAfter(StatementSyntax statement, string text)
    {
        var source = statement.SyntaxTree.GetText();
        var blank = Indentation(statement);

        // A comment at the end of the line stays with its statement.
        var end = source.Lines.GetLineFromPosition(statement.Span.End).End;
        var isLastOfLine = string.IsNullOrWhiteSpace(source.ToString(TextSpan.FromBounds(statement.FullSpan.End, Math.Max(end, statement.FullSpan.End))));
        var position = isLastOfLine ? end : statement.Span.End;
        return new SourceEdit(statement.SyntaxTree, new TextChange(new TextSpan(position, 0), LineBreak(statement) + blank + text));
    }

    /// <summary>Takes the statement away, with its line when it has one to itself; comments before it stay.</summary>
    public static SourceEdit Remove(StatementSyntax statement)
    {
        var source = statement.SyntaxTree.GetText();
        var first = source.Lines.GetLineFromPosition(statement.SpanStart);
        var last = source.Lines.GetLineFromPosition(statement.Span.End);
        var isAlone = string.IsNullOrWhiteSpace(source.ToString(TextSpan.FromBounds(first.Start, statement.SpanStart)))
            && string.IsNullOrWhiteSpace(source.ToString(TextSpan.FromBounds(statement.Span.End, last.End)));
        return new SourceEdit(
            statement.SyntaxTree,
            new TextChange(isAlone ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak) : statement.Span, ""));
    }

    /// <summary>
    /// The statement behind which both variables can be used: the later of the two, when its block sees the other.
    /// </summary>
    public static StatementSyntax? WhereBothAreKnown(StatementSyntax? first, StatementSyntax? second)
    {
        if (first is null || second is null || first.SyntaxTree != second.SyntaxTree)
        {
            return null;
        }

        var (earlier, later) = first.SpanStart <= second.SpanStart ? (first, second) : (second, first);
        return earlier.Parent is { } scope && scope.Span.Contains(later.Span) && later.Parent is BlockSyntax ? later : null;
    }

    /// <summary>The blanks before a node on its line; as many as there are characters, where something else stands there.</summary>
    public static string Indentation(SyntaxNode node)
    {
        var source = node.SyntaxTree.GetText();
        var line = source.Lines.GetLineFromPosition(node.SpanStart);
        var before = source.ToString(TextSpan.FromBounds(line.Start, node.SpanStart));
        return new string([.. before.Select(character => char.IsWhiteSpace(character) ? character : ' ')]);
    }

    /// <summary>How the line of a node ends.</summary>
    public static string LineBreak(SyntaxNode node)
    {
        var source = node.SyntaxTree.GetText();
        var line = source.Lines.GetLineFromPosition(node.SpanStart);
        return line.EndIncludingLineBreak > line.End ? source.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) : "\n";
    }

    /// <summary>Lines of code at another indentation; the first has none before it, neither here nor there.</summary>
    public static string Move(string lines, string from, string to) => from == to ? lines : string.Join(
        "\n", lines.Split('\n').Select((line, index) => index > 0 && line.StartsWith(from, StringComparison.Ordinal) ? to + line.Substring(from.Length) : line));
}
