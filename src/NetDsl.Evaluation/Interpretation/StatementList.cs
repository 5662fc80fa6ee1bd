using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>
/// Statements one after the other. One that cannot be evaluated is told, and those behind it go on. A <c>goto</c> that leads to one of
/// them goes on there.
/// </summary>
internal sealed class StatementList(
    SyntaxNode syntax, Interpreter interpreter, Statement[] statements, IReadOnlyDictionary<ILabelSymbol, int>? labels, ScopeLayout? scope)
    : Statement(syntax)
{
    public override bool Yields { get; } = statements.Any(statement => statement.Yields);

    public override Completion Execute(Frame frame)
    {
        var outer = Enter(frame);
        for (var index = 0; index < statements.Length; index++)
        {
            var completion = interpreter.Run(statements[index], frame);
            if (completion == Completion.Normal)
            {
                continue;
            }

            if (completion == Completion.Goto && Target(frame) is { } next)
            {
                index = next - 1;
                continue;
            }

            Leave(frame, outer);
            return completion;
        }

        Leave(frame, outer);
        return Completion.Normal;
    }

    public override IEnumerable<object?> Stream(Frame frame)
    {
        var outer = Enter(frame);
        for (var index = 0; index < statements.Length; index++)
        {
            Completion completion;
            if (statements[index].Yields)
            {
                using var elements = interpreter.Stream(statements[index], frame).GetEnumerator();
                while (elements.MoveNext())
                {
                    yield return elements.Current;
                }

                completion = frame.Completion;
            }
            else
            {
                completion = interpreter.Run(statements[index], frame);
            }

            if (completion == Completion.Normal)
            {
                continue;
            }

            if (completion == Completion.Goto && Target(frame) is { } next)
            {
                index = next - 1;
                continue;
            }

            Leave(frame, outer);
            frame.Completion = completion;
            yield break;
        }

        Leave(frame, outer);
        frame.Completion = Completion.Normal;
    }

    /// <summary>Where a <c>goto</c> goes on, if that is here.</summary>
    private int? Target(Frame frame)
    {
        if (labels is null || !labels.TryGetValue(frame.Target!, out var next))
        {
            return null;
        }

        interpreter.Step(1);
        return next;
    }

    private Scope? Enter(Frame frame)
    {
        var outer = frame.Scope;
        if (scope is not null)
        {
            frame.Scope = new Scope(scope.Count, outer);
        }

        return outer;
    }

    private void Leave(Frame frame, Scope? outer)
    {
        if (scope is not null)
        {
            frame.Scope = outer;
        }
    }
}
