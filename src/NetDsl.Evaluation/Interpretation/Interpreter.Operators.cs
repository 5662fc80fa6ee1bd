using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Evaluation.Host;

namespace NetDsl.Evaluation.Interpretation;

/// <content>Operators, conversions, tuples and text.</content>
internal sealed partial class Interpreter
{
    public override object? VisitBinaryOperator(IBinaryOperation operation, Frame frame)
    {
        switch (operation.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalAnd when operation.OperatorMethod is null:
                return Evaluate<bool>(operation.LeftOperand, frame) && Evaluate<bool>(operation.RightOperand, frame);
            case BinaryOperatorKind.ConditionalOr when operation.OperatorMethod is null:
                return Evaluate<bool>(operation.LeftOperand, frame) || Evaluate<bool>(operation.RightOperand, frame);
        }

        var left = Evaluate(operation.LeftOperand, frame);
        var right = Evaluate(operation.RightOperand, frame);
        return operation.Type is { SpecialType: SpecialType.System_String }
            ? Concatenate(left, right, operation)
            : Compute(
                operation,
                operation.OperatorKind,
                operation.IsChecked,
                operation.OperatorMethod,
                (left, operation.LeftOperand.Type),
                (right, operation.RightOperand.Type),
                frame);
    }

    public override object? VisitUnaryOperator(IUnaryOperation operation, Frame frame)
    {
        var operand = Evaluate(operation.Operand, frame);
        if (operation.OperatorKind == UnaryOperatorKind.Hat)
        {
            return new Index((int)operand!, fromEnd: true);
        }

        if (operation.OperatorMethod is { } method)
        {
            return CallHost(method, null, new CallArguments([operand], NoSpans), operation, frame);
        }

        var compute = Operators.Unary(operation.OperatorKind, operation.IsChecked, TypeOf(operation.Operand.Type, operation.Operand, frame))
            ?? throw Refuse(operation);
        return Guard(operation, () => compute(operand));
    }

    public override object? VisitConversion(IConversionOperation operation, Frame frame)
    {
        if (operation.OperatorMethod is { } method)
        {
            var operand = Evaluate(operation.Operand, frame);
            return operation.Type switch
            {
                // An array stands for the spans over it.
                var type when HostTypes.IsSpan(type) => operand,
                { Name: nameof(Index), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } } =>
                    Guard(operation, () => (object)new Index((int)operand!)),
                _ => CallHost(method, null, new CallArguments([operand], NoSpans), operation, frame),
            };
        }

        var value = Evaluate(operation.Operand, frame);
        if (operation.Conversion.IsIdentity || operation.Operand.Type is null || operation.Type is null)
        {
            return value;
        }

        if (operation.IsTryCast)
        {
            return TypeOf(operation.Type, operation, frame).IsInstanceOfType(value) ? value : null;
        }

