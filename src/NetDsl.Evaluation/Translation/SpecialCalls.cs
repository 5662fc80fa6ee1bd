using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Interpretation;

namespace NetDsl.Evaluation.Translation;

/// <summary>Members of the base library whose arguments are not evaluated like those of others.</summary>
internal static class SpecialCalls
{
    public static Func<Translator, IOperation, Value>? Find(IMethodSymbol method) => (method.ContainingType?.ToDisplayString(), method.Name) switch
    {
        ("string", "Create") when method.Parameters is [{ Type.Name: nameof(IFormatProvider) }, ..] => InvariantText,
        (_, nameof(ToString)) when method is { ContainingType.IsTupleType: true, Parameters.IsEmpty: true } => (translator, operation) => translator.TextOf((IInvocationOperation)operation),
        (_, nameof(Equals)) when method is { ContainingType.IsTupleType: true, IsStatic: false } => (translator, operation) => translator.EqualTo((IInvocationOperation)operation),
        ("object" or "System.Exception", "GetType") => (translator, operation) => translator.TypeOfValue((IInvocationOperation)operation),
        ("object", nameof(MemberwiseClone)) => (translator, operation) => translator.CloneOf((IInvocationOperation)operation),
        ("object", "ReferenceEquals") => (translator, operation) => translator.SameObject((IInvocationOperation)operation),
        _ => null,
    };

    /// <summary><c>string.Create(CultureInfo.InvariantCulture, $"…")</c>.</summary>
    private static Value InvariantText(Translator translator, IOperation operation)
    {
        var invocation = (IInvocationOperation)operation;
        var handler = invocation.Arguments[invocation.Arguments.Length - 1].Value.DescendantsAndSelf().OfType<IInterpolatedStringOperation>().FirstOrDefault();
        return handler is null
            ? translator.DefaultVisit(operation, null)
            : translator.Interpolated(handler.Parts, operation.Syntax, (value, format) => value is IFormattable formattable and not Enum
                ? PlainText.Invariant(formattable, format)
                : PlainText.Of(value, format));
    }
}
