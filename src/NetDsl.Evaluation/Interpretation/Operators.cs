using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.CodeAnalysis.Operations;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>
/// The operators and conversions of C# between built-in types, nullable ones included. Expression trees have exactly their
/// meaning, so each combination is compiled once, when it is first needed, and then is a delegate over boxed values.
/// </summary>
internal static class Operators
{
    private static readonly ConcurrentDictionary<(ExpressionType, Type, Type), Func<object?, object?, object?>?> Binaries = new();
    private static readonly ConcurrentDictionary<(Type, Type), Func<object?, object?, object?>?> Shifts = new();
    private static readonly ConcurrentDictionary<(ExpressionType, Type, Type), Func<object?, object?>?> Unaries = new();

    /// <summary>An operator with two operands; nothing when C# has none such between these types.</summary>
    public static Func<object?, object?, object?>? Binary(BinaryOperatorKind kind, bool isChecked, Type left, Type right) =>
        kind == BinaryOperatorKind.UnsignedRightShift ? Shifts.GetOrAdd((left, right), static key => CompileShift(key.Item1, key.Item2))
            : Kind(kind, isChecked) is { } type
            ? Binaries.GetOrAdd((type, left, right), static key => Compile(key.Item1, key.Item2, key.Item3))
            : null;

    public static Func<object?, object?>? Unary(UnaryOperatorKind kind, bool isChecked, Type operand) => kind switch
    {
        UnaryOperatorKind.Plus => static value => value,
        UnaryOperatorKind.Minus => Compiled(isChecked ? ExpressionType.NegateChecked : ExpressionType.Negate, operand, operand),
        UnaryOperatorKind.BitwiseNegation => Compiled(ExpressionType.OnesComplement, operand, operand),
        UnaryOperatorKind.Not => Compiled(ExpressionType.Not, operand, operand),
        _ => null,
    };

    public static Func<object?, object?>? Conversion(bool isChecked, Type from, Type to) =>
        from == to ? static value => value : Compiled(isChecked ? ExpressionType.ConvertChecked : ExpressionType.Convert, from, to);

    /// <summary>The type that a small integer is widened to before it is calculated with.</summary>
    public static Type Promoted(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type);
        var promoted = Type.GetTypeCode(inner ?? type) is
            TypeCode.Char or TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 && !(inner ?? type).IsEnum
                ? typeof(int)
                : inner ?? type;
        return inner is null ? promoted : typeof(Nullable<>).MakeGenericType(promoted);
    }

    /// <summary>The type in which C# compares two numbers; nothing when one is none.</summary>
    public static Type? Common(Type left, Type right)
    {
        if (left.IsEnum || right.IsEnum || !IsNumber(left) || !IsNumber(right))
        {
            return null;
        }

        Type[] types = [Promoted(left), Promoted(right)];
        foreach (var wide in new[] { typeof(decimal), typeof(double), typeof(float), typeof(ulong), typeof(long) })
        {
            if (types.Contains(wide))
            {
                return wide;
            }
        }

        return types[0] == types[1] ? types[0] : typeof(long);
    }

    private static bool IsNumber(Type type) => Type.GetTypeCode(type) is >= TypeCode.Char and <= TypeCode.Decimal;

    private static Func<object?, object?>? Compiled(ExpressionType kind, Type from, Type to) =>
        Unaries.GetOrAdd((kind, from, to), static key => Compile(key));

    private static Func<object?, object?, object?>? Compile(ExpressionType kind, Type left, Type right)
    {
        var first = Expression.Parameter(typeof(object));
        var second = Expression.Parameter(typeof(object));
        try
        {
            Expression result = Expression.MakeBinary(kind, Number(first, left), Number(second, right));
            if (left.IsEnum && result.Type == Enum.GetUnderlyingType(left))
            {
                result = Expression.Convert(result, left);
            }

            return Expression.Lambda<Func<object?, object?, object?>>(
                Expression.Convert(result, typeof(object)), first, second).Compile();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static Func<object?, object?>? Compile((ExpressionType Kind, Type From, Type To) key)
    {
        var operand = Expression.Parameter(typeof(object));
        try
        {
            var result = Expression.MakeUnary(key.Kind, Expression.Convert(operand, key.From), key.To);
            return Expression.Lambda<Func<object?, object?>>(Expression.Convert(result, typeof(object)), operand).Compile();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary><c>&gt;&gt;&gt;</c>, which expression trees do not have: of the same bits as an unsigned number.</summary>
    private static Func<object?, object?, object?>? CompileShift(Type left, Type right)
    {
        var unsigned = Type.GetTypeCode(Nullable.GetUnderlyingType(left) ?? left) switch
        {
            TypeCode.Int32 or TypeCode.UInt32 => typeof(uint),
            TypeCode.Int64 or TypeCode.UInt64 => typeof(ulong),
            _ => null,
        };
        if (unsigned is null)
        {
            return null;
        }

        unsigned = Nullable.GetUnderlyingType(left) is null ? unsigned : typeof(Nullable<>).MakeGenericType(unsigned);
        var (first, second) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(object)));
        var shifted = Expression.RightShift(Expression.Convert(Expression.Convert(first, left), unsigned), Expression.Convert(second, right));
        return Expression.Lambda<Func<object?, object?, object?>>(
            Expression.Convert(Expression.Convert(shifted, left), typeof(object)), first, second).Compile();
    }

    private static UnaryExpression Number(Expression value, Type type)
    {
        var typed = Expression.Convert(value, type);
        return type.IsEnum ? Expression.Convert(typed, Enum.GetUnderlyingType(type)) : typed;
    }

    private static ExpressionType? Kind(BinaryOperatorKind kind, bool isChecked) => kind switch
    {
        BinaryOperatorKind.Add => isChecked ? ExpressionType.AddChecked : ExpressionType.Add,
        BinaryOperatorKind.Subtract => isChecked ? ExpressionType.SubtractChecked : ExpressionType.Subtract,
        BinaryOperatorKind.Multiply => isChecked ? ExpressionType.MultiplyChecked : ExpressionType.Multiply,
        BinaryOperatorKind.Divide => ExpressionType.Divide,
        BinaryOperatorKind.Remainder => ExpressionType.Modulo,
        BinaryOperatorKind.LeftShift => ExpressionType.LeftShift,
        BinaryOperatorKind.RightShift => ExpressionType.RightShift,
        BinaryOperatorKind.And => ExpressionType.And,
        BinaryOperatorKind.Or => ExpressionType.Or,
        BinaryOperatorKind.ExclusiveOr => ExpressionType.ExclusiveOr,
        BinaryOperatorKind.Equals => ExpressionType.Equal,
        BinaryOperatorKind.NotEquals => ExpressionType.NotEqual,
        BinaryOperatorKind.LessThan => ExpressionType.LessThan,
        BinaryOperatorKind.LessThanOrEqual => ExpressionType.LessThanOrEqual,
        BinaryOperatorKind.GreaterThan => ExpressionType.GreaterThan,
        BinaryOperatorKind.GreaterThanOrEqual => ExpressionType.GreaterThanOrEqual,
        _ => null,
    };
}
