using System.Reflection;
using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

/// <summary>The same network, written elsewhere: what is behind a line that somebody inserts moves down, whatever it is.</summary>
public static class MovedOrigins
{
    static readonly MethodInfo Clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;
    static readonly MethodInfo OfItems = typeof(MovedOrigins).GetMethod(nameof(Items), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>The network with all lines moved that are at one or below it.</summary>
    public static Topology Of(Topology topology, int from, int by) => (Topology)Moved(topology, from, by)!;

    static object? Moved(object? value, int from, int by)
    {
        if (value is Origin origin)
        {
            return origin.Line >= from && origin.Line > 0 ? new Origin(origin.File, origin.Line + by) : origin;
        }

        if (value is null or ElementId or Enum || value.GetType() is not { Namespace: "NetDsl.Model" } type)
        {
            return value;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
        {
            return OfItems.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [value, from, by]);
        }

        var moved = Clone.Invoke(value, null)!;
        for (var each = type; each is not null && each != typeof(object); each = each.BaseType)
        {
            foreach (var field in each.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                field.SetValue(moved, Moved(field.GetValue(moved), from, by));
            }
        }

        return moved;
    }

    static EquatableArray<T> Items<T>(EquatableArray<T> items, int from, int by) =>
        items.Select(item => (T)Moved(item, from, by)!).ToEquatableArray();
}
