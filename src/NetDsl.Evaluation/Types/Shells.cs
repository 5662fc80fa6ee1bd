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
/// Shells are kept from one evaluation to the next, by all that makes them. When there are too many, evaluations that begin get new ones;
/// those in progress keep theirs to the end, because shells refer to each other. Types that nobody uses any more are collected.
/// </remarks>
internal sealed class Shells
{
    private const int MostKept = 2_000;
    private static readonly ConditionalWeakTable<Type, string> Keys = new();
    private static Shells current = new();
    private readonly ConcurrentDictionary<string, Type> kept = new(StringComparer.Ordinal);
    private readonly List<ShellModule> open = [];

    /// <summary>The shells for an evaluation that begins.</summary>
    public static Shells Current
    {
        get
        {
            var present = Volatile.Read(ref current);
            if (present.kept.Count < MostKept)
            {
                return present;
            }

            // Who comes second takes what the first has put there.
            Interlocked.CompareExchange(ref current, new Shells(), present);
            return Volatile.Read(ref current);
        }
    }

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
    public object Gate { get; } = new();

    public Type? Find(string key) => kept.TryGetValue(key, out var known) ? known : null;

    public Type Keep(string key, Type made)
    {
        Keys.GetValue(made, _ => key);
        kept[key] = made;
        return made;
    }

    /// <summary>Where a type of a name can be made; called with the gate held.</summary>
    /// <remarks>
    /// Many types share a module: each has an assembly of its own, and every assembly that can be collected is looked at in each
    /// collection of garbage.
    /// </remarks>
    public ModuleBuilder ModuleFor(string name)
    {
        open.RemoveAll(module => module.IsFull);
        if (open.FirstOrDefault(module => module.Takes(name)) is { } known)
        {
            return known.Builder;
        }

        var made = new ShellModule();
        made.Takes(name);
        open.Add(made);
        return made.Builder;
    }

    public Type MakeEnum(string name, Type underlying, bool isFlags, IEnumerable<(string Name, object Value)> members)
    {
        var made = ModuleFor(name).DefineEnum(name, TypeAttributes.Public, underlying);
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

    public Type MakeDelegate(string name, Type result, Type[] parameters)
    {
        var made = ModuleFor(name).DefineType(name, TypeAttributes.Public | TypeAttributes.Sealed | TypeAttributes.Class, typeof(MulticastDelegate));
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
