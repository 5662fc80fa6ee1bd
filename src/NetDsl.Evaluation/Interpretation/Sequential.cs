using System.Collections;
using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>What the head of a statement does, and the statement behind it; without the one there is not the other.</summary>
internal sealed class Sequential(SyntaxNode syntax, Action<Frame> first, Statement second) : Statement(syntax)
{
    public override bool Yields => second.Yields;

    public override Completion Execute(Frame frame)
    {
        first(frame);
        return second.Execute(frame);
    }

    public override IEnumerable<object?> Stream(Frame frame)
    {
        first(frame);
        return second.Stream(frame);
    }
}

/// <summary>A walk by the methods that a type of the program has for it, without being a collection of the base library.</summary>
internal sealed class OwnEnumerator(Func<bool> next, Func<object?> current, Action dispose) : IEnumerator, IDisposable
{
    public object? Current => current();

    public bool MoveNext() => next();

    public void Reset() => throw new NotSupportedException();

    public void Dispose() => dispose();
}
