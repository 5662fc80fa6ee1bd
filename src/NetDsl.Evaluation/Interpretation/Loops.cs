using System.Collections;
using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>
/// A loop: what leads to each pass, and the body. One that runs too long is told at itself, not at whatever it was doing just then.
/// </summary>
internal abstract class Loop(SyntaxNode syntax, Interpreter interpreter, Statement body) : Statement(syntax)
{
    protected Interpreter Interpreter => interpreter;

    public override bool Yields => body.Yields;

    public override Completion Execute(Frame frame)
    {
        var outerLoop = interpreter.EnterLoop(Syntax);
        var outer = frame.Scope;
        using var passes = Passes(frame).GetEnumerator();
        var completion = Completion.Normal;
        while (passes.MoveNext())
        {
            interpreter.Step(1);
            completion = interpreter.Run(body, frame);
            if (completion is not (Completion.Normal or Completion.Continue))
            {
                break;
            }
        }

        frame.Scope = outer;
        interpreter.LeaveLoop(outerLoop);
        return Ended(completion);
    }

    public override IEnumerable<object?> Stream(Frame frame)
    {
        var outer = frame.Scope;
        using var passes = Passes(frame).GetEnumerator();
        var completion = Completion.Normal;
        while (passes.MoveNext())
        {
            interpreter.Step(1);
            foreach (var element in interpreter.Stream(body, frame))
            {
                yield return element;
            }

            completion = frame.Completion;
            if (completion is not (Completion.Normal or Completion.Continue))
            {
                break;
            }
        }

        frame.Scope = outer;
        frame.Completion = Ended(completion);
    }

    /// <summary>One element for each pass, after what stands in the head of the loop was done for it.</summary>
    protected abstract IEnumerable<bool> Passes(Frame frame);

    private static Completion Ended(Completion completion) =>
        completion is Completion.Break or Completion.Continue ? Completion.Normal : completion;
}

/// <summary><c>while</c> and <c>do</c>.</summary>
internal sealed class WhileLoop(SyntaxNode syntax, Interpreter interpreter, Func<Frame, bool> condition, bool conditionIsTop, ScopeLayout? scope, Statement body)
    : Loop(syntax, interpreter, body)
{
    protected override IEnumerable<bool> Passes(Frame frame)
    {
        var outer = frame.Scope;
        var tests = conditionIsTop;
        while (true)
        {
            if (scope is not null)
            {
                frame.Scope = new Scope(scope.Count, outer);
            }

            if (tests && !condition(frame))
            {
                yield break;
            }

            tests = true;
            yield return true;
        }
    }
}

/// <summary><c>for</c>.</summary>
internal sealed class ForLoop(
    SyntaxNode syntax, Interpreter interpreter, Action<Frame> before, Func<Frame, bool>? condition, Action<Frame> atBottom, ScopeLayout? scope, Statement body)
    : Loop(syntax, interpreter, body)
{
    protected override IEnumerable<bool> Passes(Frame frame)
    {
        if (scope is not null)
        {
            // One for all passes: that is how C# has it for 'for'.
            frame.Scope = new Scope(scope.Count, frame.Scope);
        }

        before(frame);
        while (condition is null || condition(frame))
        {
            yield return true;
            atBottom(frame);
        }
    }
}

/// <summary><c>foreach</c>.</summary>
internal sealed class ForEachLoop(
    SyntaxNode syntax,
    Interpreter interpreter,
    Func<Frame, IEnumerator> walk,
    Action<Frame, object?> assign,
    SyntaxNode collection,
    ScopeLayout? scope,
    Statement body)
    : Loop(syntax, interpreter, body)
{
    protected override IEnumerable<bool> Passes(Frame frame)
    {
        var outer = frame.Scope;
        var enumerator = walk(frame);
        try
        {
            while (Next(enumerator))
            {
                if (scope is not null)
                {
                    frame.Scope = new Scope(scope.Count, outer);
                }

                assign(frame, enumerator.Current);
                yield return true;
            }
        }
        finally
        {
            (enumerator as IDisposable)?.Dispose();
        }
    }

    private bool Next(IEnumerator enumerator)
    {
        Interpreter.At = collection;
        return enumerator.MoveNext();
    }
}
