using System.Collections;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>
/// What an iterator of the program gives: nothing of it runs before the first element is asked for, and each walk runs it anew.
/// </summary>
internal sealed class IteratorSequence<T>(Interpreter interpreter, Code code, object? self, object?[] arguments, Scope? closure) : IEnumerable<T>
{
    public IEnumerator<T> GetEnumerator() => new IteratorRun<T>(interpreter, code, self, arguments, closure);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>One walk of an iterator.</summary>
internal sealed class IteratorRun<T> : IEnumerator<T>
{
    private readonly Interpreter interpreter;
    private readonly IEnumerator<object?> elements;

    public IteratorRun(Interpreter interpreter, Code code, object? self, object?[] arguments, Scope? closure)
    {
        this.interpreter = interpreter;
        var frame = code.Frame([.. arguments], closure, self);
        elements = interpreter.Stream(code.Body!, frame).GetEnumerator();
    }

    public T Current => (T)elements.Current!;

    object? IEnumerator.Current => elements.Current;

    public bool MoveNext() => interpreter.InCallBack(elements.MoveNext);

    public void Reset() => throw new NotSupportedException();

    public void Dispose() => interpreter.InCallBack(() =>
    {
        elements.Dispose();
        return true;
    });
}
