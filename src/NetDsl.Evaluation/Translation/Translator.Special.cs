using Microsoft.CodeAnalysis.Operations;
using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Interpretation;

namespace NetDsl.Evaluation.Translation;

/// <content>Calls of members of the base library that mean something of their own.</content>
internal sealed partial class Translator
{
    internal Value TypeOfValue(IInvocationOperation operation)
    {
        var value = Translate(operation.Instance!);
        return frame => (value(frame) ?? throw interpreter.Null(operation.Syntax)).GetType();
    }

    /// <summary><c>MemberwiseClone</c>, which only objects of the program can call, on themselves.</summary>
    internal Value CloneOf(IInvocationOperation operation)
    {
        var value = Translate(operation.Instance!);
        return frame =>
        {
            var self = value(frame) ?? throw interpreter.Null(operation.Syntax);
            interpreter.Budget.Elements(1);
            return Types.Of(self)?.Clone(self) ?? throw interpreter.Abandon();
        };
    }

    internal Value TextOf(IInvocationOperation operation)
    {
        var value = Translate(operation.Instance!);
        return frame =>
        {
            var shown = value(frame);
            interpreter.At = operation.Syntax;
            return PlainText.Of(shown);
        };
    }

    internal Value EqualTo(IInvocationOperation operation)
    {
        var (value, other) = (Translate(operation.Instance!), Translate(operation.Arguments[0].Value));
        return frame =>
        {
            var one = value(frame);
            return Box(Equals(one, other(frame)));
        };
    }

    internal Value SameObject(IInvocationOperation operation)
    {
        var (left, right) = (Translate(operation.Arguments[0].Value), Translate(operation.Arguments[1].Value));
        return frame =>
        {
            var one = left(frame);
            return Box(ReferenceEquality(one, right(frame), bothText: false, operation.Syntax) is var same && same);
        };
    }
}
