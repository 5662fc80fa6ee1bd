using System.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetDsl.Evaluation.Interpretation;

/// <content>Arrays, collection expressions and initialisers, indexes and ranges.</content>
internal sealed partial class Interpreter
{
    public override object? VisitArrayCreation(IArrayCreationOperation operation, Frame frame)
    {
        var element = TypeOf((operation.Type as IArrayTypeSymbol)?.ElementType, operation, frame);
        var lengths = operation.DimensionSizes.Select(size => System.Convert.ToInt64(Evaluate(size, frame), System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var array = Guard(operation, () =>
        {
            budget.Elements(lengths.Aggregate(1L, (product, length) => checked(product * Math.Max(length, 0))));
            return Array.CreateInstance(element, lengths);
        });
        if (operation.Initializer is { } initialiser)
        {
            Fill(array, initialiser, [], frame);
        }

        return array;
    }

    private void Fill(Array array, IArrayInitializerOperation initialiser, int[] outer, Frame frame)
    {
        for (var index = 0; index < initialiser.ElementValues.Length; index++)
        {
            int[] indexes = [.. outer, index];
            if (initialiser.ElementValues[index] is IArrayInitializerOperation inner)
            {
                Fill(array, inner, indexes, frame);
            }
            else
            {
                array.SetValue(Evaluate(initialiser.ElementValues[index], frame), indexes);
            }
        }
    }

    public override object? VisitCollectionExpression(ICollectionExpressionOperation operation, Frame frame)
    {
        var type = TypeOf(operation.Type, operation, frame);
        var items = new List<object?>();
        foreach (var element in operation.Elements)
        {
            if (element is ISpreadOperation spread)
            {
                var spreadItems = Evaluate(Written(spread.Operand), frame) as IEnumerable
                    ?? throw Null(spread);
                Guard(spread, () =>
                {
                    foreach (var item in spreadItems)
                    {
                        budget.Elements(1);
                        items.Add(ToType(item, spread.ElementType, spread, frame));
                    }
                });
            }
            else
            {
                items.Add(Evaluate(element, frame));
            }
        }

        Guard(operation, () => budget.Elements(items.Count));
        return Collection(type, items, operation);
    }

    private object Collection(Type type, List<object?> items, IOperation at)
    {
        var isList = type.IsGenericType && type.GetGenericTypeDefinition() is var open
            && (open == typeof(List<>) || open == typeof(IList<>) || open == typeof(ICollection<>));
        if (type.IsArray || (type.IsInterface && !isList))
        {
            var array = Array.CreateInstance(type.GetElementType() ?? type.GetGenericArguments().FirstOrDefault() ?? typeof(object), items.Count);
            for (var index = 0; index < items.Count; index++)
            {
                array.SetValue(items[index], index);
            }

            return type.IsInstanceOfType(array) ? array : throw NoCollection(at);
        }

        var concrete = type.IsInterface ? typeof(List<>).MakeGenericType(type.GetGenericArguments()) : type;
        if (concrete.GetConstructor(Type.EmptyTypes) is null || concrete.GetMethod("Add") is not { } add)
        {
            throw NoCollection(at);
        }

        var collection = Activator.CreateInstance(concrete)!;
        foreach (var item in items)
        {
            Guard(at, () => add.Invoke(collection, [item]));
        }

        return collection;
    }

    private StatementAbandonedException NoCollection(IOperation at) =>
        Refuse(at, "a collection of this type cannot be made at compile time; use an array or a list");

    // C# carries several range variables in an anonymous type.
    public override object? VisitTranslatedQuery(ITranslatedQueryOperation operation, Frame frame) =>
        operation.Descendants().Any(part => part is IAnonymousObjectCreationOperation { IsImplicit: true })
            ? throw Refuse(operation, "a query with more than one range variable cannot be evaluated at compile time yet; write it with methods and tuples, such as items.Select(item => (item, size: 2))")
            : Evaluate(operation.Operation, frame);

    public override object? VisitObjectOrCollectionInitializer(IObjectOrCollectionInitializerOperation operation, Frame frame) =>
        throw Refuse(operation);

    private object? Initialise(object? made, IObjectOrCollectionInitializerOperation initialiser, Frame frame) =>
        WithReceiver(made, frame, () =>
        {
            foreach (var part in initialiser.Initializers)
            {
                Evaluate(part, frame);
            }

            return made;
        });

    public override object? VisitArrayElementReference(IArrayElementReferenceOperation operation, Frame frame) =>
        operation.Indices.Length == 1 && Written(operation.Indices[0]).Type is { Name: "Range" }
            ? Slice((Array)Receiver(operation.ArrayReference, operation, frame), Evaluate<Range>(Written(operation.Indices[0]), frame), operation)
            : ElementPlace(operation, frame).Read();

    private Place ElementPlace(IArrayElementReferenceOperation operation, Frame frame)
    {
        var array = (Array)Receiver(operation.ArrayReference, operation, frame);
        var indexes = operation.Indices.Select((index, dimension) => Evaluate(Written(index), frame) switch
        {
            Index fromEnd => fromEnd.GetOffset(array.GetLength(dimension)),
            var value => (long)System.Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
        }).ToArray();
        return new Place(
            () => Guard(operation, () => array.GetValue(indexes)),
            value =>
            {
                KeepShared(array, operation);
                Guard(operation, () => array.SetValue(value, indexes));
            });
    }

    private Array Slice(Array array, Range range, IOperation at) => Guard(at, () =>
    {
        var (start, length) = range.GetOffsetAndLength(array.Length);
        budget.Elements(length);
        var slice = Array.CreateInstance(array.GetType().GetElementType()!, length);
        Array.Copy(array, start, slice, 0, length);
        return slice;
    });

    public override object? VisitRangeOperation(IRangeOperation operation, Frame frame)
    {
        var start = operation.LeftOperand is null ? Index.Start : IndexOf(operation.LeftOperand, frame);
        var end = operation.RightOperand is null ? Index.End : IndexOf(operation.RightOperand, frame);
        return new Range(start, end);
    }

    public override object? VisitImplicitIndexerReference(IImplicitIndexerReferenceOperation operation, Frame frame) =>
        ImplicitIndexPlace(operation, frame).Read();

    /// <summary><c>list[^1]</c> and <c>text[1..]</c>, which C# writes with the length and an integer.</summary>
    private Place ImplicitIndexPlace(IImplicitIndexerReferenceOperation operation, Frame frame)
    {
        var receiver = Receiver(operation.Instance, operation, frame);
        var argument = Evaluate(Written(operation.Argument), frame);
        return (receiver, argument) switch
        {
            (string text, Range range) => new Place(() => Guard(operation, () => Substring(text, range)), _ => throw Refuse(operation)),
            (string text, _) => new Place(() => Guard(operation, () => (object)text[Offset(argument, text.Length)]), _ => throw Refuse(operation)),
            (IList list, not Range) => new Place(
                () => Guard(operation, () => list[Offset(argument, list.Count)]),
                value =>
                {
                    KeepShared(list, operation);
                    Guard(operation, () => list[Offset(argument, list.Count)] = value);
                }),
            _ => throw Refuse(operation, "this cannot be indexed at compile time; use an index from the start"),
        };
    }

    private string Substring(string text, Range range)
    {
        var (start, length) = range.GetOffsetAndLength(text.Length);
        budget.Elements(length);
        return text.Substring(start, length);
    }

    private Index IndexOf(IOperation operation, Frame frame) =>
        Evaluate(Written(operation), frame) is var value && value is Index index ? index : new Index((int)value!);

    private static int Offset(object? index, int length) => index is Index fromEnd ? fromEnd.GetOffset(length) : (int)index!;
}
