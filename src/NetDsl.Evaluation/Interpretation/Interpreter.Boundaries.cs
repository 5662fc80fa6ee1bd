using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Interpretation;

/// <content>Where the runtime catches what the program throws, and throws something else in its place.</content>
internal sealed partial class Interpreter
{
    /// <summary>Sorts or searches. Whoever catches outside what a comparison throws gets it as .NET hands it on, inside of another exception.</summary>
    public object? Compare(Func<object?> sort, SyntaxNode at)
    {
        if (IsCaughtNowhere)
        {
            return sort();
        }

        var depth = Handlers.Count;
        var boundary = EnterBoundary();
        try
        {
            return sort();
        }
        catch (Exception exception) when (Signals.Within(exception) is UnwindingException unwinding && unwinding.Handler == boundary)
        {
            throw Throw(at, new InvalidOperationException("Failed to compare two elements in the array.", unwinding.Thrown));
        }
        finally
        {
            Handlers.RemoveRange(depth, Handlers.Count - depth);
        }
    }

    /// <summary>What is thrown; nothing where nothing is, or where nobody would catch it, so that it was told where it was thrown.</summary>
    private Exception? Caught(Action act)
    {
        if (IsCaughtNowhere)
        {
            return CaughtHere(act);
        }

        var depth = Handlers.Count;
        var boundary = EnterBoundary();
        try
        {
            return CaughtHere(act);
        }
        catch (UnwindingException unwinding) when (unwinding.Handler == boundary)
        {
            return unwinding.Thrown;
        }
        finally
        {
            Handlers.RemoveRange(depth, Handlers.Count - depth);
        }
    }

    private static Exception? CaughtHere(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (Exception exception) when (Signals.Within(exception) is null && Unwrapped(exception) is var cause && (cause is ProgramException || !IsOurs(cause)))
        {
            return cause is ProgramException program ? program.Thrown : cause;
        }
    }

    private bool IsCaughtNowhere => Handlers.Count == 0 && Finallys == 0;

    private Handler EnterBoundary()
    {
        var boundary = Handler.Boundary(new Frame([], null, null));
        Handlers.Add(boundary);
        return boundary;
    }
}
