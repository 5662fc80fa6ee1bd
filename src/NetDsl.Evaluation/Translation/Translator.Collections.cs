using System.Collections;
using System.Collections.ObjectModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Translation;

/// <content>Arrays, collection expressions, indexes and ranges.</content>
internal sealed partial class Translator
{
    /// <summary>The C# compiler spends no more temporary variables than that on asking for lengths first.</summary>
    private const int MostFoundFirst = 3;

    public override Value VisitArrayCreation(IArrayCreationOperation operation, object? argument)
    {
        var at = operation.Syntax;
        var element = TypeOf((operation.Type as IArrayTypeSymbol)?.ElementType, operation);
        var sizes = operation.DimensionSizes.Select(Translate).ToArray();
        var fill = operation.Initializer is null ? null : Fill(operation.Initializer, []);
        return frame =>
        {
            var lengths = new long[sizes.Length];
            for (var index = 0; index < sizes.Length; index++)
            {
                lengths[index] = System.Convert.ToInt64(sizes[index](frame), System.Globalization.CultureInfo.InvariantCulture);
            }

            interpreter.At = at;
            if (lengths.Any(length => length < 0))
            {
                throw interpreter.Throw(at, new OverflowException());
            }

            interpreter.Budget.Elements(lengths.Aggregate(1L, (product, length) => checked(product * length)));
            var array = Array.CreateInstance(element, lengths);
            fill?.Invoke(frame, array);
            return array;
        };
    }

    private Action<Frame, Array> Fill(IArrayInitializerOperation initialiser, int[] outerIndexes)
    {
        var parts = new List<Action<Frame, Array>>();
        for (var index = 0; index < initialiser.ElementValues.Length; index++)
        {
            int[] indexes = [.. outerIndexes, index];
            if (initialiser.ElementValues[index] is IArrayInitializerOperation inner)
            {
                parts.Add(Fill(inner, indexes));
            }
            else
            {
                var value = Translate(initialiser.ElementValues[index]);
                parts.Add((frame, array) => array.SetValue(value(frame), indexes));
            }
        }

        return (frame, array) =>
        {
            foreach (var part in parts)
            {
                part(frame, array);
            }
        };
    }

    public override Value VisitCollectionExpression(ICollectionExpressionOperation operation, object? argument)
    {
        var at = operation.Syntax;
        if (operation.ConstructMethod is { MethodKind: MethodKind.Constructor } constructor && Types.IsOfThisProgram(constructor))
        {
            return OwnCollection(operation, constructor);
        }

        var make = Collection(operation);
        var first = FoundFirst(operation);
        var parts = operation.Elements.Select(element => Part(element, operation, isCounted: first > 0)).ToArray();
        return frame =>
        {
            object?[] found = first == 0 ? [] : new object?[first];
            for (var index = 0; index < first; index++)
            {
                found[index] = parts[index].Find(frame);
            }

            var items = new List<object?>();
            Action<object?> add = items.Add;
            for (var index = 0; index < parts.Length; index++)
            {
                parts[index].Add(index < first ? found[index] : parts[index].Find(frame), add);
            }

            interpreter.At = at;
            interpreter.Budget.Elements(items.Count);
            return make(items);
        };
    }

    /// <summary>
    /// How many elements are evaluated before the first spread is walked. Where the lengths of all spreads can be asked for, C# does that
    /// first of all, behind what is evaluated up to the last spread; a list that a later element changes is walked as it is then.
    /// </summary>
    private int FoundFirst(ICollectionExpressionOperation operation)
    {
        var upToLast = operation.Elements.Select((element, index) => element is ISpreadOperation ? index + 1 : 0).DefaultIfEmpty().Max();
        return upToLast > MostFoundFirst || IsFilled(operation.Type) || operation.Elements.OfType<ISpreadOperation>().Any(spread => !HasLength(Written(spread.Operand).Type))
            ? 0
            : upToLast;
    }

    /// <summary>Whether C# makes a collection empty and adds the elements one by one.</summary>
    private bool IsFilled(ITypeSymbol? type) => type is not (null or IArrayTypeSymbol or { TypeKind: TypeKind.Interface }) && !HostTypes.IsSpan(type)
        && Types.Find(type, environment) is { IsGenericType: true } made && made.GetGenericTypeDefinition() != typeof(List<>) && made.Namespace == "System.Collections.Generic";

    /// <summary>Whether a type says how many elements it has, as list patterns ask for.</summary>
    private static bool HasLength(ITypeSymbol? type)
    {
        if (type is null or IArrayTypeSymbol)
        {
            return type is not null;
        }

        var bases = new List<ITypeSymbol>();
        for (var each = type; each is not null; each = each.BaseType)
        {
            bases.Add(each);
        }

        IEnumerable<ITypeSymbol> inherited = type.TypeKind is TypeKind.Interface or TypeKind.TypeParameter ? type.AllInterfaces : [];
        return bases.Concat(inherited).SelectMany(each => each.GetMembers("Length").Concat(each.GetMembers("Count")))
            .Any(member => member is IPropertySymbol { IsStatic: false, Type.SpecialType: SpecialType.System_Int32, GetMethod: not null, Parameters.IsEmpty: true });
    }

