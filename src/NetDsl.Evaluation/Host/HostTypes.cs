using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Host;

/// <summary>The real types of the base library, and of ours, that a definition may hold values of, by their names in metadata.</summary>
internal static class HostTypes
{
    private static readonly Type[] Admitted =
    [
        typeof(object), typeof(bool), typeof(char), typeof(string), typeof(void),
        typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(float), typeof(double), typeof(decimal),
        typeof(Math), typeof(Convert), typeof(Array), typeof(Enum), typeof(ValueType), typeof(Nullable<>), typeof(Nullable), typeof(Type),
        typeof(BitConverter), typeof(Version), typeof(Uri), typeof(Lazy<>), typeof(Index), typeof(Range),
        typeof(ValueTuple), typeof(ValueTuple<>), typeof(ValueTuple<,>), typeof(ValueTuple<,,>), typeof(ValueTuple<,,,>),
        typeof(ValueTuple<,,,,>), typeof(ValueTuple<,,,,,>), typeof(ValueTuple<,,,,,,>), typeof(ValueTuple<,,,,,,,>),
        typeof(Tuple), typeof(Tuple<>), typeof(Tuple<,>), typeof(Tuple<,,>), typeof(Tuple<,,,>), typeof(Tuple<,,,,>),
        typeof(IEnumerable), typeof(IEnumerator), typeof(ICollection), typeof(IList), typeof(IDictionary),
        typeof(IEnumerable<>), typeof(IEnumerator<>), typeof(ICollection<>), typeof(IList<>),
        typeof(IReadOnlyCollection<>), typeof(IReadOnlyList<>), typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>),
        typeof(ISet<>), typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(SortedSet<>), typeof(SortedDictionary<,>),
        typeof(SortedList<,>), typeof(Queue<>), typeof(Stack<>), typeof(LinkedList<>), typeof(LinkedListNode<>), typeof(KeyValuePair<,>),
        typeof(List<>.Enumerator), typeof(Dictionary<,>.Enumerator),
        typeof(Dictionary<,>.KeyCollection), typeof(Dictionary<,>.ValueCollection),
        typeof(SortedDictionary<,>.KeyCollection), typeof(SortedDictionary<,>.ValueCollection),
        typeof(System.Collections.ObjectModel.ReadOnlyCollection<>), typeof(System.Collections.ObjectModel.Collection<>),
        typeof(System.Collections.ObjectModel.ReadOnlyDictionary<,>),
        typeof(IImmutableList<>), typeof(IImmutableDictionary<,>), typeof(IImmutableSet<>),
        typeof(ImmutableArray), typeof(ImmutableArray<>), typeof(ImmutableArray<>.Builder), typeof(ImmutableList), typeof(ImmutableList<>), typeof(ImmutableList<>.Builder),
        typeof(ImmutableDictionary), typeof(ImmutableDictionary<,>), typeof(ImmutableDictionary<,>.Builder),
        typeof(ImmutableHashSet), typeof(ImmutableHashSet<>), typeof(ImmutableSortedDictionary), typeof(ImmutableSortedDictionary<,>),
        typeof(ImmutableSortedSet), typeof(ImmutableSortedSet<>), typeof(ImmutableQueue<>), typeof(ImmutableStack<>),
        typeof(IEqualityComparer<>), typeof(IComparer<>), typeof(Comparer<>),
        typeof(EqualityComparer<>), typeof(IComparable), typeof(IComparable<>), typeof(IEquatable<>), typeof(IFormattable),
        typeof(IDisposable), typeof(ICloneable), typeof(IComparer), typeof(IEqualityComparer),
        typeof(Enumerable), typeof(IGrouping<,>), typeof(IOrderedEnumerable<>), typeof(ILookup<,>), typeof(Lookup<,>),
        typeof(IFormatProvider), typeof(System.Globalization.CultureInfo), typeof(System.Globalization.NumberStyles), typeof(FormattableString),
        typeof(StringComparison), typeof(StringComparer), typeof(StringSplitOptions), typeof(MidpointRounding), typeof(TypeCode), typeof(DayOfWeek),
        typeof(TimeSpan), typeof(System.Net.IPAddress), typeof(System.Net.IPEndPoint), typeof(System.Net.Sockets.AddressFamily),
        typeof(Delegate), typeof(MulticastDelegate), typeof(Predicate<>), typeof(Comparison<>), typeof(Converter<,>),
        typeof(EventHandler), typeof(EventHandler<>), typeof(EventArgs),
        typeof(Exception), typeof(SystemException), typeof(ApplicationException), typeof(ArgumentException), typeof(ArgumentNullException), typeof(ArgumentOutOfRangeException),
        typeof(ArithmeticException), typeof(DivideByZeroException), typeof(OverflowException), typeof(IndexOutOfRangeException),
        typeof(InvalidOperationException), typeof(InvalidCastException), typeof(NullReferenceException), typeof(NotSupportedException), typeof(NotImplementedException),
        typeof(FormatException), typeof(KeyNotFoundException), typeof(RankException), typeof(ArrayTypeMismatchException), typeof(TimeoutException),
        typeof(AggregateException), typeof(ObjectDisposedException), typeof(UriFormatException), typeof(TypeInitializationException),
        typeof(System.Text.StringBuilder),
        typeof(System.Reflection.MemberInfo), typeof(TupleExtensions), typeof(System.Globalization.UnicodeCategory),
        typeof(DateTime), typeof(DateTimeKind), typeof(UriKind), typeof(Base64FormattingOptions), typeof(UriHostNameType),
        typeof(ImmutableHashSet<>.Builder), typeof(ImmutableSortedDictionary<,>.Builder), typeof(ImmutableSortedSet<>.Builder),
        typeof(ImmutableQueue), typeof(ImmutableStack), typeof(IImmutableQueue<>), typeof(IImmutableStack<>),
    ];

    /// <summary>Types that the framework of the oldest host lacks, with the assembly that has them in later ones.</summary>
    private static readonly (string Name, string Assembly)[] AdmittedWhereTheyAre =
    [
        ("System.Collections.Generic.PriorityQueue`2", "System.Collections"),
        ("System.Collections.Generic.OrderedDictionary`2", "System.Collections"),
        ("System.Collections.Generic.IReadOnlySet`1", "System.Private.CoreLib"),
        ("System.Collections.Frozen.FrozenDictionary", "System.Collections.Immutable"),
        ("System.Collections.Frozen.FrozenDictionary`2", "System.Collections.Immutable"),
        ("System.Collections.Frozen.FrozenSet", "System.Collections.Immutable"),
        ("System.Collections.Frozen.FrozenSet`1", "System.Collections.Immutable"),
        ("System.Numerics.BitOperations", "System.Private.CoreLib"),
        ("System.MathF", "System.Private.CoreLib"),
        ("System.DateOnly", "System.Private.CoreLib"),
        ("System.TimeOnly", "System.Private.CoreLib"),
        ("System.Int128", "System.Private.CoreLib"),
        ("System.UInt128", "System.Private.CoreLib"),
        ("System.Half", "System.Private.CoreLib"),
        ("System.HashCode", "System.Private.CoreLib"),
        ("System.Net.IPNetwork", "System.Net.Primitives"),
        ("System.Runtime.CompilerServices.SwitchExpressionException", "System.Private.CoreLib"),
        ("System.Collections.Generic.KeyValuePair", "System.Private.CoreLib"),
        ("System.Collections.Generic.CollectionExtensions", "System.Collections"),
        ("System.Numerics.INumber`1", "System.Private.CoreLib"),
        ("System.Numerics.INumberBase`1", "System.Private.CoreLib"),
        ("System.Numerics.IBinaryInteger`1", "System.Private.CoreLib"),
        ("System.Numerics.IBinaryNumber`1", "System.Private.CoreLib"),
        ("System.Numerics.IMinMaxValue`1", "System.Private.CoreLib"),
        ("System.Numerics.IAdditiveIdentity`2", "System.Private.CoreLib"),
        ("System.Numerics.IMultiplicativeIdentity`2", "System.Private.CoreLib"),
    ];

    private static readonly Dictionary<string, Type> ByName = AllAdmitted();
    private static readonly ConcurrentDictionary<string, Type?> OwnByName = new();

    /// <summary>The real type, without type arguments; nothing when a definition cannot hold values of it.</summary>
    public static Type? Open(INamedTypeSymbol named)
    {
        var name = MetadataName(named);
        if (IsOwn(named))
        {
            return OwnByName.GetOrAdd(name, static name => typeof(NetworkBuilder).Assembly.GetType(name));
        }

        return named.TypeKind != TypeKind.Error && ByName.TryGetValue(name, out var known) ? known : null;
    }

    /// <summary>The type of tuples of that many elements; eight means seven and a tuple of the others.</summary>
    public static Type OpenTuple(int elements) => elements == 0 ? typeof(ValueTuple) : ByName[$"System.ValueTuple`{elements}"];

    /// <summary>An admitted type by its name; nothing where this framework lacks it.</summary>
    public static Type? Named(string name) => ByName.TryGetValue(name, out var known) ? known : null;

    /// <summary>Whether the symbol is of the assembly of the builders.</summary>
    public static bool IsOwn(ISymbol symbol) => symbol.ContainingAssembly?.Name == OwnAssembly;

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

    private static string OwnAssembly { get; } = typeof(NetworkBuilder).Assembly.GetName().Name!;

    private static Dictionary<string, Type> AllAdmitted()
    {
        var all = Admitted.ToDictionary(type => type.FullName!);
        foreach (var (name, assembly) in AdmittedWhereTheyAre)
        {
            if (Type.GetType($"{name}, {assembly}", throwOnError: false) is { } type)
            {
                all[name] = type;
            }
        }

        // Functions of up to sixteen parameters.
        for (var arity = 0; arity <= 16; arity++)
        {
            Add(arity == 0 ? "System.Action" : $"System.Action`{arity}");
            Add($"System.Func`{arity + 1}");
        }

        return all;

        void Add(string name)
        {
            if ((typeof(Action).Assembly.GetType(name) ?? typeof(Enumerable).Assembly.GetType(name)) is { } function)
            {
                all[name] = function;
            }
        }
    }
}
