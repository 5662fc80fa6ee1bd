namespace NetDsl.Compiler.Lowering.Memory;

/// <summary>
/// Something that a walk asks of the network. A question is a value and knows how it is answered, so that what a walk of an earlier lowering asked can be asked again:
/// where every answer is what it was, the walk is what it was.
/// </summary>
internal abstract record Question
{
    /// <summary>The answer where an element that the question names is gone; it is like no other.</summary>
    protected static object Gone => new();

    /// <summary>The answer of a network. Answers compare by value.</summary>
    public abstract object? Answer(AskedNetwork network);
}
