using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Interpretation;

/// <summary><c>if</c>.</summary>
internal sealed class IfStatement(SyntaxNode syntax, Interpreter interpreter, Func<Frame, bool> condition, Statement whenTrue, Statement? whenFalse)
    : Statement(syntax)
{
    public override bool Yields => whenTrue.Yields || whenFalse is { Yields: true };

    public override Completion Execute(Frame frame) =>
        condition(frame) ? interpreter.Run(whenTrue, frame)
        : whenFalse is null ? Completion.Normal
        : interpreter.Run(whenFalse, frame);

    public override IEnumerable<object?> Stream(Frame frame)
    {
        var chosen = condition(frame) ? whenTrue : whenFalse;
        frame.Completion = Completion.Normal;
        return chosen is null ? [] : interpreter.Stream(chosen, frame);
    }
}

/// <summary>A statement behind a label.</summary>
internal sealed class LabeledStatement(SyntaxNode syntax, Statement statement) : Statement(syntax)
{
    public override bool Yields => statement.Yields;

    public override bool EndsFunction => statement.EndsFunction;

    public override Completion Execute(Frame frame) => statement.Execute(frame);

    public override IEnumerable<object?> Stream(Frame frame) => statement.Stream(frame);
}

/// <summary><c>switch</c>: the first section with a case that takes the value; <c>goto case</c> goes on in another.</summary>
internal sealed class SwitchStatement(
    SyntaxNode syntax,
    Value value,
    IReadOnlyList<(Func<Frame, object?, bool> Takes, Statement Body)> sections,
    int? otherwise,
    IReadOnlyDictionary<ILabelSymbol, int> labels,
    Interpreter interpreter)
    : Statement(syntax)
{
    public override bool Yields { get; } = sections.Any(section => section.Body.Yields);

    public override Completion Execute(Frame frame)
    {
        var chosen = Choose(frame);
        while (chosen is { } index)
        {
            var completion = sections[index].Body.Execute(frame);
            if (completion != Completion.Goto || !labels.TryGetValue(frame.Target!, out var next))
            {
                return completion == Completion.Break ? Completion.Normal : completion;
            }

            interpreter.Step(1);
            chosen = next;
        }

        return Completion.Normal;
    }

    public override IEnumerable<object?> Stream(Frame frame)
    {
        var chosen = Choose(frame);
        frame.Completion = Completion.Normal;
        while (chosen is { } index)
        {
            foreach (var element in sections[index].Body.Stream(frame))
            {
                yield return element;
            }

            if (frame.Completion != Completion.Goto || !labels.TryGetValue(frame.Target!, out var next))
            {
                frame.Completion = frame.Completion == Completion.Break ? Completion.Normal : frame.Completion;
                yield break;
            }

            interpreter.Step(1);
            chosen = next;
        }
    }

    private int? Choose(Frame frame)
    {
        var tested = value(frame);
        for (var index = 0; index < sections.Count; index++)
        {
            if (sections[index].Takes(frame, tested))
            {
                return index;
            }
        }

        return otherwise;
    }
}
