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

    public override Value VisitInterpolatedString(IInterpolatedStringOperation operation, object? argument) => Interpolated(operation.Parts, operation.Syntax, PlainText.InHole);

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
}
