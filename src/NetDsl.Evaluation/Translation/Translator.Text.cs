using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Interpretation;

namespace NetDsl.Evaluation.Translation;

/// <content>Text: put together, interpolated, formatted.</content>
internal sealed partial class Translator
{
    private string Concatenate(object? left, object? right, SyntaxNode at)
    {
        interpreter.At = at;
        var (first, second) = (PlainText.Of(left), PlainText.Of(right));
        interpreter.Budget.Elements((long)first.Length + second.Length);
        var text = first.Length == 0 || second.Length == 0 ? new string((first + second).ToCharArray()) : first + second;
        return (string)interpreter.Provenance.MarkOwn(text, at);
    }

    public override Value VisitInterpolatedString(IInterpolatedStringOperation operation, object? argument) => Interpolated(operation.Parts, operation.Syntax, PlainText.Of);

    /// <summary>Text with holes, whose values are written by the given function.</summary>
    internal Value Interpolated(IReadOnlyList<IInterpolatedStringContentOperation> parts, SyntaxNode at, Func<object?, string?, string> write)
    {
        var pieces = parts.Select(part => Piece(part, write)).ToArray();
        return frame =>
        {
            var text = new StringBuilder();
            foreach (var piece in pieces)
            {
                piece(frame, text);
            }

            interpreter.At = at;
            interpreter.Budget.Elements(text.Length);
            return interpreter.Provenance.MarkOwn(text.ToString(), at);
        };
    }

    private Action<Frame, StringBuilder> Piece(IInterpolatedStringContentOperation part, Func<object?, string?, string> write)
    {
        switch (part)
        {
            case IInterpolatedStringTextOperation plain:
                var literal = (string?)plain.Text.ConstantValue.Value;
                return (_, text) => text.Append(literal);
            case IInterpolationOperation hole:
                var value = Translate(Written(hole.Expression));
                var alignment = hole.Alignment is null ? null : Translate(hole.Alignment);
                var format = (string?)hole.FormatString?.ConstantValue.Value;
                return (frame, text) =>
                {
                    var shown = value(frame);
                    var width = alignment is null ? 0 : (int)alignment(frame)!;
                    interpreter.At = hole.Syntax;
                    interpreter.Budget.Elements(Math.Abs((long)width));
                    var item = write(shown, format);
                    text.Append(width < 0 ? item.PadRight(-width) : item.PadLeft(width));
                };
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation append }:
                return Appended(append, write);
            default:
                throw Abandoned();
        }
    }

    /// <summary>A part as it stands where a method takes a handler of interpolated text, such as <c>string.Create</c>.</summary>
    private Action<Frame, StringBuilder> Appended(IInvocationOperation append, Func<object?, string?, string> write)
    {
        if (append.TargetMethod.Name == "AppendLiteral")
        {
            var literal = Translate(append.Arguments[0].Value);
            return (frame, text) => text.Append((string?)literal(frame));
        }

        var value = Translate(Written(append.Arguments[0].Value));
        Value? Named(string name) => append.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name) is { } found ? Translate(found.Value) : null;
        var (alignment, format) = (Named("alignment"), Named("format"));
        return (frame, text) =>
        {
            var shown = value(frame);
            var width = alignment is null ? 0 : (int)alignment(frame)!;
            var form = (string?)format?.Invoke(frame);
            interpreter.At = append.Syntax;
            interpreter.Budget.Elements(Math.Abs((long)width));
            var item = write(shown, form);
            text.Append(width < 0 ? item.PadRight(-width) : item.PadLeft(width));
        };
    }

    private Value Formattable(IInterpolatedStringOperation operation)
    {
        var format = new StringBuilder();
        var values = new List<Value>();
        foreach (var part in operation.Parts)
        {
            switch (part)
            {
                case IInterpolatedStringTextOperation plain:
                    format.Append(((string?)plain.Text.ConstantValue.Value)?.Replace("{", "{{").Replace("}", "}}"));
                    break;
                case IInterpolationOperation hole:
                    format.Append('{').Append(values.Count);
                    format.Append(hole.Alignment is { ConstantValue.Value: int width } ? string.Format(CultureInfo.InvariantCulture, ",{0}", width) : "");
                    format.Append(hole.FormatString?.ConstantValue.Value is string form ? $":{form}" : "").Append('}');
                    values.Add(Translate(Written(hole.Expression)));
                    break;
                default:
                    throw Abandoned();
            }
        }

        var text = format.ToString();
        return frame => FormattableStringFactory.Create(text, [.. values.Select(value => value(frame))]);
    }

    public override Value VisitUtf8String(IUtf8StringOperation operation, object? argument)
    {
        var bytes = Encoding.UTF8.GetBytes(operation.Value);
        return _ => bytes.Clone();
    }

    public override Value VisitTuple(ITupleOperation operation, object? argument)
    {
        var elements = operation.Elements.Select(Translate).ToArray();
        var type = TypeOf(operation.Type, operation);
        return frame =>
        {
            var items = new object?[elements.Length];
            for (var index = 0; index < items.Length; index++)
            {
                items[index] = elements[index](frame);
            }

            return Tuples.Create(type, items);
        };
    }

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
        var isEquals = operation.OperatorKind == BinaryOperatorKind.Equals;
        return frame =>
        {
            var (ones, others) = (new List<object?>(), new List<object?>());
            left(frame, ones);
            right(frame, others);
            if (ones.Count != others.Count || ones.Count != compare.Length)
            {
                throw interpreter.Refuse(operation.Syntax, "a tuple that may be null cannot be compared at compile time; compare the elements");
            }

            for (var index = 0; index < compare.Length; index++)
            {
                if (!compare[index](ones[index], others[index]))
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

        var value = Translate(written);
        var type = written.Type;
        return (frame, items) => Flatten(value(frame), type, items);
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

    private static List<ITypeSymbol?> ShapeOf(IOperation operand)
    {
        var written = Written(operand);
        return written is ITupleOperation tuple ? [.. tuple.Elements.SelectMany(ShapeOf)] : [.. Shape(written.Type)];
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
