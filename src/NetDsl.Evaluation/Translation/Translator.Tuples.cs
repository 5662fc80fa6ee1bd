using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Evaluation.Interpretation;

namespace NetDsl.Evaluation.Translation;

/// <content>Comparing tuples.</content>
internal sealed partial class Translator
{
    /// <summary>Compared element by element, each pair as C# compares values of their two types.</summary>
    public override Value VisitTupleBinaryOperator(ITupleBinaryOperation operation, object? argument)
    {
        var (left, right) = (ElementsOf(operation.LeftOperand), ElementsOf(operation.RightOperand));
        var (leftShape, rightShape) = (ShapeOf(operation.LeftOperand), ShapeOf(operation.RightOperand));
        if (leftShape.Count != rightShape.Count)
        {
            throw Refused(operation.Syntax, "a tuple that may be null cannot be compared at compile time; compare the elements");
        }

        var compare = leftShape.Zip(rightShape, (one, other) => ElementEquality(operation, one, other)).ToArray();
        var conversions = ConversionsOf(operation.LeftOperand).Zip(ConversionsOf(operation.RightOperand), (one, other) => (Left: one, Right: other)).ToArray();
        var isEquals = operation.OperatorKind == BinaryOperatorKind.Equals;
        return frame =>
        {
            var (ones, others) = (new List<object?>(), new List<object?>());
            left(frame, ones);
            right(frame, others);
            var (isLeftNull, isRightNull) = (IsNothing(ones), IsNothing(others));
            if (isLeftNull || isRightNull)
            {
                return Box((isLeftNull && isRightNull) == isEquals);
            }

            if (ones.Count != others.Count || ones.Count != compare.Length)
            {
                throw interpreter.Refuse(operation.Syntax, "a tuple that may be null cannot be compared at compile time; compare the elements");
            }

            for (var index = 0; index < compare.Length; index++)
            {
                var (one, other) = conversions[index];
                if (!compare[index](one is null ? ones[index] : one(ones[index]), other is null ? others[index] : other(others[index])))
                {
                    return Box(!isEquals);
                }
            }

            return Box(isEquals);
        };
    }

    /// <summary>The elements as written, or of the value, those of inner tuples among them.</summary>
    private Action<Frame, List<object?>> ElementsOf(IOperation operand)
    {
        var written = Written(operand);
        if (written is ITupleOperation tuple)
        {
            var inner = tuple.Elements.Select(ElementsOf).ToArray();
            return (frame, items) =>
            {
                foreach (var each in inner)
                {
                    each(frame, items);
                }
            };
        }

        var converted = Unconverted(written);
        var value = Translate(converted);
        var type = converted.Type;
        return (frame, items) => Flatten(value(frame), Present(type), items);
    }

    /// <summary>
    /// What the elements are converted by, as casts say. The compiler converts an element when it is compared, and not at all when
    /// elements before it differ.
    /// </summary>
    private List<Func<object?, object?>?> ConversionsOf(IOperation operand)
    {
        var written = Written(operand);
        if (written is ITupleOperation tuple)
        {
            return [.. tuple.Elements.SelectMany(ConversionsOf)];
        }

        Func<object?, object?>? convert = null;
        for (var outer = written; IsConvertedLate(outer, out var conversion); outer = conversion.Operand)
        {
            var (step, further, at) = (Conversion(conversion.Operand.Type!, conversion.Type!, conversion.IsChecked, conversion), convert, conversion.Syntax);
            convert = value =>
            {
                interpreter.At = at;
                var converted = step(value);
                return further is null ? converted : further(converted);
            };
        }

        return convert is null ? [.. Shape(Present(written.Type)).Select(_ => (Func<object?, object?>?)null)] : [convert];
    }

    /// <summary>An element without the casts that are done when it is compared.</summary>
    private static IOperation Unconverted(IOperation element)
    {
        while (IsConvertedLate(element, out var conversion))
        {
            element = conversion.Operand;
        }

        return element;
    }

    private static bool IsConvertedLate(IOperation element, [NotNullWhen(true)] out IConversionOperation? conversion)
    {
        conversion = element as IConversionOperation;
        return conversion is { OperatorMethod: null, IsTryCast: false, ConstantValue.HasValue: false, Operand: { Type.IsTupleType: false } and not IThrowOperation, Type.IsTupleType: false }
            && conversion.Operand is not (IInterpolatedStringOperation or ISwitchExpressionOperation or IConditionalOperation or ICollectionExpressionOperation);
    }

    private static void Flatten(object? value, ITypeSymbol? type, List<object?> items)
    {
        if (value is not null && type is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            foreach (var (item, element) in Tuples.Items(value).Zip(tuple.TupleElements, (item, element) => (item, element)))
            {
                Flatten(item, element.Type, items);
            }
        }
        else
        {
            items.Add(value);
        }
    }

    /// <summary>Whether the elements are those of a tuple that is null: a tuple that is there has two at least.</summary>
    private static bool IsNothing(List<object?> items) => items is [null];

    /// <summary>The type of a tuple that may be null, where it is not.</summary>
    private static ITypeSymbol? Present(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeArguments: [{ IsTupleType: true } tuple] } nullable && IsNullable(nullable) ? tuple : type;

    private static List<ITypeSymbol?> ShapeOf(IOperation operand)
    {
        var written = Written(operand);
        return written is ITupleOperation tuple ? [.. tuple.Elements.SelectMany(ShapeOf)] : [.. Shape(Present(written.Type))];
    }

    private static IEnumerable<ITypeSymbol?> Shape(ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.SelectMany(element => Shape(element.Type)) : [type];

    private Func<object?, object?, bool> ElementEquality(ITupleBinaryOperation operation, ITypeSymbol? left, ITypeSymbol? right)
    {
        var at = operation.Syntax;
        if (OperatorOf(left) is { } own && SymbolEqualityComparer.Default.Equals(left, right))
        {
            var call = StaticMethod(own, at, null);
            return (one, other) => (bool)call(null, [one, other])!;
        }

        return (one, other) =>
        {
            if (one is null || other is null)
            {
                return one is null && other is null;
            }

            if (Operators.Common(one.GetType(), other.GetType()) is { } common && left is { IsValueType: true } && right is { IsValueType: true })
            {
                var compute = Operators.Binary(BinaryOperatorKind.Equals, isChecked: false, common, common) ?? throw interpreter.Refuse(operation);
                return (bool)compute(
                    Operators.Conversion(false, one.GetType(), common)!(one), Operators.Conversion(false, other.GetType(), common)!(other))!;
            }

            return IsReference(left) || IsReference(right) ? ReferenceEquality(one, other, IsString(left) && IsString(right), at) : Equals(one, other);
        };
    }

    /// <summary>The operator <c>==</c> of a type that the program declares.</summary>
    private IMethodSymbol? OperatorOf(ITypeSymbol? type) => type is INamedTypeSymbol named && Types.IsOfThisProgram(named)
        ? named.GetMembers("op_Equality").OfType<IMethodSymbol>().FirstOrDefault()
        : null;
}
