using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>A statement with variables of its own that functions capture.</summary>
internal sealed class Scoped(SyntaxNode syntax, ScopeLayout layout, Statement body) : Statement(syntax)
{
    public override bool Yields => body.Yields;

    public override bool EndsFunction => body.EndsFunction;

    public override Completion Execute(Frame frame)
    {
        var outer = frame.Scope;
        frame.Scope = new Scope(layout.Count, outer);
        var completion = body.Execute(frame);
        frame.Scope = outer;
        return completion;
    }

    public override IEnumerable<object?> Stream(Frame frame)
    {
        var outer = frame.Scope;
        frame.Scope = new Scope(layout.Count, outer);
        foreach (var element in body.Stream(frame))
        {
            yield return element;
        }

        frame.Scope = outer;
    }
}
