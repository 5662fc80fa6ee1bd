using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetDsl.Addressing;
using NetDsl.CodeFixes.Editing;

namespace NetDsl.CodeFixes;

/// <summary>Puts statements that stand once for each zone, and differ in their literals only, into a loop over the zones.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(ZoneLoopRefactoring)), Shared]
public sealed class ZoneLoopRefactoring : StatementRefactoring
{
    private const string Zone = "zone";

    private protected override (string Title, IReadOnlyList<SourceEdit> Edits)? Offer(RefactoringSite site, CancellationToken cancellation)
    {
        var statement = site.Statement;
        if (statement is not ExpressionStatementSyntax || statement.Parent is not BlockSyntax block)
        {
            return null;
        }

        var statements = block.Statements.SkipWhile(each => each != statement).TakeWhile(each => IsLike(each, statement)).ToList();
        if (statements.Count < 2 || Columns(statements) is not { Count: > 0 } columns || columns.Find(column => column.Name == Zone) is not { } zones)
        {
            return null;
        }

        var items = columns.Where(column => column.IsItem).ToList();
        var header = items.Count == 1
            ? $"foreach (var {Zone} in new[] {{ {string.Join(", ", zones.Values.Select(Literals.Quote))} }})"
            : $"foreach (var ({string.Join(", ", items.Select(item => item.Name))}) in new[] {{ {string.Join(", ", Enumerable.Range(0, statements.Count).Select(row => $"({string.Join(", ", items.Select(item => Literals.Quote(item.Values[row])))})"))} }})";
        var indentation = Statements.Indentation(statement);
        var loop = $"{header}\n{indentation}{{\n{indentation}    {Body(statement, columns)}\n{indentation}}}";
        return (
            "Put what stands for each zone into a loop",
            [new SourceEdit(statement.SyntaxTree, new TextChange(TextSpan.FromBounds(statement.SpanStart, statements[statements.Count - 1].Span.End), loop))]);
    }

    /// <summary>Whether two statements are the same but for their literals of text.</summary>
    private static bool IsLike(StatementSyntax one, StatementSyntax other) =>
        one.DescendantTokens().Select(Shape).SequenceEqual(other.DescendantTokens().Select(Shape));

    private static string Shape(SyntaxToken token) => token.IsKind(SyntaxKind.StringLiteralToken) ? "\"" : token.Text;

    /// <summary>The literals that differ, by their position, each with what takes its place in the loop.</summary>
    private static List<Column> Columns(List<StatementSyntax> statements)
    {
        var rows = statements.ConvertAll(each => each.DescendantTokens().Where(token => token.IsKind(SyntaxKind.StringLiteralToken)).ToList());
        var columns = Enumerable.Range(0, rows[0].Count)
            .Select(position => new Column(position, rows.ConvertAll(row => row[position].ValueText)))
            .Where(column => column.Values.Distinct(StringComparer.Ordinal).Count() > 1)
            .ToList();
        var zones = columns.Find(column => column.Values.TrueForAll(IsZone) && column.Values.Distinct(StringComparer.Ordinal).Count() == column.Values.Count);
        if (zones is null)
        {
            return [];
        }

        var named = new Dictionary<string, Column>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            var key = string.Join("\n", column.Values);
            if (column.Values.SequenceEqual(zones.Values))
            {
                (column.Name, column.Text, column.IsItem) = (Zone, Zone, column == zones);
            }
            else if (Prefix(column, zones) is { } prefix)
            {
                (column.Name, column.Text) = ("", $"${Literals.Quote(prefix).TrimEnd('"')}{{{Zone}}}\"");
            }
            else if (named.TryGetValue(key, out var same))
            {
                (column.Name, column.Text) = (same.Name, same.Name);
            }
            else
            {
                var kind = column.Values.TrueForAll(value => IpPrefix.TryParse(value, out _)) ? "cidr" : "value";
                var name = kind + (named.Values.Count(each => each.Name.StartsWith(kind, StringComparison.Ordinal)) is var count and > 0 ? (count + 1).ToString(CultureInfo.InvariantCulture) : "");
                (column.Name, column.Text, column.IsItem) = (name, name, true);
                named.Add(key, column);
            }
        }

        return [zones, .. columns.Where(column => column != zones)];
    }

    private static bool IsZone(string text) => text is [>= 'a' and <= 'z'] || (text.Length > 4 && text[text.Length - 1] is >= 'a' and <= 'z' && char.IsDigit(text[text.Length - 2]) && !text.Contains("/"));

    /// <summary>What stands before the zone in every value; nothing where that is not so.</summary>
    private static string? Prefix(Column column, Column zones)
    {
        var first = column.Values[0];
        if (!first.EndsWith(zones.Values[0], StringComparison.Ordinal))
        {
            return null;
        }

        var prefix = first.Substring(0, first.Length - zones.Values[0].Length);
        return column.Values.Zip(zones.Values, (value, zone) => value == prefix + zone).All(each => each) ? prefix : null;
    }

    /// <summary>The first statement, with what takes the place of its literals.</summary>
    private static string Body(StatementSyntax statement, List<Column> columns)
    {
        var literals = statement.DescendantTokens().Where(token => token.IsKind(SyntaxKind.StringLiteralToken)).ToList();
        var changes = columns.OrderBy(column => column.Position).Select(column => new TextChange(
            new TextSpan(literals[column.Position].SpanStart - statement.SpanStart, literals[column.Position].Span.Length), column.Text));
        return SourceText.From(statement.ToString()).WithChanges(changes).ToString();
    }

    /// <summary>Literals at one position of all statements.</summary>
    private sealed class Column(int position, List<string> values)
    {
        public int Position => position;

        public List<string> Values => values;

        /// <summary>The variable of the loop; nothing where it is made of the zone.</summary>
        public string Name { get; set; } = "";

        /// <summary>What is written in the loop.</summary>
        public string Text { get; set; } = "";

        /// <summary>Whether it is a variable of its own.</summary>
        public bool IsItem { get; set; }
    }
}