    /// <summary>An element of a collection expression: what finds it, and what adds it, or those that it stands for.</summary>
    /// <param name="element">The element.</param>
    /// <param name="whole">The collection expression.</param>
    /// <param name="isCounted">Whether the lengths of all spreads are asked for first.</param>
    private (Value Find, Action<object?, Action<object?>> Add) Part(IOperation element, ICollectionExpressionOperation whole, bool isCounted)
    {
        if (element is not ISpreadOperation spread)
        {
            return (Translate(element), static (value, add) => add(value));
        }

        var at = spread.Syntax;
        var convert = Elementwise(spread.ElementConversion, spread.ElementType, ElementType(whole.Type), spread);
        var isNothing = NoSpread(spread, whole, isCounted);
        return (Translate(Written(spread.Operand)), Walk);

        void Walk(object? walked, Action<object?> add)
        {
            interpreter.At = at;
            interpreter.KeepWalkable(walked ?? throw isNothing());
            foreach (var item in walked as IEnumerable ?? throw interpreter.Refuse(at, "this cannot be walked at compile time; use an array, a list or a query over them"))
            {
                interpreter.Budget.Elements(1);
                add(convert(item));
            }
        }
    }

    /// <summary>What C# throws where it walks nothing: which member it calls for that depends on what is made, and of what.</summary>
    private Func<Exception> NoSpread(ISpreadOperation spread, ICollectionExpressionOperation whole, bool isCounted)
    {
        var walked = Written(spread.Operand).Type;
        var conversion = spread.ElementConversion;
        var isList = walked is INamedTypeSymbol { MetadataName: "List`1" };
        var isOnly = whole.Elements.Length == 1;
        var isInterface = whole.Type is { TypeKind: TypeKind.Interface };
        var changes = isInterface && whole.Type is INamedTypeSymbol { MetadataName: "IList`1" or "ICollection`1" };
        var parameter = !(conversion.IsIdentity || conversion is { IsReference: true, IsImplicit: true }) || IsFilled(whole.Type) || (whole.ConstructMethod is { } made && Types.IsOfThisProgram(made)) ? null
            : isOnly && !isInterface && whole.Type is INamedTypeSymbol { MetadataName: "List`1" } ? "source"
            : !isCounted && (isInterface || !isOnly) ? "collection"
            : isOnly && !changes && !isList ? "source"
            : null;
        return parameter is null ? () => interpreter.Null(spread.Syntax) : () => interpreter.Throw(spread.Syntax, new ArgumentNullException(parameter));
    }

