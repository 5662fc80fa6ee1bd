using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Runtime.Tracing;

/// <summary>The hops and blocks of one direction, as they come up.</summary>
internal sealed class TraceRecorder
{
    private readonly List<Hop> hops = [];
    private readonly List<Block> blocks = [];

    public void Pass(GraphNode element, string decision, in Packet packet, Origin? origin = null) =>
        hops.Add(new Hop(element.Path, element.Kind, decision, packet, origin ?? element.Origin, Code: null));

    /// <summary>Adds the hop that drops the packet, and its block.</summary>
    /// <param name="element">The element that drops.</param>
    /// <param name="code">Why.</param>
    /// <param name="text">What is wrong, and behind a semicolon what would let it pass.</param>
    /// <param name="packet">The packet.</param>
    /// <param name="origin">Where the deciding rule or element was written; the element when nothing is given.</param>
    /// <param name="missing">The rule that would let it pass, when there is one.</param>
    public void Drop(GraphNode element, DropCode code, string text, in Packet packet, Origin? origin = null, MissingRule? missing = null)
    {
        var from = origin ?? element.Origin;
        hops.Add(new Hop(element.Path, element.Kind, WithoutRemedy(text), packet, from, code));
        blocks.Add(new Block(code, element.Path, text, from) { Missing = missing });
    }

    /// <summary>Lets the hop that was noted last drop the packet.</summary>
    public void DropAtLast(DropCode code, string text, Origin origin)
    {
        var hop = hops[^1];
        hops[^1] = hop with { Decision = $"{hop.Decision}: {WithoutRemedy(text)}", Origin = origin, Code = code };
        blocks.Add(new Block(code, hop.Element, text, origin));
    }

    /// <summary>Says more of the drop that was noted last, before what was said of it.</summary>
    public void Preface(string text)
    {
        hops[^1] = hops[^1] with { Decision = text + hops[^1].Decision };
        blocks[^1] = blocks[^1] with { Text = text + blocks[^1].Text };
    }

    public TraceDirection Finish(Outcome outcome, string? receiver) =>
        new(blocks.Count > 0 ? Outcome.Dropped : outcome, [.. hops], [.. blocks], receiver);

    private static string WithoutRemedy(string text)
    {
        var end = text.IndexOf(';', StringComparison.Ordinal);
        return end < 0 ? text : text[..end];
    }
}
