using System.Text;

namespace NetDsl.Testing;

/// <summary>
/// Source in which a test marks what it expects to be underlined: <c>[|…|]</c>. Marks may be nested and are removed.
/// </summary>
/// <param name="Text">The source without marks.</param>
/// <param name="Spans">Start and length of each marked piece, by the order in which they start.</param>
public sealed record MarkedSource(string Text, IReadOnlyList<(int Start, int Length)> Spans)
{
    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder();
        var spans = new List<(int Start, int Length)>();
        var open = new Stack<int>();
        for (var index = 0; index < marked.Length; index++)
        {
            if (marked.AsSpan(index).StartsWith("[|"))
            {
                open.Push(spans.Count);
                spans.Add((text.Length, 0));
                index++;
            }
            else if (marked.AsSpan(index).StartsWith("|]"))
            {
                var span = open.Pop();
                spans[span] = (spans[span].Start, text.Length - spans[span].Start);
                index++;
            }
            else
            {
                text.Append(marked[index]);
            }
        }

        return open.Count == 0 ? new MarkedSource(text.ToString(), spans) : throw new ArgumentException("A mark is not closed.", nameof(marked));
    }
}
