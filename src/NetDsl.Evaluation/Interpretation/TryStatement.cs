using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>A <c>catch</c>: what it takes, and what it does.</summary>
internal sealed record CatchClause(Type Type, Action<Frame, object?>? Declare, Func<Frame, bool>? Filter, ScopeLayout? Scope, Statement? Body);

/// <summary>A <c>try</c> that is being executed, and can catch.</summary>
internal sealed class Handler(IReadOnlyList<CatchClause> clauses, Frame frame)
{
    public Frame Frame => frame;

    private readonly Scope? scope = frame.Scope;

    /// <summary>The clause that takes an exception. Filters run here, before anything is left, as in C#.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="boundary">What a filter throws and does not catch by itself comes out here.</param>
    public CatchClause? Find(Exception exception, Handler boundary)
    {
        foreach (var clause in clauses)
        {
            if (clause.Type.IsInstanceOfType(exception) && Takes(clause, exception, boundary))
            {
                return clause;
            }
        }

        return null;
    }

    public void Enter(CatchClause clause, Exception exception)
    {
        frame.Scope = clause.Scope is null ? scope : new Scope(clause.Scope.Count, scope);
        clause.Declare?.Invoke(frame, exception);
    }

    public void Restore() => frame.Scope = scope;

    /// <summary>Takes whatever is thrown while a filter runs.</summary>
    public static Handler Boundary(Frame frame) => new([new CatchClause(typeof(Exception), null, null, null, null)], frame);

    private bool Takes(CatchClause clause, Exception exception, Handler boundary)
    {
        if (clause.Filter is null)
        {
            return true;
        }

        var (present, caught) = (frame.Scope, frame.Caught);
        Enter(clause, exception);
        frame.Caught = exception;
        try
        {
            return clause.Filter(frame);
        }
        catch (Exception failure) when (failure is UnwindingException unwinding ? unwinding.Handler == boundary : Signals.Within(failure) is null)
        {
            // A filter that throws takes nothing.
            return false;
        }
        finally
        {
            (frame.Scope, frame.Caught) = (present, caught);
        }
    }
}

/// <summary><c>try</c>, and whatever else does something whatever happens: <c>using</c>.</summary>
internal sealed class TryStatement(
    SyntaxNode syntax, Interpreter interpreter, Statement body, IReadOnlyList<CatchClause> clauses, Action<Frame>? atLast)
    : Statement(syntax)
{
    public override bool Yields => body.Yields;

    public override Completion Execute(Frame frame)
    {
        if (atLast is null)
        {
            return ProtectedBody(frame);
        }

        var scope = frame.Scope;
        UnwindingException? passing = null;
        var completion = Completion.Normal;
        var outer = interpreter.Finallys++;
        try
        {
            completion = ProtectedBody(frame);
        }
        catch (UnwindingException unwinding)
        {
            passing = unwinding;
        }
        finally
        {
            interpreter.Finallys = outer;
        }

        RunAtLast(frame, scope);
        if (passing is null)
        {
            return completion;
        }

        if (passing.Handler is not null || outer > 0)
        {
            throw passing;
        }

        interpreter.NobodyTakes(passing.Thrown, passing.At);
        throw interpreter.Abandon();
    }

    private Completion ProtectedBody(Frame frame) => clauses.Count == 0 ? interpreter.Run(body, frame) : Protected(frame);

    /// <summary>In a sequence there are no clauses, which C# refuses around elements.</summary>
    public override IEnumerable<object?> Stream(Frame frame)
    {
        var scope = frame.Scope;
        try
        {
            foreach (var element in interpreter.Stream(body, frame))
            {
                yield return element;
            }
        }
        finally
        {
            var completion = frame.Completion;
            RunAtLast(frame, scope);
            frame.Completion = completion;
        }
    }

    private Completion Protected(Frame frame)
    {
        var handler = new Handler(clauses, frame);
        var depth = interpreter.Handlers.Count;
        interpreter.Handlers.Add(handler);
        UnwindingException caught;
        try
        {
            return interpreter.Run(body, frame);
        }
        catch (UnwindingException unwinding) when (unwinding.Handler == handler)
        {
            caught = unwinding;
        }
        finally
        {
            interpreter.Handlers.RemoveRange(depth, interpreter.Handlers.Count - depth);
        }

        var outer = frame.Caught;
        handler.Enter(caught.Clause!, caught.Thrown);
        frame.Caught = caught.Thrown;
        try
        {
            return interpreter.Run(caught.Clause!.Body!, frame);
        }
        finally
        {
            frame.Caught = outer;
            handler.Restore();
        }
    }

    private void RunAtLast(Frame frame, Scope? scope)
    {
        if (atLast is null)
        {
            return;
        }

        var (result, target) = (frame.Result, frame.Target);
        frame.Scope = scope;
        atLast(frame);
        (frame.Result, frame.Target, frame.Scope) = (result, target, scope);
    }
}
