using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Translation;

/// <content>Operators and conditions.</content>
internal sealed partial class Translator
{
    /// <summary>An expression of type <c>bool</c>.</summary>
    private Func<Frame, bool> Condition(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: bool constant })
        {
            return _ => constant;
        }

        switch (operation)
        {
            case IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.ConditionalAnd } both:
                var (first, second) = (Condition(both.LeftOperand), Condition(both.RightOperand));
                return frame => first(frame) && second(frame);
            case IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.ConditionalOr } either:
                var (left, right) = (Condition(either.LeftOperand), Condition(either.RightOperand));
                return frame => left(frame) || right(frame);
            case IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Not, Type.SpecialType: SpecialType.System_Boolean } not:
                var negated = Condition(not.Operand);
                return frame => !negated(frame);
            case IIsPatternOperation test:
                var tested = Translate(test.Value);
                var matches = Pattern(test.Pattern);
                return frame => matches(frame, tested(frame));
            case IParenthesizedOperation inner:
                return Condition(inner.Operand);
            case IBinaryOperation comparison when Comparison(comparison) is { } compare:
                return compare;
            default:
                if (Truth(operation) is { } truth)
                {
                    return truth;
                }

                var value = Translate(operation);
                return frame => (bool)value(frame)!;
        }
    }

    /// <summary>A condition of a type that the program declares, with its operator <c>true</c>.</summary>
    private Func<Frame, bool>? Truth(IOperation operation)
    {
        if (operation is not IUnaryOperation { OperatorKind: UnaryOperatorKind.True, OperatorMethod: { } method } unary)
        {
            return null;
        }

        var operand = Translate(unary.Operand);
        var call = Method(method, operation.Syntax);
        return frame => (bool)call(null, [operand(frame)])!;
    }

    /// <summary>Comparisons of plain integers, which conditions are mostly made of.</summary>
    private Func<Frame, bool>? Comparison(IBinaryOperation operation)
    {
        // Operands are translated once at most, or long sums would take for ever.
        var isComparison = operation.OperatorKind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
            or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;
        if (!isComparison
            || operation is not { OperatorMethod: null, LeftOperand.Type.SpecialType: SpecialType.System_Int32, RightOperand.Type.SpecialType: SpecialType.System_Int32 })
        {
            return null;
        }

        var (left, right) = (Translate(operation.LeftOperand), Translate(operation.RightOperand));
        return operation.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => frame => (int)left(frame)! < (int)right(frame)!,
            BinaryOperatorKind.LessThanOrEqual => frame => (int)left(frame)! <= (int)right(frame)!,
            BinaryOperatorKind.GreaterThan => frame => (int)left(frame)! > (int)right(frame)!,
            BinaryOperatorKind.GreaterThanOrEqual => frame => (int)left(frame)! >= (int)right(frame)!,
            BinaryOperatorKind.Equals => frame => (int)left(frame)! == (int)right(frame)!,
            BinaryOperatorKind.NotEquals => frame => (int)left(frame)! != (int)right(frame)!,
            _ => null,
        };
    }

    public override Value VisitBinaryOperator(IBinaryOperation operation, object? argument)
    {
        var at = operation.Syntax;
        switch (operation.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr when operation.OperatorMethod is { } conditional:
                return OwnConditional(operation, conditional);
            case BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr:
                var condition = Condition(operation);
                return frame => Box(condition(frame));
        }

        if (Comparison(operation) is { } comparison)
        {
            return frame => Box(comparison(frame));
        }

        var (left, right) = (Translate(operation.LeftOperand), Translate(operation.RightOperand));
        if (operation.Type is { SpecialType: SpecialType.System_String } && operation.OperatorMethod is null or { ContainingType.SpecialType: SpecialType.System_String })
        {
            return frame =>
            {
                // The text of what may change is taken before the other side is evaluated.
                var first = left(frame);
                interpreter.At = at;
                return Concatenate(first is IFormattable and not IShell ? first : PlainText.Of(first), right(frame), at);
            };
        }

        if (operation is { OperatorMethod: null, Type.SpecialType: SpecialType.System_Int32, LeftOperand.Type.SpecialType: SpecialType.System_Int32, RightOperand.Type.SpecialType: SpecialType.System_Int32 }
            && IntegerArithmetic(operation, left, right) is { } plain)
        {
            return plain;
        }

        var compute = Binary(
            operation, operation.OperatorKind, operation.IsChecked, operation.IsLifted, operation.OperatorMethod, operation.ConstrainedToType, operation.LeftOperand.Type, operation.RightOperand.Type);
        return frame =>
        {
            var one = left(frame);
            return compute(one, right(frame));
        };
    }

    private static object Box(bool value) => value ? True : False;

    private static readonly object True = true;
    private static readonly object False = false;

    private Value? IntegerArithmetic(IBinaryOperation operation, Value left, Value right)
    {
        var at = operation.Syntax;
        return (operation.OperatorKind, operation.IsChecked) switch
        {
            (BinaryOperatorKind.Add, false) => frame => unchecked((int)left(frame)! + (int)right(frame)!),
            (BinaryOperatorKind.Subtract, false) => frame => unchecked((int)left(frame)! - (int)right(frame)!),
            (BinaryOperatorKind.Multiply, false) => frame => unchecked((int)left(frame)! * (int)right(frame)!),
            (BinaryOperatorKind.Remainder, _) => frame => Remainder((int)left(frame)!, (int)right(frame)!, at),
            (BinaryOperatorKind.And, _) => frame => (int)left(frame)! & (int)right(frame)!,
            _ => null,
        };
    }

    private object Remainder(int left, int right, SyntaxNode at)
    {
        interpreter.At = at;
        return left % right;
    }

    /// <summary><c>&amp;&amp;</c> and <c>||</c> of a type that the program declares. Source: "C# language specification", user-defined conditional logical operators.</summary>
    private Value OwnConditional(IBinaryOperation operation, IMethodSymbol method)
    {
        var (left, right) = (Translate(operation.LeftOperand), Translate(operation.RightOperand));
        var name = operation.OperatorKind == BinaryOperatorKind.ConditionalAnd ? "op_False" : "op_True";
        var test = method.ContainingType.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault() ?? throw Refused(operation);
        var (decides, combine) = (Method(test, operation.Syntax), Method(method, operation.Syntax));
        return frame =>
        {
            var one = left(frame);
            return (bool)decides(null, [one])! ? one : combine(null, [one, right(frame)]);
        };
    }

    /// <summary>A binary operator, ready to be applied to values.</summary>
    private Func<object?, object?, object?> Binary(
        IOperation at,
        BinaryOperatorKind kind,
        bool isChecked,
        bool isLifted,
        IMethodSymbol? method,
        ITypeSymbol? constrainedTo,
        ITypeSymbol? left,
        ITypeSymbol? right)
    {
        var syntax = at.Syntax;
        if (method is not null && !IsString(left))
        {
            if (method.IsAbstract && Types.Find(constrainedTo ?? left, environment) is { } number && Types.Of(number) is null)
            {
                // Of a number that a type parameter stands for.
                return Applied(Operators.Binary(kind, isChecked, number, number), syntax) ?? throw Refused(at);
            }

            if (Types.IsOfThisProgram(method))
            {
                var own = StaticMethod(method, syntax, constrainedTo);
                return isLifted ? Lifted(kind, (one, other) => own(null, [one, other])) : (one, other) => own(null, [one, other]);
            }

            var host = HostCall(method, at);
            Func<object?, object?, object?> call = (one, other) => host(null, new CallArguments([one, other], null));
            return isLifted ? Lifted(kind, call) : call;
        }

        if (IsDelegate(left) || IsDelegate(right))
        {
            return kind switch
            {
                BinaryOperatorKind.Add => (one, other) => Delegates.Combine((Delegate?)one, (Delegate?)other, interpreter.Budget),
                BinaryOperatorKind.Subtract => (one, other) => Delegates.Joined(Delegate.Remove((Delegate?)one, (Delegate?)other)),
                BinaryOperatorKind.Equals => (one, other) => Box(Equals(one, other)),
                BinaryOperatorKind.NotEquals => (one, other) => Box(!Equals(one, other)),
                _ => throw Refused(at),
            };
        }

        if (kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            var negated = kind == BinaryOperatorKind.NotEquals;
            var bothText = IsString(left) && IsString(right);
            if (IsReference(left) || IsReference(right))
            {
                return (one, other) => Box(ReferenceEquality(one, other, bothText, syntax) != negated);
            }
        }

        if (EnumOf(left) is { } enumeration || (EnumOf(right) is { } other2 && (enumeration = other2) is not null))
        {
            return EnumOperator(at, kind, isChecked, enumeration!, left, right);
        }

        var (leftType, rightType) = (TypeOf(left, at), TypeOf(right, at));
        return Applied(Operators.Binary(kind, isChecked, leftType, rightType), syntax) ?? throw Refused(at);
    }

    private Func<object?, object?, object?>? Applied(Func<object?, object?, object?>? compute, SyntaxNode at) => compute is null ? null : (one, other) =>
    {
        interpreter.At = at;
        return compute(one, other);
    };

    private bool ReferenceEquality(object? left, object? right, bool bothText, SyntaxNode at)
    {
        if (bothText)
        {
            return string.Equals((string?)left, (string?)right, StringComparison.Ordinal);
        }

        // Text and boxed numbers have an identity of their own here, because each literal makes its own object; only null is the
        // same as when the program runs.
        return left is null || right is null || !(left is string or ValueType || right is string or ValueType)
            ? ReferenceEquals(left, right)
            : throw interpreter.Refuse(at, "whether these are the same object is not known at compile time; compare their values");
    }

    /// <summary>An operator between values of which each may be null.</summary>
    private static Func<object?, object?, object?> Lifted(BinaryOperatorKind kind, Func<object?, object?, object?> apply) => kind switch
    {
        BinaryOperatorKind.Equals => (one, other) => one is null || other is null ? Box(one is null && other is null) : apply(one, other),
        BinaryOperatorKind.NotEquals => (one, other) => one is null || other is null ? Box(one is not null || other is not null) : apply(one, other),
        BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual =>
            (one, other) => one is null || other is null ? False : apply(one, other),
        _ => (one, other) => one is null || other is null ? null : apply(one, other),
    };

    private Type? EnumOf(ITypeSymbol? type) =>
        Types.Find(type, environment) is { } found && (Nullable.GetUnderlyingType(found) ?? found) is { IsEnum: true } enumeration ? enumeration : null;

    /// <summary>Operators of enums are those of the numbers behind them.</summary>
    private Func<object?, object?, object?> EnumOperator(IOperation at, BinaryOperatorKind kind, bool isChecked, Type enumeration, ITypeSymbol? left, ITypeSymbol? right)
    {
        var underlying = Enum.GetUnderlyingType(enumeration);
        var number = Operators.Promoted(underlying);
        var compute = Operators.Binary(kind, isChecked, number, number) ?? throw Refused(at);
        var widen = Operators.Conversion(false, underlying, number)!;
        var narrow = Operators.Conversion(isChecked, number, underlying)!;
        var (leftIs, rightIs) = (EnumOf(left) is not null, EnumOf(right) is not null);
        var isComparison = kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
            or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;
        var isDifference = kind == BinaryOperatorKind.Subtract && leftIs && rightIs;
        Func<object?, object?, object?> apply = (one, other) =>
        {
            interpreter.At = at.Syntax;
            var result = compute(Number(one!), Number(other!));
            return isComparison ? result : isDifference ? narrow(result) : Enum.ToObject(enumeration, narrow(result)!);
        };
        return Lifted(kind, apply);

        object? Number(object value) => value.GetType().IsEnum
            ? widen(Underlying(value, underlying))
            : value.GetType() == underlying ? widen(value) : Operators.Conversion(false, value.GetType(), number)!(value);
    }

    private static object Underlying(object value, Type underlying) =>
        System.Convert.ChangeType(value, underlying, System.Globalization.CultureInfo.InvariantCulture);

    public override Value VisitUnaryOperator(IUnaryOperation operation, object? argument)
    {
        var at = operation.Syntax;
        var operand = Translate(operation.Operand);
        if (operation.OperatorKind == UnaryOperatorKind.Hat)
        {
            return frame =>
            {
                var value = operand(frame);
                interpreter.At = at;
                return value is null ? null : new Index((int)value, fromEnd: true);
            };
        }

        if (operation.OperatorMethod is { } method)
        {
            if (method.IsAbstract && Types.Find(operation.ConstrainedToType ?? operation.Operand.Type, environment) is { } number && Types.Of(number) is null)
            {
                return Unary(operation, operand, number);
            }

            var call = Types.IsOfThisProgram(method) ? StaticMethod(method, at, operation.ConstrainedToType) : Method(method, at);
            return operation.IsLifted
                ? frame => operand(frame) is { } value ? call(null, [value]) : null
                : frame => call(null, [operand(frame)]);
        }

        return Unary(operation, operand, TypeOf(operation.Operand.Type, operation.Operand));
    }

    private Value Unary(IUnaryOperation operation, Value operand, Type type)
    {
        var at = operation.Syntax;
        if ((Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } enumeration)
        {
            var underlying = Enum.GetUnderlyingType(enumeration);
            var promoted = Operators.Promoted(underlying);
            var complement = Operators.Unary(operation.OperatorKind, operation.IsChecked, promoted) ?? throw Refused(operation);
            var (widen, narrow) = (Operators.Conversion(false, underlying, promoted)!, Operators.Conversion(false, promoted, underlying)!);
            return frame => operand(frame) is { } value ? Enum.ToObject(enumeration, narrow(complement(widen(Underlying(value, underlying))))!) : null;
        }

        var compute = Operators.Unary(operation.OperatorKind, operation.IsChecked, type) ?? throw Refused(operation);
        return frame =>
        {
            var value = operand(frame);
            interpreter.At = at;
            return compute(value);
        };
    }

    public override Value VisitConditional(IConditionalOperation operation, object? argument)
    {
        var condition = Condition(operation.Condition);
        var (whenTrue, whenFalse) = (Translate(operation.WhenTrue), Translate(operation.WhenFalse!));
        return frame => condition(frame) ? whenTrue(frame) : whenFalse(frame);
    }

    public override Value VisitCoalesce(ICoalesceOperation operation, object? argument)
    {
        var value = Translate(operation.Value);
        var whenNull = Translate(operation.WhenNull);
        var convert = Coalesced(operation);
        return frame => value(frame) is { } present ? convert(present) : whenNull(frame);
    }

    /// <summary>What is converted is the value inside a nullable one, unless the whole stays nullable.</summary>
    private Func<object?, object?> Coalesced(ICoalesceOperation operation)
    {
        if (operation.ValueConversion.MethodSymbol is { } method)
        {
            var call = Method(method, operation.Syntax);
            return value => call(null, [value]);
        }

        var type = operation.Value.Type is INamedTypeSymbol nullable && IsNullable(nullable) ? nullable.TypeArguments[0] : operation.Value.Type;
        return operation.ValueConversion.IsIdentity || type is null || operation.Type is null
            ? static value => value
            : Conversion(type, operation.Type, isChecked: false, operation);
    }

    public override Value VisitCoalesceAssignment(ICoalesceAssignmentOperation operation, object? argument)
    {
        var place = Place(operation.Target);
        var value = Translate(operation.Value);
        return frame =>
        {
            var target = place(frame);
            if (Present(target) is { } present)
            {
                return present;
            }

            var assignedValue = value(frame);
            target.Value = assignedValue;
            return assignedValue;
        };
    }

    private object? Present(Place place)
    {
        var value = place.Value;
        return ReferenceEquals(value, Unknown.Value) ? throw interpreter.Abandon() : value;
    }

    public override Value VisitCompoundAssignment(ICompoundAssignmentOperation operation, object? argument)
    {
        var at = operation.Syntax;
        if (operation.OperatorMethod is { IsStatic: false } inPlace)
        {
            return OwnCompound(operation, inPlace);
        }

        var place = Place(operation.Target);
        var added = Translate(operation.Value);
        var compute = Compound(operation);
        return frame =>
        {
            var target = place(frame);
            var present = Present(target);
            var more = added(frame);
            interpreter.At = at;
            var value = compute(present, more);
            target.Value = value;
            return value;
        };
    }

    /// <summary>An operator such as <c>+=</c> that the program declares as a method of the object itself.</summary>
    private Value OwnCompound(ICompoundAssignmentOperation operation, IMethodSymbol method)
    {
        var holder = ReceiverOf(operation.Target);
        var added = Translate(operation.Value);
        var call = Method(method, operation.Syntax);
        return frame =>
        {
            var place = holder(frame);
            call(place, [added(frame)]);
            return place.Value;
        };
    }

    private Func<object?, object?, object?> Compound(ICompoundAssignmentOperation operation)
    {
        var target = operation.Target.Type;
        var at = operation.Syntax;
        if (target is { SpecialType: SpecialType.System_String } && operation.OperatorMethod is null or { ContainingType.SpecialType: SpecialType.System_String })
        {
            return (present, added) => Concatenate(present, added, at);
        }

        if (operation.OperatorMethod is { } method)
        {
            var apply = Binary(operation, operation.OperatorKind, operation.IsChecked, operation.IsLifted, method, operation.ConstrainedToType, target, operation.Value.Type);
            var before = Converting(operation.InConversion, target, method.Parameters[0].Type, operation);
            var after = Converting(operation.OutConversion, method.ReturnType, target, operation);
            return (present, added) => after(apply(before(present), added));
        }

        if (IsDelegate(target) || EnumOf(target) is not null)
        {
            return Binary(operation, operation.OperatorKind, operation.IsChecked, false, null, null, target, operation.Value.Type);
        }

        // As C# does: widened to the type that is calculated in, and narrowed back.
        var own = TypeOf(target, operation.Target);
        var other = TypeOf(operation.Value.Type, operation.Value);
        var isShift = operation.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;
        var type = isShift || own == typeof(bool) ? Operators.Promoted(own) : Operators.Promoted(other);
        if (Nullable.GetUnderlyingType(own) is not null && Nullable.GetUnderlyingType(type) is null)
        {
            type = typeof(Nullable<>).MakeGenericType(type);
        }

        var right = isShift ? other : type;
        var widen = Operators.Conversion(false, own, type) ?? throw Refused(operation);
        var widenRight = isShift || right == other ? static value => value : Operators.Conversion(false, other, right) ?? throw Refused(operation);
        var narrow = Operators.Conversion(operation.IsChecked, type, own) ?? throw Refused(operation);
        var compute = Operators.Binary(operation.OperatorKind, operation.IsChecked, type, right) ?? throw Refused(operation);
        return (present, added) => narrow(compute(widen(present), widenRight(added)));
    }

    public override Value VisitIncrementOrDecrement(IIncrementOrDecrementOperation operation, object? argument)
    {
        var at = operation.Syntax;
        var kind = operation.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        if (operation is { OperatorMethod: null, Target.Type.SpecialType: SpecialType.System_Int32, IsChecked: false } && VariableOf(operation.Target) is { IsReference: false } variable)
        {
            return Counted(variable, kind == BinaryOperatorKind.Add ? 1 : -1, operation.IsPostfix);
        }

        if (operation.OperatorMethod is { IsStatic: false } inPlace)
        {
            var holder = ReceiverOf(operation.Target);
            var call = Method(inPlace, at);
            return frame =>
            {
                var place = holder(frame);
                call(place, []);
                return place.Value;
            };
        }

        var located = Place(operation.Target);
        var step = Incremented(operation, kind);
        return frame =>
        {
            var place = located(frame);
            var present = Present(place);
            interpreter.At = at;
            var value = step(present);
            place.Value = value;
            return operation.IsPostfix ? present : value;
        };
    }

    private Value Counted(Variable variable, int step, bool isPostfix)
    {
        assigned.Add(variable);
        var (read, write) = (Known(VariableAccess.Read(variable, scope)), VariableAccess.Write(variable, scope));
        return frame =>
        {
            var present = read(frame);
            object value = unchecked((int)present! + step);
            write(frame, value);
            return isPostfix ? present : value;
        };
    }

    private Func<object?, object?> Incremented(IIncrementOrDecrementOperation operation, BinaryOperatorKind kind)
    {
        if (operation.OperatorMethod is { } method)
        {
            if (method.IsAbstract && Types.Find(operation.ConstrainedToType ?? operation.Target.Type, environment) is { } number && Types.Of(number) is null)
            {
                return Stepping(operation, kind, number);
            }

            var call = Types.IsOfThisProgram(method) ? StaticMethod(method, operation.Syntax, operation.ConstrainedToType) : Method(method, operation.Syntax);
            return operation.IsLifted ? value => value is null ? null : call(null, [value]) : value => call(null, [value]);
        }

        var own = TypeOf(operation.Target.Type, operation.Target);
        if ((Nullable.GetUnderlyingType(own) ?? own) is { IsEnum: true } enumeration)
        {
            var underlying = Enum.GetUnderlyingType(enumeration);
            var step = Stepping(operation, kind, underlying);
            return value => value is null ? null : Enum.ToObject(enumeration, step(Underlying(value, underlying))!);
        }

        return Stepping(operation, kind, own);
    }

    private Func<object?, object?> Stepping(IIncrementOrDecrementOperation operation, BinaryOperatorKind kind, Type own)
    {
        var type = Operators.Promoted(own);
        var compute = Operators.Binary(kind, operation.IsChecked, type, type) ?? throw Refused(operation);
        var widen = Operators.Conversion(false, own, type) ?? throw Refused(operation);
        var narrow = Operators.Conversion(operation.IsChecked, type, own) ?? throw Refused(operation);
        var one = Operators.Conversion(false, typeof(int), type)!(1);
        return value => narrow(compute(widen(value), one));
    }

    public override Value VisitDefaultValue(IDefaultValueOperation operation, object? argument) => Zero(operation.Type, operation);

    public override Value VisitTypeOf(ITypeOfOperation operation, object? argument)
    {
        var type = TypeOf(operation.TypeOperand, operation);
        return _ => type;
    }

    public override Value VisitThrow(IThrowOperation operation, object? argument)
    {
        var at = operation.Syntax;
        if (operation.Exception is null)
        {
            return frame => throw interpreter.Throw(at, frame.Caught ?? throw interpreter.Abandon());
        }

        var thrown = Translate(operation.Exception);
        return frame =>
        {
            var exception = thrown(frame) as Exception;
            throw exception is null ? interpreter.Null(at) : interpreter.Throw(at, exception);
        };
    }

    private static bool IsReference(ITypeSymbol? type) => type is null or { IsReferenceType: true };

    private static bool IsString(ITypeSymbol? type) => type is null or { SpecialType: SpecialType.System_String };

    private static bool IsDelegate(ITypeSymbol? type) => type is { TypeKind: TypeKind.Delegate } or { SpecialType: SpecialType.System_Delegate or SpecialType.System_MulticastDelegate };
}
