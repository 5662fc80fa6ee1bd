using System.Collections;
using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Host;

/// <summary>The real types that a definition may hold values of, by their names in metadata.</summary>
internal static class HostTypes
{
    private static readonly Type[] Admitted =
    [
        typeof(object), typeof(bool), typeof(char), typeof(string), typeof(void),
        typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(float), typeof(double), typeof(decimal),
        typeof(Math), typeof(Convert), typeof(Array), typeof(Enum), typeof(ValueType), typeof(Nullable<>), typeof(Nullable),
        typeof(ValueTuple), typeof(ValueTuple<>), typeof(ValueTuple<,>), typeof(ValueTuple<,,>), typeof(ValueTuple<,,,>),
        typeof(ValueTuple<,,,,>), typeof(ValueTuple<,,,,,>), typeof(ValueTuple<,,,,,,>),
        typeof(IEnumerable), typeof(ICollection), typeof(IList), typeof(IEnumerable<>), typeof(ICollection<>), typeof(IList<>),
        typeof(IReadOnlyCollection<>), typeof(IReadOnlyList<>), typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>),
        typeof(ISet<>), typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(SortedSet<>), typeof(SortedDictionary<,>),
        typeof(Queue<>), typeof(Stack<>), typeof(KeyValuePair<,>), typeof(Dictionary<,>.KeyCollection),
        typeof(Dictionary<,>.ValueCollection), typeof(IEqualityComparer<>), typeof(IComparer<>), typeof(Comparer<>),
        typeof(EqualityComparer<>), typeof(IComparable), typeof(IComparable<>), typeof(IEquatable<>), typeof(IFormattable),
        typeof(Enumerable), typeof(IGrouping<,>), typeof(IOrderedEnumerable<>), typeof(ILookup<,>),
        typeof(IFormatProvider), typeof(System.Globalization.CultureInfo), typeof(StringComparison), typeof(StringComparer), typeof(StringSplitOptions), typeof(MidpointRounding),
        typeof(Delegate), typeof(MulticastDelegate), typeof(Predicate<>), typeof(Comparison<>), typeof(Converter<,>),
        typeof(Action), typeof(Action<>), typeof(Action<,>), typeof(Action<,,>), typeof(Action<,,,>),
        typeof(Func<>), typeof(Func<,>), typeof(Func<,,>), typeof(Func<,,,>), typeof(Func<,,,,>),
        typeof(Exception), typeof(ArgumentException), typeof(ArgumentNullException), typeof(ArgumentOutOfRangeException),
        typeof(InvalidOperationException), typeof(NotSupportedException), typeof(NotImplementedException), typeof(FormatException),
        typeof(KeyNotFoundException), typeof(System.Text.StringBuilder),
    ];

    private static readonly Dictionary<string, Type> ByName = Admitted.ToDictionary(type => type.FullName!);
    private static readonly ConcurrentDictionary<string, Type?> OwnByName = new();

    /// <summary>The real type; nothing when a definition cannot hold values of it.</summary>
    /// <param name="symbol">A type of the user's program.</param>
    /// <param name="typeArguments">What the type parameters of the running functions stand for.</param>
    public static Type? Find(ITypeSymbol? symbol, IReadOnlyDictionary<ITypeParameterSymbol, Type> typeArguments)
    {
        switch (symbol)
        {
            case null:
                return null;
            case ITypeParameterSymbol parameter:
                return typeArguments.TryGetValue(parameter, out var argument) ? argument : null;
            case IArrayTypeSymbol array:
                return Find(array.ElementType, typeArguments) is { } element
                    ? array.Rank == 1 ? element.MakeArrayType() : element.MakeArrayType(array.Rank)
                    : null;
            case INamedTypeSymbol { IsTupleType: true } tuple:
                return Tuple(tuple, typeArguments);
            case INamedTypeSymbol named when IsSpan(named):
                // A span lives on the stack, where nothing of a definition does. The array that it looks at does as well.
                return Find(named.TypeArguments[0], typeArguments)?.MakeArrayType();
            case INamedTypeSymbol named:
                return Named(named, typeArguments);
            default:
                return null;
        }
    }

    /// <summary>Whether the symbol is of the assembly of the builders.</summary>
    public static bool IsOwn(ISymbol symbol) => symbol.ContainingAssembly?.Name == typeof(NetworkBuilder).Assembly.GetName().Name;

    /// <summary>Whether it is a view of an array on the stack, for which the array itself stands here.</summary>
    public static bool IsSpan(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Arity: 1, Name: "Span" or "ReadOnlySpan" } span
        && span.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    public static string MetadataName(INamedTypeSymbol type)
    {
        var name = type.MetadataName;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name = $"{outer.MetadataName}+{name}";
        }

        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{name}" : name;
    }

    private static Type? Tuple(INamedTypeSymbol tuple, IReadOnlyDictionary<ITypeParameterSymbol, Type> typeArguments)
    {
        if (tuple.TupleElements.Length > 7 || !ByName.TryGetValue($"System.ValueTuple`{tuple.TupleElements.Length}", out var open))
        {
            return null;
        }

        var arguments = tuple.TupleElements.Select(element => Find(element.Type, typeArguments)).ToArray();
        return arguments.Any(argument => argument is null) ? null : open.MakeGenericType(arguments!);
    }

    private static Type? Named(INamedTypeSymbol named, IReadOnlyDictionary<ITypeParameterSymbol, Type> typeArguments)
    {
        var open = Open(named);
        if (open is null || !open.IsGenericTypeDefinition)
        {
            return open;
        }

        var arguments = new List<Type>();
        foreach (var argument in AllTypeArguments(named))
        {
            if (Find(argument, typeArguments) is not { } found)
            {
                return null;
            }

            arguments.Add(found);
        }

        return open.MakeGenericType([.. arguments]);
    }

    private static Type? Open(INamedTypeSymbol named)
    {
        var name = MetadataName(named);
        if (IsOwn(named))
        {
            return OwnByName.GetOrAdd(name, static name => typeof(NetworkBuilder).Assembly.GetType(name));
        }

        var isDeclaredHere = named.TypeKind == TypeKind.Error || named.Locations.Any(location => location.IsInSource);
        return !isDeclaredHere && ByName.TryGetValue(name, out var known) ? known : null;
    }

    private static IEnumerable<ITypeSymbol> AllTypeArguments(INamedTypeSymbol named) =>
        named.ContainingType is { } outer ? AllTypeArguments(outer).Concat(named.TypeArguments) : named.TypeArguments;
}
