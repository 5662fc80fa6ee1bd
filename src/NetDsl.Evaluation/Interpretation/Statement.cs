using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>A statement, made ready to run.</summary>
internal abstract class Statement(SyntaxNode syntax)
{
    public SyntaxNode Syntax { get; } = syntax;

    /// <summary>How many operations it has, those of statements inside not among them.</summary>
    public int Weight { get; set; } = 1;

    /// <summary>What becomes unknown when it cannot be evaluated.</summary>
    public IReadOnlyList<Action<Frame>> Forgets { get; set; } = [];

    /// <summary>Whether a function ends with it, so that its result is unknown when it cannot be evaluated.</summary>
    public virtual bool EndsFunction => false;

    /// <summary>Whether it gives elements of a sequence.</summary>
    public virtual bool Yields => false;

    public abstract Completion Execute(Frame frame);

    /// <summary>Executes as far as the next element, each time one is asked for; how it ended then stands in the frame.</summary>
    public virtual IEnumerable<object?> Stream(Frame frame)
    {
        frame.Completion = Execute(frame);
        yield break;
    }
}

/// <summary>A statement without others inside.</summary>
internal sealed class SimpleStatement(SyntaxNode syntax, Func<Frame, Completion> execute, bool endsFunction = false) : Statement(syntax)
{
    public override bool EndsFunction => endsFunction;

    public override Completion Execute(Frame frame) => execute(frame);
}

/// <summary><c>yield return</c>.</summary>
internal sealed class YieldStatement(SyntaxNode syntax, Value value) : Statement(syntax)
{
    public override bool Yields => true;

    public override Completion Execute(Frame frame) => throw new InvalidOperationException("Elements are given one by one.");

    public override IEnumerable<object?> Stream(Frame frame)
    {
        yield return value(frame);
        frame.Completion = Completion.Normal;
    }
}
