using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace NetDsl.Analyzers.Tests;

/// <summary>
/// Source in which a test marks what it expects: <c>[|…|]</c> is underlined, <c>{0|…|}</c> and so on are its additional locations
/// in their order.
/// </summary>
sealed partial class MarkedSource
{
    readonly List<TextSpan> underlined = [];
    readonly SortedDictionary<int, TextSpan> others = [];

    public MarkedSource(string marked)
    {
        var text = new StringBuilder();
        var open = new Stack<(int Start, int? Number)>();
        var position = 0;
        foreach (Match mark in Mark().Matches(marked))
        {
            text.Append(marked, position, mark.Index - position);
            position = mark.Index + mark.Length;
            if (mark.Groups["number"].Success)
            {
                open.Push((text.Length, int.Parse(mark.Groups["number"].Value, CultureInfo.InvariantCulture)));
            }
            else if (mark.Value == "[|")
            {
                open.Push((text.Length, null));
            }
            else
            {
                Close(open.Pop(), text.Length);
            }
        }

        text.Append(marked, position, marked.Length - position);
        Text = text.ToString();
    }

    public string Text { get; }

    public IReadOnlyList<TextSpan> Underlined => underlined;

    public IReadOnlyList<TextSpan> Others => [.. others.Values];

    void Close((int Start, int? Number) mark, int end)
    {
        var span = TextSpan.FromBounds(mark.Start, end);
        if (mark.Number is { } number)
        {
            others.Add(number, span);
        }
        else
        {
            underlined.Add(span);
        }
    }

    [GeneratedRegex(@"\[\||\{(?<number>\d)\||\|\]|\|\}")]
    private static partial Regex Mark();
}
