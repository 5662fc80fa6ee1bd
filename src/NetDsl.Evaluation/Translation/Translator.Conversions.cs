using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Evaluation.Types;
using NetDsl.Model;

namespace NetDsl.Evaluation.Translation;

/// <content>Conversions.</content>
internal sealed partial class Translator
{
    public override Value VisitConversion(IConversionOperation operation, object? argument)
    {
        var at = operation.Syntax;
        if (operation.Operand is IInterpolatedStringOperation text && operation.Type is { Name: nameof(FormattableString) or nameof(IFormattable) })
        {
            return Formattable(text);
        }

        if (operation.OperatorMethod is { } method)
        {
            return OwnConversion(operation, method);
        }

        // Throwing has no value to convert.
        if (operation.Operand is IThrowOperation)
        {
            return Translate(operation.Operand);
        }

        var value = Translate(operation.Operand);
        if (operation.Operand.Type is null || operation.Type is null || operation.Conversion.IsIdentity)
        {
            return operation.Operand.Type is null && operation.Type is { IsValueType: true } && !IsNullable(operation.Type as INamedTypeSymbol) && operation.Operand is not ICollectionExpressionOperation
                ? throw Abandoned()
                : value;
        }

        if (operation.IsTryCast)
        {
            var type = TypeOf(operation.Type, operation);
            return frame => value(frame) is { } tested && type.IsInstanceOfType(tested) ? tested : null;
        }

        var convert = Conversion(operation.Operand.Type, operation.Type, operation.IsChecked, operation);
        return frame =>
        {
            var converted = value(frame);
            interpreter.At = at;
            return convert(converted);
        };
    }

    private Value OwnConversion(IConversionOperation operation, IMethodSymbol method)
    {
        var operand = Translate(operation.Operand);
        switch (operation.Type)
        {
            // An array stands for the spans over it.
            case var type when HostTypes.IsSpan(type):
                return operand;
            case { Name: nameof(Index), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } }:
                return frame =>
                {
                    var value = (int)operand(frame)!;
                    interpreter.At = operation.Syntax;
                    return new Index(value);
                };
        }

