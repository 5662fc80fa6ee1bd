using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace NetDsl.Evaluation.Types;

/// <summary>
/// Makes the real types of the types that the user's program declares. They hold nothing of the program but names: a class
/// derives, implements and is generic as the program says, so that the runtime's own type tests, conversions, collections and queries
/// hold; every member is a stub that calls the interpreter. No code of the user's is compiled.
/// </summary>
/// <remarks>
/// Shells are kept from one evaluation to the next, by all that makes them; the room is bounded, and types that nobody
/// uses any more are collected.
/// </remarks>
internal static class Shells
{
    private const int MostKept = 2_000;
    private static readonly ConcurrentDictionary<string, Type> Kept = new(StringComparer.Ordinal);
    private static readonly ConditionalWeakTable<Type, string> Keys = new();
    private static int modules;

    /// <summary>What tells a type from others; the same for the same declaration in the next evaluation.</summary>
    public static string KeyOf(Type type)
    {
        if (type.IsArray)
        {
            return $"{KeyOf(type.GetElementType()!)}[{type.GetArrayRank()}]";
        }

        if (type.IsGenericType && !type.IsGenericTypeDefinition)
        {
            return $"{KeyOf(type.GetGenericTypeDefinition())}<{string.Join(",", type.GetGenericArguments().Select(KeyOf))}>";
        }

        return Keys.TryGetValue(type, out var key) ? key : type.FullName ?? type.Name;
    }

    /// <summary>Held while a shell is made: shells that refer to each other are made together.</summary>
    public static object Gate { get; } = new();

    public static Type? Find(string key) => Kept.TryGetValue(key, out var known) ? known : null;

    public static Type Keep(string key, Type made)
    {
        if (Kept.Count >= MostKept)
        {
            Kept.Clear();
        }

        Keys.GetValue(made, _ => key);
        Kept[key] = made;
        return made;
    }

    /// <summary>Room for types that may refer to each other.</summary>
    public static ModuleBuilder Module() => AssemblyBuilder
        .DefineDynamicAssembly(new AssemblyName($"NetDsl.Shells.{Interlocked.Increment(ref modules)}"), AssemblyBuilderAccess.RunAndCollect)
        .DefineDynamicModule("Shells");

    public static Type MakeEnum(string name, Type underlying, bool isFlags, IEnumerable<(string Name, object Value)> members)
    {
        var made = Module().DefineEnum(name, TypeAttributes.Public, underlying);
        foreach (var (member, value) in members)
        {
            made.DefineLiteral(member, value);
        }

        if (isFlags)
        {
            made.SetCustomAttribute(new CustomAttributeBuilder(typeof(FlagsAttribute).GetConstructor(Type.EmptyTypes)!, []));
        }

        return made.CreateTypeInfo()!.AsType();
    }

    public static Type MakeDelegate(string name, Type result, Type[] parameters)
    {
        var made = Module().DefineType(name, TypeAttributes.Public | TypeAttributes.Sealed | TypeAttributes.Class, typeof(MulticastDelegate));
        made.DefineConstructor(
            MethodAttributes.RTSpecialName | MethodAttributes.HideBySig | MethodAttributes.Public,
            CallingConventions.Standard,
            [typeof(object), typeof(IntPtr)]).SetImplementationFlags(MethodImplAttributes.Runtime | MethodImplAttributes.Managed);
        made.DefineMethod(
            "Invoke",
            MethodAttributes.Public | MethodAttributes.HideBySig | MethodAttributes.NewSlot | MethodAttributes.Virtual,
            result,
            parameters).SetImplementationFlags(MethodImplAttributes.Runtime | MethodImplAttributes.Managed);
        return made.CreateTypeInfo()!.AsType();
    }
}
