using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Model;

namespace NetDsl.Evaluation.Source;

/// <summary>
/// Which literal a value came from. Every literal of the source makes an object of its own, and objects keep
/// their identity through variables, calls, tuples, lists and queries: so a prefix that was written in a table of tuples is
/// underlined there, however it came to the builder.
/// </summary>
internal sealed class Provenance
{
    private readonly Dictionary<object, object> literals = new(Identity.Comparer);
    private readonly Dictionary<SyntaxNode, SourceSpan> spans = [];

    /// <summary>The same value as an object of its own, known to come from that text.</summary>
    public object? Mark(object? value, SyntaxNode literal)
    {
        // The empty string is one object everywhere; of other values only names, prefixes and numbers are ever at fault.
        var own = value switch
        {
            string { Length: > 0 } text => new string(text.ToCharArray()),
            int number => (object)number,
            _ => null,
        };
        return own is null ? value : MarkOwn(own, literal);
    }

    /// <summary>Remembers where the text of an object comes from that was made for that.</summary>
    public object MarkOwn(object own, SyntaxNode literal)
    {
        if (own is not string { Length: 0 })
        {
            literals[own] = literal;
        }

        return own;
    }

    /// <summary>The same value as an object of its own, known to come from a file of data.</summary>
    public object? Mark(object? value, SourceSpan place)
    {
        var own = Mark(value, default(SyntaxNode)!);
        if (own is string { Length: > 0 } or int)
        {
            literals[own] = place;
        }

        return own;
    }

    public SourceSpan? Find(object? value)
    {
        if (value is null || !literals.TryGetValue(value, out var place))
        {
            return null;
        }

        if (place is SourceSpan known)
        {
            return known;
        }

        var node = (SyntaxNode)place;
        if (!spans.TryGetValue(node, out var span))
        {
            spans.Add(node, span = SourceSpans.Of(node));
        }

        return span;
    }
}
