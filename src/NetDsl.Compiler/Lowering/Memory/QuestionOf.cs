using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.Memory;

/// <summary>Something that a walk asks of one element, and of the network around it.</summary>
/// <param name="Id">The element.</param>
internal abstract record QuestionOf<T>(ElementId Id) : Question
    where T : Element
{
    public sealed override object? Answer(AskedNetwork network) => network.Index.Find(Id) is T element ? Answer(network, element) : Gone;

    /// <summary>The answer where the element is there.</summary>
    protected abstract object? Answer(AskedNetwork network, T element);
}
