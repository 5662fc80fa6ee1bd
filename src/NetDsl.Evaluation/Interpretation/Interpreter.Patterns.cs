using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetDsl.Evaluation.Interpretation;

/// <content>Patterns, type tests and conditional access.</content>
internal sealed partial class Interpreter
{
    public override object? VisitIsPattern(IIsPatternOperation operation, Frame frame) =>
        Matches(operation.Pattern, Evaluate(operation.Value, frame), frame);

    public override object? VisitIsType(IIsTypeOperation operation, Frame frame) =>
        TypeOf(operation.TypeOperand, operation, frame).IsInstanceOfType(Evaluate(operation.ValueOperand, frame)) != operation.IsNegated;

    public override object? VisitSwitchExpression(ISwitchExpressionOperation operation, Frame frame)
    {
        var value = Evaluate(operation.Value, frame);
        var arm = operation.Arms.FirstOrDefault(candidate =>
            Matches(candidate.Pattern, value, frame) && (candidate.Guard is null || Evaluate<bool>(candidate.Guard, frame)));
        return arm is null
            ? throw Thrown(operation, new InvalidOperationException($"no arm of the switch takes the value {Shown(value)}"))
            : Evaluate(arm.Value, frame);
    }

    public override object? VisitConditionalAccess(IConditionalAccessOperation operation, Frame frame)
    {
        var receiver = Evaluate(operation.Operation, frame);
        return receiver is null ? null : WithReceiver(receiver, frame, () => Evaluate(operation.WhenNotNull, frame));
    }

    public override object? VisitConditionalAccessInstance(IConditionalAccessInstanceOperation operation, Frame frame) =>
        frame.Receivers[frame.Receivers.Count - 1];

    private static T WithReceiver<T>(object? receiver, Frame frame, Func<T> evaluate)
    {
        frame.Receivers.Add(receiver);
        try
        {
            return evaluate();
        }
        finally
        {
            frame.Receivers.RemoveAt(frame.Receivers.Count - 1);
        }
    }

    /// <summary>For a message only, which may say it in the invariant culture.</summary>
    private static string? Shown(object? value) =>
        value is IFormattable number ? number.ToString(null, System.Globalization.CultureInfo.InvariantCulture) : value?.ToString();

    private bool Matches(IPatternOperation pattern, object? value, Frame frame)
    {
        Spend(pattern);
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return true;
            case IConstantPatternOperation constant:
                // The constant as converted to the type of what is tested: 2 is no long.
                return Equals(value, Evaluate(constant.Value, frame));
            case ITypePatternOperation type:
                return TypeOf(type.MatchedType, pattern, frame).IsInstanceOfType(value);
            case INegatedPatternOperation negated:
                return !Matches(negated.Pattern, value, frame);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                return Matches(both.LeftPattern, value, frame) && Matches(both.RightPattern, value, frame);
            case IBinaryPatternOperation either:
                return Matches(either.LeftPattern, value, frame) || Matches(either.RightPattern, value, frame);
            case IRelationalPatternOperation relational:
                var operand = TypeOf(relational.Value.Type, pattern, frame);
                return operand.IsInstanceOfType(value) && Operators.Binary(relational.OperatorKind, false, operand, operand) is { } compare
                    && (bool)compare(value, Evaluate(relational.Value, frame))!;
            case IDeclarationPatternOperation declaration:
                return (declaration.MatchesNull || TypeOf(declaration.MatchedType, pattern, frame).IsInstanceOfType(value))
                    && Bind(declaration.DeclaredSymbol, value, frame);
            case IRecursivePatternOperation recursive:
                return value is not null
                    && (recursive.MatchedType is null || TypeOf(recursive.MatchedType, pattern, frame).IsInstanceOfType(value))
                    && PartsMatch(recursive, value, frame)
                    && recursive.PropertySubpatterns.All(property => PropertyMatches(property, value, frame))
                    && Bind(recursive.DeclaredSymbol, value, frame);
            default:
                throw Refuse(pattern);
        }
    }

    private bool PartsMatch(IRecursivePatternOperation pattern, object value, Frame frame)
    {
        if (pattern.DeconstructionSubpatterns.IsEmpty)
        {
            return true;
        }

        var parts = Parts(value, pattern.DeconstructionSubpatterns.Length, pattern);
        return pattern.DeconstructionSubpatterns.Zip(parts, (part, item) => Matches(part, item, frame)).All(matches => matches);
    }

    private bool PropertyMatches(IPropertySubpatternOperation property, object value, Frame frame) =>
        Matches(property.Pattern, WithReceiver(value, frame, () => Evaluate(property.Member, frame)), frame);

    private static bool Bind(ISymbol? symbol, object? value, Frame frame)
    {
        if (symbol is not null and not IDiscardSymbol)
        {
            frame.Declare(symbol).Value = value;
        }

        return true;
    }
}
