using System.Collections;
using System.Reflection;

namespace NetDsl.Generators.Tests;

/// <summary>Walks everything that an object holds.</summary>
static class ObjectGraph
{
    /// <summary>Fails when the object holds, however deep, an instance of a type that is not wanted.</summary>
    public static void HoldsNo(object? root, Func<Type, bool> unwanted)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<object?>([root]);
        while (pending.TryPop(out var next))
        {
            if (next is null || next.GetType().IsPrimitive || next is string || !seen.Add(next))
            {
                continue;
            }

            Assert.False(unwanted(next.GetType()), $"{root} holds {next.GetType()}");
            var held = next is IEnumerable items ? items.Cast<object?>() : Fields(next.GetType()).Select(field => field.GetValue(next));
            foreach (var value in held)
            {
                pending.Push(value);
            }
        }
    }

    static IEnumerable<FieldInfo> Fields(Type? type) => type is null
        ? []
        : type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Concat(Fields(type.BaseType));
}
