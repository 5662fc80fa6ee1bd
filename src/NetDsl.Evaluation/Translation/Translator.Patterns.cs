using System.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Interpretation;

namespace NetDsl.Evaluation.Translation;

/// <content>Patterns, type tests and conditional access.</content>
internal sealed partial class Translator
{
    public override Value VisitIsPattern(IIsPatternOperation operation, object? argument)
    {
        var condition = Condition(operation);
        return frame => Box(condition(frame));
    }

    public override Value VisitIsType(IIsTypeOperation operation, object? argument)
    {
        var type = TypeOf(operation.TypeOperand, operation);
        var value = Translate(operation.ValueOperand);
        return frame => Box(type.IsInstanceOfType(value(frame)) != operation.IsNegated);
    }

    public override Value VisitSwitchExpression(ISwitchExpressionOperation operation, object? argument)
    {
        var value = Translate(operation.Value);
        var arms = new List<(Func<Frame, object?, bool> Matches, Func<Frame, bool>? Guard, Value Value, ScopeLayout? Scope)>();
        foreach (var arm in operation.Arms)
        {
            var outerScope = scope;
            var layout = Open(arm.Locals, arm.Syntax);
            arms.Add((Pattern(arm.Pattern), arm.Guard is null ? null : Condition(arm.Guard), Translate(arm.Value), layout));
            scope = outerScope;
        }

        return frame =>
        {
            var tested = value(frame);
            foreach (var (matches, guard, result, layout) in arms)
            {
                var outerScope = frame.Scope;
                if (layout is not null)
                {
                    frame.Scope = new Scope(layout.Count, outerScope);
                }

                if (matches(frame, tested) && (guard is null || guard(frame)))
                {
                    var given = result(frame);
                    frame.Scope = outerScope;
                    return given;
                }

                frame.Scope = outerScope;
            }

            throw interpreter.Throw(operation.Syntax, Unmatched(tested));
        };
    }

    private static Exception Unmatched(object? value) =>
        HostTypes.Named("System.Runtime.CompilerServices.SwitchExpressionException") is { } type
            ? (Exception)type.GetConstructor([typeof(object)])!.Invoke([value])
            : new InvalidOperationException("Non-exhaustive switch expression failed to match its input.");

    public override Value VisitConditionalAccess(IConditionalAccessOperation operation, object? argument)
    {
        var slot = NewSlot();
        var receiver = Translate(operation.Operation);
        conditional.Push(slot);
        var whenNotNull = Translate(operation.WhenNotNull);
        conditional.Pop();
        return frame =>
        {
            var present = receiver(frame);
            if (present is null)
            {
                return null;
            }

            var outerValue = frame.Slots[slot];
            frame.Slots[slot] = present;
            var value = whenNotNull(frame);
            frame.Slots[slot] = outerValue;
            return value;
        };
    }

    private readonly Stack<int> conditional = new();

    public override Value VisitConditionalAccessInstance(IConditionalAccessInstanceOperation operation, object? argument)
    {
        var slot = conditional.Peek();
        return frame => frame.Slots[slot];
    }