        var convert = Through(method, operation.Operand.Type!, operation.Type!, operation.IsChecked, operation, operation.ConstrainedToType);
        var isLifted = IsNullable(operation.Operand.Type as INamedTypeSymbol) && !IsNullable(method.Parameters[0].Type as INamedTypeSymbol);
        var mayBeNull = IsNullable(operation.Type as INamedTypeSymbol) || operation.Type is { IsReferenceType: true };
        return frame =>
        {
            var value = operand(frame);
            if (isLifted && value is null)
            {
                return mayBeNull ? null : throw interpreter.Throw(operation.Syntax, new InvalidOperationException("Nullable object must have a value."));
            }

            return convert(value);
        };
    }

    /// <summary>A conversion by an operator, to whose parameter and from whose result the language converts.</summary>
    private Func<object?, object?> Through(IMethodSymbol method, ITypeSymbol from, ITypeSymbol to, bool isChecked, IOperation at, ITypeSymbol? constrainedTo = null)
    {
        var call = StaticOrHost(method, at, constrainedTo);
        var before = Conversion(from, method.Parameters[0].Type, isChecked, at, isOptional: true);
        var after = Conversion(method.ReturnType, to, isChecked, at, isOptional: true);
        return value => after(call(before(value)));
    }

    private Func<object?, object?> StaticOrHost(IMethodSymbol method, IOperation at, ITypeSymbol? constrainedTo = null)
    {
        if (Types.IsOfThisProgram(method))
        {
            var own = StaticMethod(method, at.Syntax, constrainedTo);
            return value => own(null, [value]);
        }

        var host = HostCall(method, at);
        var parameter = method.Parameters[0].Name;
        return value => host(null, new CallArguments(
            [value], interpreter.Provenance.Find(value) is { } literal ? new Dictionary<string, SourceSpan> { [parameter] = literal } : null));
    }

    /// <summary>The conversion before or behind an operator that the program declares.</summary>
    private Func<object?, object?> Converting(CommonConversion conversion, ITypeSymbol? from, ITypeSymbol? to, IOperation at) =>
        conversion.MethodSymbol is { } method ? StaticOrHost(method, at)
        : conversion.IsIdentity || from is null || to is null ? static value => value
        : Conversion(from, to, isChecked: false, at);

    /// <summary>A conversion of elements, which has no operation of its own: of what a loop or a spread walks.</summary>
    private Func<object?, object?> Elementwise(CommonConversion conversion, ITypeSymbol? from, ITypeSymbol? to, IOperation at)
    {
        if (from is null || to is null || from.IsTupleType || to.IsTupleType || !conversion.Exists)
        {
            return Implicitly(to, at);
        }

        return conversion.MethodSymbol is { } method ? Through(method, from, to, isChecked: false, at)
            : conversion.IsIdentity ? static value => value
            : Conversion(from, to, isChecked: false, at);
    }

    /// <summary>A conversion that the language knows by itself.</summary>
    private Func<object?, object?> Conversion(ITypeSymbol from, ITypeSymbol to, bool isChecked, IOperation at, bool isOptional = false)
    {
        if (SymbolEqualityComparer.Default.Equals(from, to))
        {
            return static value => value;
        }

        var syntax = at.Syntax;
        var type = TypeOf(to, at);
        var isNullable = IsNullable(to as INamedTypeSymbol);
        if (to is { IsValueType: true } && !isNullable && !(from is { IsValueType: true } && !IsNullable(from as INamedTypeSymbol)))
        {
            var present = Conversion(type, from, to, isChecked, at, isOptional);
            var isFromNullable = IsNullable(from as INamedTypeSymbol);
            return value => value is null
                ? throw (isFromNullable ? interpreter.Throw(syntax, new InvalidOperationException("Nullable object must have a value.")) : interpreter.Null(syntax))
                : present(value);
        }

        var convert = Conversion(type, from, to, isChecked, at, isOptional);
        return value => value is null ? null : convert(value);
    }

    private Func<object?, object?> Conversion(Type type, ITypeSymbol from, ITypeSymbol to, bool isChecked, IOperation at, bool isOptional)
    {
        var syntax = at.Syntax;
        if (from.IsTupleType && to.IsTupleType)
        {
            return Implicitly(to, at);
        }

        if (HostTypes.IsSpan(to) || HostTypes.IsSpan(from))
        {
            return value => value is string text ? text.ToCharArray() : value;
        }

        if (from.IsReferenceType || to.IsReferenceType || from is ITypeParameterSymbol || to is ITypeParameterSymbol)
        {
            // A box of a number goes into what may be null as it is.
            var tested = Nullable.GetUnderlyingType(type) ?? type;
            var boxes = (Types.Find(from, environment)?.IsValueType ?? from.IsValueType) != type.IsValueType;
            return value => value is Delegate function && !tested.IsInstanceOfType(value) && function.GetType().Name == tested.Name && typeof(Delegate).IsAssignableFrom(tested)
                // Of a delegate type of the program, whose parameters vary.
                ? Delegates.Create(tested, values => Delegates.Call(function, values))
                : tested.IsInstanceOfType(value) ? boxes ? Unshared(value) : value
                : to.IsValueType && SameBits(value!, tested) is { } unboxed ? unboxed
                : throw interpreter.Throw(syntax, new InvalidCastException(PortableTypes.Plain($"Unable to cast object of type '{value!.GetType()}' to type '{tested}'.")));
        }

        var source = TypeOf(from, at);
        var (sourceNumber, targetNumber) = (Nullable.GetUnderlyingType(source) ?? source, Nullable.GetUnderlyingType(type) ?? type);
        if (sourceNumber == targetNumber)
        {
            return static value => value;
        }

        if (sourceNumber.IsEnum || targetNumber.IsEnum)
        {
            var plainSource = sourceNumber.IsEnum ? Enum.GetUnderlyingType(sourceNumber) : sourceNumber;
            var plainTarget = targetNumber.IsEnum ? Enum.GetUnderlyingType(targetNumber) : targetNumber;
            var plain = Operators.Conversion(isChecked, plainSource, plainTarget) ?? throw Refused(at);
            return value =>
            {
                interpreter.At = syntax;
                var number = plain(sourceNumber.IsEnum ? Underlying(value!, plainSource) : value);
                return targetNumber.IsEnum ? Enum.ToObject(targetNumber, number!) : number;
            };
        }

        var convert = Operators.Conversion(isChecked, sourceNumber, targetNumber);
        return convert is null
            ? isOptional ? static value => value : throw Refused(at)
            : value =>
            {
                interpreter.At = syntax;
                return convert(value);
            };
    }

    /// <summary>A value that nobody else changes: of a struct of the program a copy, as boxing and unboxing make.</summary>
    private object? Unshared(object? value) => UserTypes.IsStruct(value) ? Types.Of(value)!.Copy(value!) : value;

    /// <summary>A boxed number as an enumeration over it, or the other way round, which the runtime does not tell apart when it unboxes.</summary>
    private static object? SameBits(object value, Type target)
    {
        var type = value.GetType();
        return target.IsEnum && (type.IsEnum ? Enum.GetUnderlyingType(type) : type) == Enum.GetUnderlyingType(target) ? Enum.ToObject(target, value)
            : type.IsEnum && Enum.GetUnderlyingType(type) == target ? Underlying(value, target)
            : null;
    }

    /// <summary>Makes a value one of that type where C# converts without a word: numbers, and the elements of tuples.</summary>
    private Func<object?, object?> Implicitly(ITypeSymbol? type, IOperation at)
    {
        if (type is null or IErrorTypeSymbol || Types.Find(type, environment) is not { } target || target == typeof(object))
        {
            return static value => value;
        }

        var syntax = at.Syntax;
        var elements = type is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.Select(element => Implicitly(element.Type, at)).ToArray() : null;
        return value =>
        {
            if (value is null || target.IsInstanceOfType(value))
            {
                return value;
            }

            if (elements is not null && Tuples.IsTuple(value.GetType()))
            {
                return Tuples.Create(target, [.. Tuples.Items(value).Select((item, index) => elements[index](item))]);
            }

            var number = Nullable.GetUnderlyingType(target) ?? target;
            interpreter.At = syntax;
            if (value.GetType() == number)
            {
                return value;
            }

            if (!number.IsPrimitive && number != typeof(decimal))
            {
                throw interpreter.Throw(syntax, new InvalidCastException($"Unable to cast object of type '{value.GetType()}' to type '{target}'."));
            }

            return (Operators.Conversion(false, value.GetType(), number) ?? throw interpreter.Refuse(at))(value);
        };
    }
}