        return Converted(value, operation.Operand.Type, operation.Type, operation.IsChecked, operation, frame);
    }

    public override object? VisitConditional(IConditionalOperation operation, Frame frame) =>
        Evaluate(Evaluate<bool>(operation.Condition, frame) ? operation.WhenTrue : operation.WhenFalse!, frame);

    public override object? VisitCoalesce(ICoalesceOperation operation, Frame frame)
    {
        if (Evaluate(operation.Value, frame) is not { } value)
        {
            return Evaluate(operation.WhenNull, frame);
        }

        if (operation.ValueConversion.MethodSymbol is { } method)
        {
            return CallHost(method, null, new CallArguments([value], NoSpans), operation, frame);
        }

        // What is converted is the value inside a nullable one, unless the whole stays nullable.
        var type = operation.Value.Type is INamedTypeSymbol nullable && IsNullable(nullable) ? nullable.TypeArguments[0] : operation.Value.Type;
        return operation.ValueConversion.IsIdentity || type is null || operation.Type is null
            ? value
            : Converted(value, type, operation.Type, isChecked: false, operation, frame);
    }

    public override object? VisitCoalesceAssignment(ICoalesceAssignmentOperation operation, Frame frame)
    {
        var place = Place(operation.Target, frame);
        if (Unforgotten(place) is { } present)
        {
            return present;
        }

        var value = Evaluate(operation.Value, frame);
        place.Write(value);
        return value;
    }

    public override object? VisitCompoundAssignment(ICompoundAssignmentOperation operation, Frame frame)
    {
        var place = Place(operation.Target, frame);
        var present = Unforgotten(place);
        var added = Evaluate(operation.Value, frame);
        var target = operation.Target.Type;
        object? value;
        if (target is { SpecialType: SpecialType.System_String })
        {
            value = Concatenate(present, added, operation);
        }
        else if (operation.OperatorMethod is { } method)
        {
            value = CallHost(method, null, new CallArguments([present, added], NoSpans), operation, frame);
        }
        else
        {
            // As C# does: widened to the type that is calculated in, and narrowed back.
            var own = TypeOf(target, operation.Target, frame);
            var isShift = operation.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;
            var type = isShift || own == typeof(bool) || own.IsEnum ? Operators.Promoted(own) : Operators.Promoted(TypeOf(operation.Value.Type, operation.Value, frame));
            var widened = Convert(present, own, type, operation.IsChecked, operation);
            var right = isShift ? TypeOf(operation.Value.Type, operation.Value, frame) : type;
            var compute = Operators.Binary(operation.OperatorKind, operation.IsChecked, type, right) ?? throw Refuse(operation);
            value = Convert(Guard(operation, () => compute(widened, added)), type, own, operation.IsChecked, operation);
        }

        place.Write(value);
        return value;
    }

    public override object? VisitIncrementOrDecrement(IIncrementOrDecrementOperation operation, Frame frame)
    {
        if (operation.OperatorMethod is not null)
        {
            throw Refuse(operation);
        }

        var place = Place(operation.Target, frame);
        var present = Unforgotten(place);
        var own = TypeOf(operation.Target.Type, operation.Target, frame);
        var type = Operators.Promoted(own);
        var kind = operation.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        var compute = Operators.Binary(kind, operation.IsChecked, type, type) ?? throw Refuse(operation);
        var value = Guard(operation, () => compute(
            Convert(present, own, type, operation.IsChecked, operation), Convert(1, typeof(int), type, false, operation)));
        value = Convert(value, type, own, operation.IsChecked, operation);
        place.Write(value);
        return operation.IsPostfix ? present : value;
    }

    public override object? VisitInterpolatedString(IInterpolatedStringOperation operation, Frame frame)
    {
        var text = new StringBuilder();
        foreach (var part in operation.Parts)
        {
            switch (part)
            {
                case IInterpolatedStringTextOperation plain:
                    text.Append((string?)plain.Text.ConstantValue.Value);
                    break;
                case IInterpolationOperation hole:
                    var value = Evaluate(Written(hole.Expression), frame);
                    var width = hole.Alignment is null ? 0 : Evaluate<int>(hole.Alignment, frame);
                    Guard(hole, () => budget.Elements(Math.Abs((long)width)));
                    var format = (string?)hole.FormatString?.ConstantValue.Value;
                    var item = Guard(hole, () => PlainText.Of(value, format));
                    text.Append(width < 0 ? item.PadRight(-width) : item.PadLeft(width));
                    break;
                default:
                    throw Abandon();
            }
        }

        Guard(operation, () => budget.Elements(text.Length));
        return provenance.Mark(text.ToString(), operation.Syntax);
    }

    public override object? VisitDefaultValue(IDefaultValueOperation operation, Frame frame)
    {
        var type = TypeOf(operation.Type, operation, frame);
        return type.IsValueType ? Activator.CreateInstance(type) : null;
    }

    public override object? VisitParenthesized(IParenthesizedOperation operation, Frame frame) => Evaluate(operation.Operand, frame);

    private object? Compute(
        IOperation at,
        BinaryOperatorKind kind,
        bool isChecked,
        IMethodSymbol? method,
        (object? Value, ITypeSymbol? Type) left,
        (object? Value, ITypeSymbol? Type) right,
        Frame frame)
    {
        if (method is not null && !IsString(left.Type))
        {
            return CallHost(method, null, new CallArguments([left.Value, right.Value], NoSpans), at, frame);
        }

        if (kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
            && (IsReference(left.Type) || IsReference(right.Type) || left.Value is null || right.Value is null))
        {
            var equal = IsString(left.Type) && IsString(right.Type)
                ? string.Equals((string?)left.Value, (string?)right.Value, StringComparison.Ordinal)
                : IsIdentityKnown(left, right) ? ReferenceEquals(left.Value, right.Value)
                : throw Refuse(at, "whether these are the same object is not known at compile time; compare their values");
            return equal == (kind == BinaryOperatorKind.Equals);
        }

        var compute = Operators.Binary(kind, isChecked, TypeOf(left.Type, at, frame), TypeOf(right.Type, at, frame)) ?? throw Refuse(at);
        return Guard(at, () => compute(left.Value, right.Value));
    }

    /// <summary>
    /// Text and boxed numbers have an identity of their own here, because each literal makes its own object; only null is the
    /// same as when the program runs.
    /// </summary>
    private static bool IsIdentityKnown((object? Value, ITypeSymbol? Type) left, (object? Value, ITypeSymbol? Type) right) =>
        left.Value is null || right.Value is null || !(left.Value is string or ValueType || right.Value is string or ValueType);

    private static bool IsReference(ITypeSymbol? type) => type is null or { IsReferenceType: true };

    private static bool IsString(ITypeSymbol? type) => type is null or { SpecialType: SpecialType.System_String };

    private object? Unforgotten(Place place)
    {
        var value = place.Read();
        return ReferenceEquals(value, Unknown.Value) ? throw Abandon() : value;
    }

    private string Concatenate(object? left, object? right, IOperation at)
    {
        var (first, second) = (Guard(at, () => PlainText.Of(left)), Guard(at, () => PlainText.Of(right)));
        Guard(at, () => budget.Elements((long)first.Length + second.Length));
        return (string)provenance.Mark(first + second, at.Syntax)!;
    }

    private void Guard(IOperation at, Action act) => Guard(at, () =>
    {
        act();
        return true;
    });

    private object? Converted(object? value, ITypeSymbol from, ITypeSymbol to, bool isChecked, IOperation at, Frame frame)
    {
        if (value is null)
        {
            return to is { IsValueType: true } && to.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T
                ? throw Null(at)
                : null;
        }

        if (from.IsTupleType && to.IsTupleType)
        {
            return ToType(value, to, at, frame);
        }

        var type = TypeOf(to, at, frame);
        if (IsReference(to) || IsReference(from))
        {
            return type.IsInstanceOfType(value) ? value : throw Thrown(at, new InvalidCastException(
                $"a value of type '{value.GetType().Name}' is no '{to.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'"));
        }

        return Convert(value, TypeOf(from, at, frame), type, isChecked, at);
    }

    private object? Convert(object? value, Type from, Type to, bool isChecked, IOperation at)
    {
        var convert = Operators.Conversion(isChecked, from, to) ?? throw Refuse(at);
        return Guard(at, () => convert(value));
    }

    /// <summary>Makes a value one of that type where C# converts without a word: numbers, and the elements of tuples.</summary>
    private object? ToType(object? value, ITypeSymbol? type, IOperation at, Frame frame)
    {
        if (value is null || type is null or IErrorTypeSymbol)
        {
            return value;
        }

        var target = TypeOf(type, at, frame);
        if (target.IsInstanceOfType(value))
        {
            return value;
        }

        if (type is INamedTypeSymbol { IsTupleType: true } tuple && Tuples.IsTuple(value.GetType()))
        {
            var items = Tuples.Items(value);
            return Tuples.Create(target, [.. items.Select((item, index) => ToType(item, tuple.TupleElements[index].Type, at, frame))]);
        }

        return Convert(value, value.GetType(), target, isChecked: false, at);
    }

    private static readonly IReadOnlyDictionary<string, Model.SourceSpan> NoSpans = new Dictionary<string, Model.SourceSpan>();
}
