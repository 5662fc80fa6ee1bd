using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetDsl.Evaluation.Interpretation;

/// <content>Tuples.</content>
internal sealed partial class Interpreter
{
    public override object? VisitTuple(ITupleOperation operation, Frame frame)
    {
        var items = operation.Elements.Select(element => Evaluate(element, frame)).ToArray();
        var type = TypeOf(operation.Type, operation, frame);
        return Guard(operation, () => Tuples.Create(type, items));
    }

    /// <summary>Compared element by element, each pair as C# compares values of their two types.</summary>
    public override object? VisitTupleBinaryOperator(ITupleBinaryOperation operation, Frame frame)
    {
        var left = Elements(operation.LeftOperand, frame).ToList();
        var right = Elements(operation.RightOperand, frame).ToList();
        if (left.Count != right.Count)
        {
            throw Refuse(operation, "a tuple that may be null cannot be compared at compile time; compare the elements");
        }

        var equal = left.Zip(right, (one, other) => AreEqual(one, other, operation, frame)).All(same => same);
        return equal == (operation.OperatorKind == BinaryOperatorKind.Equals);
    }

    /// <summary>The elements as written, or of the value, those of inner tuples among them.</summary>
    private IEnumerable<(object? Value, ITypeSymbol? Type)> Elements(IOperation operand, Frame frame)
    {
        var written = Written(operand);
        return written is ITupleOperation tuple
            ? tuple.Elements.SelectMany(element => Elements(element, frame))
            : Elements(Evaluate(written, frame), written.Type);
    }

    private static IEnumerable<(object? Value, ITypeSymbol? Type)> Elements(object? value, ITypeSymbol? type) =>
        value is not null && type is INamedTypeSymbol { IsTupleType: true } tuple
            ? Tuples.Items(value).Zip(tuple.TupleElements, (item, element) => Elements(item, element.Type)).SelectMany(parts => parts)
            : [(value, type)];

    private bool AreEqual((object? Value, ITypeSymbol? Type) left, (object? Value, ITypeSymbol? Type) right, IOperation at, Frame frame)
    {
        if (left.Value is not null && right.Value is not null
            && Operators.Common(left.Value.GetType(), right.Value.GetType()) is { } common
            && left.Type is { IsValueType: true } && right.Type is { IsValueType: true })
        {
            var compute = Operators.Binary(BinaryOperatorKind.Equals, isChecked: false, common, common) ?? throw Refuse(at);
            return (bool)compute(
                Convert(left.Value, left.Value.GetType(), common, isChecked: false, at),
                Convert(right.Value, right.Value.GetType(), common, isChecked: false, at))!;
        }

        return IsReference(left.Type) || IsReference(right.Type)
            ? (left.Value, right.Value) switch
            {
                (null, null) => true,
                (null, _) or (_, null) => false,
                (string one, string other) when IsString(left.Type) && IsString(right.Type) => string.Equals(one, other, StringComparison.Ordinal),
                _ => (bool)Compute(at, BinaryOperatorKind.Equals, false, null, left, right, frame)!,
            }
            : Equals(left.Value, right.Value);
    }
}
