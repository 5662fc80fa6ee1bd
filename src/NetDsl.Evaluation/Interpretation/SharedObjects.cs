using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>The collections that statics hold, those inside of others among them.</summary>
internal sealed class SharedObjects
{
    /// <summary>Members that change what they are called on, or, of extensions, their first argument.</summary>
    private static readonly HashSet<string> Changing =
    [
        "set_Item", "set_Chars", "set_Length", "set_Capacity", "set_Count", "SetValue", "SetAt", "SetPosition", "SetValueAtIndex",
        "Add", "TryAdd", "AddRange", "AddFirst", "AddLast", "AddBefore", "AddAfter", "Append", "AppendFormat", "AppendJoin", "Insert", "InsertRange",
        "Remove", "RemoveAt", "RemoveAll", "RemoveRange", "RemoveFirst", "RemoveLast", "RemoveWhere", "Clear", "Replace", "Sort",
        "UnionWith", "IntersectWith", "ExceptWith", "SymmetricExceptWith", "Enqueue", "EnqueueRange", "EnqueueDequeue", "DequeueEnqueue", "Dequeue", "TryDequeue",
        "Push", "Pop", "TryPop", "MoveToImmutable", "DrainToImmutable",
    ];

    /// <summary>Static members of arrays and spans that change their first argument.</summary>
    private static readonly HashSet<string> ChangingFirst = ["Reverse", "Fill", "Clear", "Sort", "Replace"];

    private readonly ConditionalWeakTable<object, object> known = new();

    public bool Contains(object? value) => value is not null && known.TryGetValue(value, out _);

    public void Add(object? value)
    {
        if (value is null or string)
        {
            return;
        }

        var type = value.GetType();
        if (value is IShell { State: Instance held })
        {
            if (known.TryGetValue(value, out _))
            {
                return;
            }

            known.Add(value, value);
            foreach (var field in held.Fields)
            {
                Add(field);
            }
        }
        else if (Tuples.IsTuple(type))
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
        else if (value is System.Text.StringBuilder || (value is not ICollection && type is { IsGenericType: true, Namespace: "System.Collections.Generic" }))
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
        if (receiver is not null)
        {
            var changed = Owner(receiver);
            return (Changing.Contains(name) && !IsImmutable(changed)) || (name == "Reverse" && changed is IList and not Array && !IsImmutable(changed)) || (name == "set_Value" && changed != receiver)
                ? changed
                : name == nameof(ICollection.CopyTo) ? arguments.FirstOrDefault(argument => argument is Array)
                : member.Method.DeclaringType == typeof(PortableSpanChanges) ? receiver
                : null;
        }

        var type = member.Method.DeclaringType;
        return name switch
        {
            "Copy" or "ConstrainedCopy" when type == typeof(Array) => arguments.Last(argument => argument is Array),
            nameof(ICollection.CopyTo) when type == typeof(PortableSpans) => arguments[1],
            _ when type == typeof(Array) || type == typeof(PortableArrays) || type == typeof(PortableSpans) => ChangingFirst.Contains(name) ? arguments[0] : null,
            _ when member.Method is MethodInfo && type != typeof(Enumerable) && type != typeof(PortableQueries) && arguments.Length > 0 && Changing.Contains(name) => arguments[0],
            _ => null,
        };
    }

    /// <summary>A node of a linked list is a part of it.</summary>
    private static object Owner(object receiver) =>
        receiver.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(LinkedListNode<>) ? type.GetProperty("List")!.GetValue(receiver) ?? receiver : receiver;

    private static bool IsImmutable(object value) =>
        value.GetType() is { Namespace: "System.Collections.Immutable" } type && !type.Name.StartsWith("Builder", StringComparison.Ordinal);
}
