using System.Collections;
using System.Runtime.CompilerServices;
using NetDsl.Evaluation.Host;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>The collections that statics hold, those inside of others among them.</summary>
internal sealed class SharedObjects
{
    private static readonly HashSet<string> Changing =
    [
        "set_Item", "Add", "TryAdd", "AddRange", "Insert", "InsertRange", "Remove", "RemoveAt", "RemoveAll", "RemoveRange", "Clear", "UnionWith",
        "IntersectWith", "ExceptWith", "SymmetricExceptWith", "Enqueue", "Dequeue", "Push", "Pop",
    ];

    private readonly ConditionalWeakTable<object, object> known = new();

    public bool Contains(object? value) => value is not null && known.TryGetValue(value, out _);

    public void Add(object? value)
    {
        if (value is null or string)
        {
            return;
        }

        var type = value.GetType();
        if (Tuples.IsTuple(type))
        {
            foreach (var item in Tuples.Items(value))
            {
                Add(item);
            }
        }
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        {
            Add(type.GetProperty("Value")!.GetValue(value));
        }
        else if (value is ICollection collection && !known.TryGetValue(value, out _))
        {
            known.Add(value, value);
            foreach (var item in collection)
            {
                Add(item);
            }
        }
        else if (value is not ICollection && type.IsGenericType && type.GetGenericTypeDefinition() == typeof(HashSet<>))
        {
            known.GetOrCreateValue(value);
        }
    }

    /// <summary>What a call changes; nothing where it changes nothing.</summary>
    public static object? ChangedBy(HostMember member, object? receiver, object?[] arguments)
    {
        if (member.IsOwn)
        {
            return null;
        }

        var name = member.Method.Name;
        return Changing.Contains(name) || (name == "Reverse" && receiver is IList) ? receiver
            : member.Method.DeclaringType == typeof(Array) || member.Method.DeclaringType == typeof(PortableSpans) ? name switch
            {
                "Reverse" or "Fill" => arguments[0],
                "Copy" => arguments.FirstOrDefault(argument => argument is Array && !ReferenceEquals(argument, arguments[0])) ?? arguments[0],
                _ => null,
            }
            : null;
    }
}