    /// <summary>What a collection is walked as; nothing where that is not told by its type.</summary>
    private static ITypeSymbol? ElementType(ITypeSymbol? collection) => collection switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } span when HostTypes.IsSpan(span) => element,
        INamedTypeSymbol named => named.AllInterfaces.Prepend(named)
            .FirstOrDefault(implemented => implemented.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0],
        _ => null,
    };

    private Func<List<object?>, object> Collection(ICollectionExpressionOperation operation)
    {
        var at = operation.Syntax;
        if (operation.ConstructMethod is { MethodKind: not MethodKind.Constructor } builder)
        {
            return Built(builder, operation);
        }

        var type = TypeOf(operation.Type, operation);
        if (type.IsArray)
        {
            return items => ToArray(type.GetElementType()!, items);
        }

        if (type.IsInterface)
        {
            var element = type.IsGenericType ? type.GetGenericArguments()[0] : typeof(object);
            var isList = type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(IList<>) || open == typeof(ICollection<>));
            if (!type.IsAssignableFrom(isList ? typeof(List<>).MakeGenericType(element) : element.MakeArrayType()))
            {
                throw NoCollection(at);
            }

            return isList ? items => ToList(typeof(List<>).MakeGenericType(element), items, at) : items => ReadOnly(element, items);
        }

        if (Ordering.MadeSorted(type))
        {
            throw Refused(at, Ordering.ByCulture);
        }

        return type.GetConstructor(Type.EmptyTypes) is null && !type.IsValueType ? throw NoCollection(at) : items => ToList(type, items, at);
    }

    /// <summary>Made by the method that the type names for it, which takes the elements.</summary>
    private Func<List<object?>, object> Built(IMethodSymbol builder, ICollectionExpressionOperation operation)
    {
        var element = TypeOf(builder.Parameters[builder.Parameters.Length - 1].Type, operation).GetElementType() ?? throw NoCollection(operation.Syntax);
        var call = Method(builder, operation.Syntax);
        return items => call(null, [ToArray(element, items)])!;
    }

    /// <summary>A collection of the program, which is made first, and then gets each element when it is evaluated.</summary>
    private Value OwnCollection(ICollectionExpressionOperation operation, IMethodSymbol constructor)
    {
        var at = operation.Syntax;
        var type = Types.Of(TypeOf(operation.Type, operation)) ?? throw NoCollection(at);
        var adds = type.Definition.GetMembers("Add").OfType<IMethodSymbol>().Where(method => method.Parameters.Length == 1 && !method.IsStatic).ToList();
        if (adds.Count > 1)
        {
            throw Refused(at, $"'{type.Definition.Name}' has several methods 'Add', of which a collection expression takes one for each element; call them");
        }

        var parts = operation.Elements.Select(element => Part(element, operation, isCounted: false)).ToArray();
        var add = parts.Length == 0 ? null : Method(adds.FirstOrDefault() ?? throw NoCollection(at), at);
        return frame =>
        {
            var made = new Copied(interpreter.Create(type, constructor, [], at));
            foreach (var (find, addTo) in parts)
            {
                addTo(find(frame), item => add!(made, [item]));
            }

            return made.Value!;
        };
    }

    /// <summary>
    /// What C# makes for an interface that only reads: a list that is neither an array nor a <see cref="List{T}"/>, for which queries have
    /// short cuts of their own; nothing at all is an empty array.
    /// </summary>
    private static object ReadOnly(Type element, List<object?> items)
    {
        var array = ToArray(element, items);
        return items.Count == 0 ? array : Activator.CreateInstance(typeof(ReadOnlyCollection<>).MakeGenericType(element), array)!;
    }

    private static Array ToArray(Type element, List<object?> items)
    {
        var array = Array.CreateInstance(element, items.Count);
        for (var index = 0; index < items.Count; index++)
        {
            array.SetValue(items[index], index);
        }

        return array;
    }

    private object ToList(Type type, List<object?> items, SyntaxNode at)
    {
        var collection = Activator.CreateInstance(type)!;
        if (collection is IList list && type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
        {
            foreach (var item in items)
            {
                list.Add(item);
            }

            return collection;
        }

        if (items.Count == 0)
        {
            return collection;
        }

        var add = type.GetMethods().FirstOrDefault(method => method.Name is "Add" or "AddLast" or "Enqueue" or "Push" && method.GetParameters().Length == 1) ?? throw interpreter.Refuse(at, NoCollectionText);
        foreach (var item in items)
        {
            Reflected.Call(add, collection, [item]);
        }

        return collection;
    }

    private const string NoCollectionText = "a collection of this type cannot be made at compile time; use an array or a list";

    private NotTranslatableException NoCollection(SyntaxNode at) => Refused(at, NoCollectionText);

    public override Value VisitTranslatedQuery(ITranslatedQueryOperation operation, object? argument) => Translate(operation.Operation);

    public override Value VisitArrayElementReference(IArrayElementReferenceOperation operation, object? argument)
    {
        var at = operation.Syntax;
        if (operation.Indices.Length == 1 && Written(operation.Indices[0]).Type is { Name: nameof(Range) })
        {
            var sliced = Translate(operation.ArrayReference);
            var range = Translate(Written(operation.Indices[0]));
            return frame =>
            {
                var array = (Array?)sliced(frame);
                var part = (Range)range(frame)!;
                interpreter.At = at;
                var (start, length) = part.GetOffsetAndLength((array ?? throw interpreter.Null(at)).Length);
                interpreter.Budget.Elements(length);
                return Slice(array, start, length);
            };
        }

        var reference = Translate(operation.ArrayReference);
        if (operation.Indices.Length == 1 && Written(operation.Indices[0]).Type is { SpecialType: SpecialType.System_Int32 })
        {
            var index = Translate(Written(operation.Indices[0]));
            return frame =>
            {
                var array = (Array?)reference(frame);
                var position = (int)index(frame)!;
                interpreter.At = at;
                return Elements.Get(array ?? throw interpreter.Null(at), position);
            };
        }

        var indexes = Indexes(operation);
        return frame =>
        {
            var array = (Array?)reference(frame);
            var positions = indexes(frame, array);
            interpreter.At = at;
            return Elements.Get(array ?? throw interpreter.Null(at), positions);
        };
    }

    private Func<Frame, Array?, long[]> Indexes(IArrayElementReferenceOperation operation)
    {
        var indexes = operation.Indices.Select(index => Translate(Written(index))).ToArray();
        return (frame, array) =>
        {
            var positions = new long[indexes.Length];
            for (var dimension = 0; dimension < indexes.Length; dimension++)
            {
                positions[dimension] = indexes[dimension](frame) switch
                {
                    // An index from the end asks for the length first.
                    Index { IsFromEnd: true } when array is null => throw interpreter.Null(operation.Syntax),
                    Index index => index.GetOffset(array?.GetLength(dimension) ?? 0),
                    var value => System.Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
                };
            }

            return positions;
        };
    }

    private Locator ElementPlace(IArrayElementReferenceOperation operation, bool isOnlyRead = false)
    {
        var at = operation.Syntax;
        var reference = Translate(operation.ArrayReference);
        var indexes = Indexes(operation);
        var exactly = isOnlyRead ? null : Types.Find(operation.Type, environment);
        return frame =>
        {
            var array = (Array?)reference(frame);
            var positions = indexes(frame, array);
            return array is null ? new NullPlace(() => interpreter.Null(at)) : new ElementPlace(interpreter, array, positions, exactly, at);
        };
    }

    private static Array Slice(Array array, int start, int length)
    {
        var slice = Array.CreateInstance(array.GetType().GetElementType()!, length);
        Array.Copy(array, start, slice, 0, length);
        return slice;
    }

    public override Value VisitRangeOperation(IRangeOperation operation, object? argument)
    {
        var start = operation.LeftOperand is null ? _ => Index.Start : IndexOf(operation.LeftOperand);
        var end = operation.RightOperand is null ? _ => Index.End : IndexOf(operation.RightOperand);
        return frame =>
        {
            var from = (Index)start(frame)!;
            return new Range(from, (Index)end(frame)!);
        };
    }

    private Value IndexOf(IOperation operation)
    {
        var value = Translate(Written(operation));
        return frame =>
        {
            var index = value(frame);
            interpreter.At = operation.Syntax;
            return index is Index known ? known : new Index((int)index!);
        };
    }

    public override Value VisitImplicitIndexerReference(IImplicitIndexerReferenceOperation operation, object? argument)
    {
        var place = ImplicitIndexPlace(operation);
        return frame => place(frame).Value;
    }

    /// <summary><c>list[^1]</c> and <c>text[1..]</c>, which C# writes with the length and an integer.</summary>
    private Locator ImplicitIndexPlace(IImplicitIndexerReferenceOperation operation)
    {
        var at = operation.Syntax;
        var receiver = Translate(operation.Instance);
        var argument = Translate(Written(operation.Argument));
        var isReadOnly = operation.Instance.Type is { Name: "ReadOnlySpan" };
        var length = operation.LengthSymbol is IPropertySymbol { GetMethod: { } count } && Types.IsOfThisProgram(count) ? Method(count, at) : null;
        var (get, set) = operation.IndexerSymbol switch
        {
            IPropertySymbol indexer when length is not null => (
                indexer.GetMethod is null ? null : Method(indexer.GetMethod, at), indexer.SetMethod is null ? null : Method(indexer.SetMethod, at)),
            IMethodSymbol slice when length is not null => (Method(slice, at), null),
            _ => ((Invoker?)null, (Invoker?)null),
        };
        return frame =>
        {
            var indexed = receiver(frame);
            var index = argument(frame);
            interpreter.At = at;
            switch (indexed ?? throw interpreter.Null(at))
            {
                case IShell when length is not null:
                    var self = new Copied(indexed);
                    var own = (int)length(self, [])!;
                    if (index is Range part)
                    {
                        // Whether that is inside is for the method to say.
                        var from = part.Start.GetOffset(own);
                        return new Copied(get!(self, [from, part.End.GetOffset(own) - from]));
                    }

                    object?[] position = [Offset(index, own)];
                    return new ComputedPlace(() => get!(self, [.. position]), value => set!(self, [.. position, value]));
                case string text when index is Range range:
                    var start = range.Start.GetOffset(text.Length);
                    var characters = range.End.GetOffset(text.Length) - start;
                    interpreter.Budget.Elements(Math.Max(0, characters));
                    return new Copied(text.Substring(start, characters));
                case string text:
                    return new Copied(Elements.Get(text, Offset(index, text.Length)));
                case IList list when index is not Range:
                    var offset = Offset(index, list.Count);
                    return new ComputedPlace(() => Elements.Get(list, offset), value =>
                    {
                        interpreter.KeepShared(list, at);
                        list[offset] = value;
                    });
                case Array array when index is Range range && isReadOnly:
                    var (first, taken2) = range.GetOffsetAndLength(array.Length);
                    interpreter.Budget.Elements(taken2);
                    interpreter.KeepAsItIs(array);
                    return new Copied(Slice(array, first, taken2));
                default:
                    throw interpreter.Refuse(at, "this cannot be indexed at compile time; use an index from the start");
            }
        };
    }

    private static int Offset(object? index, int length) => index is Index fromEnd ? fromEnd.GetOffset(length) : (int)index!;
}