    /// <summary>Whether a value matches; what is declared then has its value.</summary>
    private Func<Frame, object?, bool> Pattern(IPatternOperation pattern)
    {
        weight++;
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return static (_, _) => true;
            case IConstantPatternOperation constant:
                // The constant as converted to the type of what is tested: 2 is no long.
                var expected = Translate(constant.Value);
                return HostTypes.IsSpan(pattern.InputType)
                    ? (frame, value) => value is char[] characters && new string(characters) == (string?)expected(frame)
                    : (frame, value) => Equals(value, expected(frame));
            case ITypePatternOperation type:
                var matched = TypeOf(type.MatchedType, pattern);
                return (_, value) => matched.IsInstanceOfType(value);
            case INegatedPatternOperation negated:
                var inner = Pattern(negated.Pattern);
                return (frame, value) => !inner(frame, value);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                var (first, second) = (Pattern(both.LeftPattern), Pattern(both.RightPattern));
                return (frame, value) => first(frame, value) && second(frame, value);
            case IBinaryPatternOperation either:
                var (left, right) = (Pattern(either.LeftPattern), Pattern(either.RightPattern));
                return (frame, value) => left(frame, value) || right(frame, value);
            case IRelationalPatternOperation relational:
                return Relational(relational);
            case IDeclarationPatternOperation declaration:
                var declared = declaration.MatchesNull ? null : TypeOf(declaration.MatchedType, pattern);
                var bind = Binding(declaration.DeclaredSymbol);
                return (frame, value) => (declared is null || declared.IsInstanceOfType(value)) && bind(frame, value);
            case IRecursivePatternOperation recursive:
                return Recursive(recursive);
            case IListPatternOperation list:
                return List(list);
            default:
                throw Refused(pattern);
        }
    }

    private Func<Frame, object?, bool> Relational(IRelationalPatternOperation relational)
    {
        var type = TypeOf(relational.Value.Type, relational);
        var operand = Translate(relational.Value);
        if (type.IsEnum)
        {
            var underlying = Enum.GetUnderlyingType(type);
            var compareNumbers = Operators.Binary(relational.OperatorKind, false, underlying, underlying) ?? throw Refused(relational);
            return (frame, value) => type.IsInstanceOfType(value) && (bool)compareNumbers(Underlying(value!, underlying), Underlying(operand(frame)!, underlying))!;
        }

        var compare = Operators.Binary(relational.OperatorKind, false, type, type) ?? throw Refused(relational);
        return (frame, value) => type.IsInstanceOfType(value) && (bool)compare(value, operand(frame))!;
    }

    private Func<Frame, object?, bool> Recursive(IRecursivePatternOperation recursive)
    {
        var type = recursive.MatchedType is null ? null : Types.Find(recursive.MatchedType, environment) is { } known ? Nullable.GetUnderlyingType(known) ?? known : TypeOf(recursive.MatchedType, recursive);
        var positions = recursive.DeconstructionSubpatterns.Select(Pattern).ToArray();
        Func<object?, object?[]?>? parts = positions.Length == 0 && recursive.DeconstructSymbol is null ? null
            : recursive.DeconstructSymbol is IMethodSymbol method ? Parts(method, positions.Length, recursive.Syntax)
            : PatternParts(positions.Length);
        var properties = recursive.PropertySubpatterns.Select(Property).ToArray();
        var bind = Binding(recursive.DeclaredSymbol);
        return (frame, value) =>
        {
            if (value is null || (type is not null && !type.IsInstanceOfType(value)))
            {
                return false;
            }

            if (parts is not null)
            {
                if (parts(value) is not { } items)
                {
                    return false;
                }

                for (var index = 0; index < positions.Length; index++)
                {
                    if (!positions[index](frame, items[index]))
                    {
                        return false;
                    }
                }
            }

            foreach (var property in properties)
            {
                if (!property(frame, value))
                {
                    return false;
                }
            }

            return bind(frame, value);
        };
    }

    private static Func<object?, object?[]?> PatternParts(int count)
    {
        return value => value is not null && Tuples.IsTuple(value.GetType()) && Tuples.Items(value) is var items && items.Length == count ? items : null;
    }

    private Func<Frame, object?, bool> Property(IPropertySubpatternOperation property)
    {
        var slot = NewSlot();
        receivers.Push(slot);
        var member = Translate(property.Member);
        receivers.Pop();
        var matches = Pattern(property.Pattern);
        return (frame, value) =>
        {
            frame.Slots[slot] = value;
            return matches(frame, member(frame));
        };
    }

    private Func<Frame, object?, bool> List(IListPatternOperation list)
    {
        var bind = Binding(list.DeclaredSymbol);
        var slice = -1;
        var patterns = new List<Func<Frame, object?, bool>>();
        Func<Frame, object?, bool>? sliced = null;
        for (var index = 0; index < list.Patterns.Length; index++)
        {
            if (list.Patterns[index] is ISlicePatternOperation part)
            {
                slice = index;
                sliced = part.Pattern is null ? null : Pattern(part.Pattern);
            }
            else
            {
                patterns.Add(Pattern(list.Patterns[index]));
            }
        }

        var (count, item, cut) = ListMembers(list);
        return (frame, value) =>
        {
            if (value is null)
            {
                return false;
            }

            interpreter.At = list.Syntax;
            var length = count(value);
            if (slice < 0 ? length != patterns.Count : length < patterns.Count)
            {
                return false;
            }

            for (var index = 0; index < patterns.Count; index++)
            {
                var from = slice >= 0 && index >= slice ? length - patterns.Count + index : index;
                if (!patterns[index](frame, item(value, from)))
                {
                    return false;
                }
            }

            return (sliced is null || sliced(frame, cut(value, slice, length - patterns.Count))) && bind(frame, value);
        };
    }

    private (Func<object, int> Count, Func<object, int, object?> Item, Func<object, int, int, object?> Cut) ListMembers(IListPatternOperation list)
    {
        var at = list.Syntax;
        if (list.LengthSymbol is IPropertySymbol { GetMethod: { } length } && list.IndexerSymbol is IPropertySymbol { GetMethod: { } indexer } && Types.IsOfThisProgram(length))
        {
            var (count, item) = (Method(length, at), Method(indexer, at));
            var takesIndex = indexer.Parameters[0].Type.Name == nameof(Index);
            var slices = list.Patterns.OfType<ISlicePatternOperation>().FirstOrDefault()?.SliceSymbol;
            var cut = slices switch
            {
                IMethodSymbol method => Method(method, at),
                IPropertySymbol { GetMethod: { } method } => Method(method, at),
                _ => null,
            };
            var takesRange = slices is IPropertySymbol;
            return (
                value => (int)count(new Copied(value), [])!,
                (value, index) => item(new Copied(value), [takesIndex ? (object)new Index(index) : index]),
                (value, start, taken) => cut!(new Copied(value), takesRange ? [new Range(start, start + taken)] : [start, taken]));
        }

        return (
            value => value switch
            {
                string text => text.Length,
                ICollection collection => collection.Count,
                _ => (int)(value.GetType().GetProperty("Count") ?? value.GetType().GetProperty("Length") ?? throw interpreter.Refuse(list)).GetValue(value)!,
            },
            (value, index) => value switch
            {
                string text => text[index],
                IList items => items[index],
                _ => throw interpreter.Refuse(list),
            },
            (value, start, taken) => value switch
            {
                string text => text.Substring(start, taken),
                Array array => Slice(array, start, taken),
                _ => value.GetType().GetMethod("GetRange")?.Invoke(value, [start, taken]) ?? throw interpreter.Refuse(list),
            });
    }

    private Func<Frame, object?, bool> Binding(ISymbol? symbol)
    {
        if (symbol is null or IDiscardSymbol)
        {
            return static (_, _) => true;
        }

        var variable = Find(symbol);
        assigned.Add(variable);
        var write = VariableAccess.WriteDirectly(variable, scope);

        // What an interface declares stays in its box.
        var unboxes = Types.Find((symbol as ILocalSymbol)?.Type, environment) is { IsValueType: true };
        return (frame, value) =>
        {
            write(frame, unboxes ? Unshared(value) : value);
            return true;
        };
    }
}
