using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>Gives every element that a hop can name its node.</summary>
internal sealed class NodeTable(string sourceFolder)
{
    private readonly Dictionary<ElementId, int> known = [];
    private readonly List<GraphNode> nodes = [];
    private readonly List<ElementId?> elements = [];
    private int internet = -1;

    /// <summary>The node of everything outside.</summary>
    public int Internet
    {
        get
        {
            if (internet < 0)
            {
                internet = nodes.Count;
                nodes.Add(GraphNode.Internet);
                elements.Add(null);
            }

            return internet;
        }
    }

    /// <summary>The node with that index.</summary>
    public GraphNode this[int index] => nodes[index];

    public int Of(Element element)
    {
        if (!known.TryGetValue(element.Id, out var node))
        {
            node = nodes.Count;
            known.Add(element.Id, node);
            elements.Add(element.Id);
            nodes.Add(new GraphNode(ElementKinds.Code(element.Id.Kind), element.Id.Path, Relative(element.Origin)));
        }

        return node;
    }

    /// <summary>The node of an element; -1 when no hop names it.</summary>
    public int Find(Element element) => Find(element.Id);

    /// <summary>The same of an identity.</summary>
    public int Find(ElementId element) => known.TryGetValue(element, out var node) ? node : -1;

    /// <summary>The elements of the nodes; nothing for the internet.</summary>
    public IReadOnlyList<ElementId?> Elements => elements;

    /// <summary>The origin as the graph names it.</summary>
    public Origin Relative(Origin origin) => origin.RelativeTo(sourceFolder);

    public EquatableArray<GraphNode> ToEquatableArray() => EquatableArray.ToEquatableArray(nodes);
}
