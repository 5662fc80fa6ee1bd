using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Host;

/// <summary>
/// What a call of the base library costs before it is made: what it may walk is work, and what it makes is elements. A member that is not
/// known to be quick is taken to walk all of what it is called on and of each collection that it gets.
/// </summary>
internal sealed class Costs
{
    /// <summary>What the beginning of a walk over a query takes.</summary>
    public const int StepsOfAWalk = 8;

    /// <summary>How much more than a plain look at an element a query does with it.</summary>
    public const long WorkOfAnElement = 4;

    /// <summary>Elements that one change of a persistent tree makes anew.</summary>
    private const int NodesOfAChange = 32;

    /// <summary>What a call over reflection takes, next to reading a variable.</summary>
    private const int StepsOfACall = 4;

    /// <summary>Members that look at few elements, however many there are.</summary>
    private static readonly HashSet<string> Quick =
    [
        "get_Count", "get_Length", "get_LongLength", "get_Capacity", "get_Item", "set_Item", "get_Chars", "get_Keys", "get_Values", "get_Comparer", "get_Rank",
        "GetValue", "SetValue", "GetLength", "GetLowerBound", "GetUpperBound", "GetOffset", "Equals", "ToString", "get_IsEmpty", "get_IsDefault", "get_IsDefaultOrEmpty",
        "Add", "TryAdd", "ContainsKey", "TryGetValue", "Enqueue", "Dequeue", "TryDequeue", "Peek", "TryPeek", "Push", "Pop", "TryPop", "GetEnumerator", "get_Current",
        "AddFirst", "AddLast", "AddBefore", "AddAfter", "RemoveFirst", "RemoveLast", "get_First", "get_Last", "get_Next", "get_Previous", "get_Value", "set_Value", "get_Key",
        "GetAt", "SetAt", "GetValueOrDefault", "SetItem", "TryGetKey", "AsReadOnly", "ToBuilder", "ToImmutable", "MoveToImmutable", "EnqueueDequeue", "DequeueEnqueue",
        "Append", "AppendFormat", "AppendJoin", "AsSpan", "AsEnumerable", "get_List", "GetKeyAtIndex", "GetValueAtIndex", "SetValueAtIndex", "get_Min", "get_Max",
        "Any", "First", "FirstOrDefault", "ElementAt", "ElementAtOrDefault", "TryGetNonEnumeratedCount", "Substring",
    ];

    /// <summary>Members of hash tables and search trees that walk nothing there.</summary>
    private static readonly HashSet<string> QuickInTables = ["Contains", "Remove"];

    /// <summary>Queries that walk without giving or calling anything for each element.</summary>
    private static readonly HashSet<string> Silent =
    [
        "OfType", "Distinct", "DistinctBy", "Except", "ExceptBy", "Intersect", "IntersectBy", "Union", "UnionBy", "Reverse", "Skip", "SkipLast", "TakeLast", "Chunk",
        "OrderBy", "OrderByDescending", "Order", "OrderDescending", "ThenBy", "ThenByDescending", "GroupBy", "GroupJoin", "Join", "LeftJoin", "RightJoin", "CountBy", "AggregateBy",
        "Where", "SkipWhile",
    ];

    private static readonly ConcurrentDictionary<Type, Func<object, int>?> CountOf = new();
    private readonly bool isQuick;
    private readonly bool isQuickInTables;
    private readonly bool isLazy;
    private readonly bool adds;
    private readonly bool changesATree;
    private readonly int room;

    public Costs(MethodBase method, bool isPortable)
    {
        IsSilent = Silent.Contains(method.Name) && method.DeclaringType is { } type && (type == typeof(Enumerable) || type == typeof(PortableQueries));
        isQuick = Quick.Contains(method.Name);
        isQuickInTables = QuickInTables.Contains(method.Name);
        isLazy = method is MethodInfo { ReturnType: { IsGenericType: true } given } && (given.GetGenericTypeDefinition() == typeof(IEnumerable<>) || given.GetGenericTypeDefinition() == typeof(IOrderedEnumerable<>));
        adds = !isPortable && (method is ConstructorInfo || method.Name is "AddRange" or "InsertRange" or "UnionWith" or "SymmetricExceptWith" or "EnqueueRange" or "SetItems" or "Union" or "ConvertAll");
        changesATree = IsTree(method.DeclaringType) && method is MethodInfo changing && changing.ReturnType == method.DeclaringType;
        room = isPortable ? -1 : Array.FindIndex(method.GetParameters(), parameter => parameter.ParameterType == typeof(int)
            && (parameter.Name is "capacity" or "initialCapacity" || method.Name is "set_Capacity" or "set_Count"));
    }

    /// <summary>Whether the sequence that it gives walks elements of others unseen.</summary>
    public bool IsSilent { get; }

    /// <summary>Whether what it gives shares most of what it is made of.</summary>
    public bool SharesResult => changesATree;

    /// <summary>Asks for what the call will take.</summary>
    public void Charge(object? receiver, object?[] arguments, Budget budget)
    {
        budget.Step(StepsOfACall);
        if (room >= 0 && arguments[room] is int capacity)
        {
            budget.Elements(Math.Max(0, capacity));
        }

        if (changesATree)
        {
            budget.Elements(NodesOfAChange);
        }

        if (isLazy)
        {
            return;
        }

        if (receiver is not null && !isQuick && !(isQuickInTables && IsTable(receiver)))
        {
            budget.Work(SizeOf(receiver));
        }

        foreach (var argument in arguments)
        {
            // What a member is given as an element, it does not walk, but that cannot be told here.
            if (argument is null or ValueType || (isQuick && receiver is not null))
            {
                continue;
            }

            if (adds && argument is IEnumerable and not string)
            {
                budget.Elements(SizeOf(argument));
            }
            else if (!isQuick)
            {
                budget.Work(SizeOf(argument));
            }
        }
    }

    /// <summary>How many elements or characters there are, where that is known without walking.</summary>
    public static int SizeOf(object value) => value switch
    {
        string text => text.Length,
        ICollection collection => collection.Count,
        StringBuilder builder => builder.Length,
        ValueType or Delegate => 0,
        IEnumerable => CountOf.GetOrAdd(value.GetType(), static type => Counting(type))?.Invoke(value) ?? 0,
        _ => 0,
    };

    private static Func<object, int>? Counting(Type type)
    {
        // Groups of queries and their like tell it by an interface only.
        if (type.GetInterfaces().FirstOrDefault(implemented => implemented.IsGenericType && implemented.GetGenericTypeDefinition() is var open
            && (open == typeof(ICollection<>) || open == typeof(IReadOnlyCollection<>))) is not { } counted || typeof(IShell).IsAssignableFrom(type))
        {
            return null;
        }

        var value = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, int>>(Expression.Property(Expression.Convert(value, counted), "Count"), value).Compile();
    }

    private static bool IsTable(object value) =>
        value is IDictionary || value.GetType() is { IsGenericType: true } type && (type.Name.Contains("Set`") || type.Name.Contains("Dictionary`"));

    private static bool IsTree(Type? type) =>
        type is { IsGenericType: true, Namespace: "System.Collections.Immutable" } && !type.Name.StartsWith("ImmutableArray", StringComparison.Ordinal);
}
