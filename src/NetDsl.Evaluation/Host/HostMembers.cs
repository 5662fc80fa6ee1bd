using System.Reflection;
using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Host;

/// <summary>
/// Finds the real member that a symbol means: a builder's by name and parameter types; one of the base library when the table
/// has it, where our own portable implementation goes before the one of the running framework.
/// </summary>
internal sealed class HostMembers(UserTypes types)
{
    private readonly Dictionary<IMethodSymbol, HostMember?> known = new(SymbolEqualityComparer.Default);

    public HostMember? Find(IMethodSymbol method, TypeEnvironment environment)
    {
        method = method.ReducedFrom is null ? method : method.GetConstructedReducedFrom()!;
        if (!environment.IsEmpty)
        {
            return Resolve(method, environment);
        }

        if (!known.TryGetValue(method, out var member))
        {
            known.Add(method, member = Resolve(method, environment));
        }

        return member;
    }

    /// <summary>A constant-like static of the base library or of ours.</summary>
    public FieldInfo? StaticField(IFieldSymbol field, TypeEnvironment environment) =>
        (HostTypes.IsOwn(field) || CallableMembers.Contains(field)) && field.IsStatic
        && types.Find(field.ContainingType, environment) is { } type && !Ordering.MadeSorted(type)
            ? type.GetField(field.Name, BindingFlags.Public | BindingFlags.Static)
            : null;

    /// <summary>A member that types of the program inherit: of an object, or of an exception.</summary>
    public MethodBase? Base(IMethodSymbol method, TypeEnvironment environment)
    {
        if (types.Find(method.ContainingType, environment) is not { } type || !(type == typeof(object) || type == typeof(ValueType) || type == typeof(EventArgs) || typeof(Exception).IsAssignableFrom(type)))
        {
            return null;
        }

        Type?[] wanted = [.. method.Parameters.Select(parameter => ParameterType(parameter, environment))];
        const BindingFlags Inherited = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        return method.MethodKind == MethodKind.Constructor
            ? type.GetConstructors(Inherited).FirstOrDefault(candidate => Takes(candidate, wanted))
            : method.Name == nameof(GetHashCode) ? null : type.GetMethods(Inherited).FirstOrDefault(candidate => candidate.Name == method.MetadataName && Takes(candidate, wanted));
    }

    private HostMember? Resolve(IMethodSymbol method, TypeEnvironment environment)
    {
        var isOwn = HostTypes.IsOwn(method);
        if (!isOwn && Portable(method, environment) is { } portable)
        {
            return portable;
        }

        if (method.ReturnsByRef || (isOwn && method.ReturnsByRefReadonly) || (!isOwn && !CallableMembers.Contains(method)) || types.Find(method.ContainingType, environment) is not { } type)
        {
            return null;
        }

        var wanted = method.Parameters.Select(parameter => ParameterType(parameter, environment)).ToArray();
        // An override that the base library has here may be missing in a later or earlier one.
        var found = Candidates(method, type, BindingFlags.DeclaredOnly).Concat(Candidates(method, type, BindingFlags.Default))
            .Select(candidate => Constructed(candidate, method, environment))
            .FirstOrDefault(candidate => candidate is not null && Takes(candidate, wanted) && Gives(candidate, method, environment));
        if (found is MethodInfo { IsStatic: true, IsVirtual: true } ofInterface)
        {
            found = Implementation(ofInterface, type);
        }

        return found is null || (!isOwn && Ordering.IsByCulture(found)) ? null : new HostMember(found, isOwn, PortableShape.None);
    }

    private static IEnumerable<MethodBase> Candidates(IMethodSymbol method, Type type, BindingFlags declared)
    {
        var flags = BindingFlags.Public | declared | (method.IsStatic ? BindingFlags.Static : BindingFlags.Instance);
        return method.MethodKind == MethodKind.Constructor
            ? type.GetConstructors(flags)
            : type.GetMethods(flags).Where(candidate => candidate.Name == method.MetadataName);
    }

    /// <summary>What a number has for a static member of an interface of numbers, the first type argument of which is the number.</summary>
    private static MethodInfo? Implementation(MethodInfo declared, Type type)
    {
        if (!type.IsInterface || type.GetGenericArguments() is not [{ IsInterface: false } number, ..] || !type.IsAssignableFrom(number))
        {
            return declared.IsAbstract ? null : declared;
        }

        var map = number.GetInterfaceMap(type);
        var open = declared.IsGenericMethod ? declared.GetGenericMethodDefinition() : declared;
        var index = Array.IndexOf(map.InterfaceMethods, open);
        return index < 0 ? null : declared.IsGenericMethod ? map.TargetMethods[index].MakeGenericMethod(declared.GetGenericArguments()) : map.TargetMethods[index];
    }

    private HostMember? Portable(IMethodSymbol method, TypeEnvironment environment)
    {
        var name = method.MethodKind == MethodKind.Constructor ? "Create" : method.MetadataName;
        var wanted = method.Parameters.Select(parameter => ParameterType(parameter, environment));
        if (!method.IsStatic && method.MethodKind != MethodKind.Constructor)
        {
            wanted = wanted.Prepend(types.Find(method.ContainingType, environment));
        }

        Type?[] present = [.. wanted];
        foreach (var candidate in PortableMembers.Of(HostTypes.MetadataName(method.ContainingType), name))
        {
            if (Constructed(candidate, method, environment) is not { } constructed)
            {
                continue;
            }

            var shape = constructed.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(Budget)
                ? PortableShape.WithBudget
                : PortableShape.Plain;
            Type?[] taken = shape == PortableShape.WithBudget ? [typeof(Budget), .. present] : present;
            if (Takes(constructed, taken) || (present is [{ IsValueType: true } self, ..] && typeof(IFormattable).IsAssignableFrom(self) && Takes(constructed, [typeof(IFormattable), .. present.Skip(1)]))
                || (present is [{ IsValueType: true }] && Takes(constructed, [typeof(ValueType)])))
            {
                return Ordering.IsByCulture(constructed) ? null : new HostMember(constructed, IsOwn: false, shape);
            }
        }

        return null;
    }

    private MethodBase? Constructed(
        MethodBase candidate, IMethodSymbol method, TypeEnvironment environment)
    {
        if (!candidate.IsGenericMethodDefinition)
        {
            return method.Arity == 0 || candidate.DeclaringType is { IsAbstract: true, IsSealed: true, IsPublic: false } ? candidate : null;
        }

        var own = method.TypeArguments.Select(argument => types.Find(argument, environment));
        var arguments = candidate.GetGenericArguments().Length > method.Arity
            ? method.ContainingType.TypeArguments.Select(argument => types.Find(argument, environment)).Concat(own).ToArray()
            : own.ToArray();
        if (arguments.Length != candidate.GetGenericArguments().Length || arguments.Any(argument => argument is null))
        {
            return null;
        }

        try
        {
            return ((MethodInfo)candidate).MakeGenericMethod(arguments!);
        }
        catch (ArgumentException)
        {
            // A constraint that the overload which is meant does not have.
            return null;
        }
    }

    private Type? ParameterType(IParameterSymbol parameter, TypeEnvironment environment) =>
        types.Find(parameter.Type, environment) is { } type
            ? parameter.RefKind is RefKind.None ? type : type.MakeByRefType()
            : null;

    /// <summary>Conversions that take the same differ in what they give.</summary>
    private bool Gives(MethodBase candidate, IMethodSymbol method, TypeEnvironment environment) =>
        method.MethodKind != MethodKind.Conversion || (candidate as MethodInfo)?.ReturnType == types.Find(method.ReturnType, environment);

    private static bool Takes(MethodBase candidate, Type?[] wanted)
    {
        var parameters = candidate.GetParameters();
        return parameters.Length == wanted.Length
            && parameters.Zip(wanted, (parameter, type) => parameter.ParameterType == type).All(same => same);
    }
}

/// <summary>What a portable implementation takes before the arguments of the call.</summary>
internal enum PortableShape
{
    /// <summary>It is the real member.</summary>
    None,

    /// <summary>The receiver, if there is one.</summary>
    Plain,

    /// <summary>The budget, and then the receiver, if there is one.</summary>
    WithBudget,
}

/// <summary>A real member that can be called.</summary>
internal sealed record HostMember(MethodBase Method, bool IsOwn, PortableShape Shape)
{
    /// <summary>Whether each call makes its result, rather than handing out one that is there.</summary>
    private readonly bool isMaker = Method is ConstructorInfo || (!Method.IsSpecialName && !IsElement(Method) && !IsView(Method));

    private readonly Costs costs = new(Method, Shape != PortableShape.None);
    private readonly bool needsComparer = !IsOwn && Shape == PortableShape.None && Ordering.NeedsComparer(Method);

    private readonly bool isOrderless = HashOrder.IsOrderless(Method);

    /// <summary>Whether it calculates a hash code, which differs from one process to the next.</summary>
    public bool IsHash { get; } = Method.Name == nameof(GetHashCode) || Method.DeclaringType is { FullName: "System.HashCode" };

    /// <summary>Whether it compares by what the program gives it, and hands on what that throws inside of an exception of its own.</summary>
    public bool WrapsWhatComparisonsThrow { get; } = Method.Name is "Sort" or "BinarySearch"
        && (Method.DeclaringType == typeof(PortableArrays) || Method.DeclaringType == typeof(PortableLists) || Method.DeclaringType == typeof(PortableSpans));

    public object? Invoke(object? receiver, object?[] arguments, Budget budget)
    {
        budget.EnterLibrary();
        try
        {
            return InvokeCounted(receiver, arguments, budget);
        }
        finally
        {
            budget.LeaveLibrary();
        }
    }

    private object? InvokeCounted(object? receiver, object?[] arguments, Budget budget)
    {
        HashOrder.Check(Method, isOrderless, receiver, arguments);
        if (IsOwn)
        {
            return Reflected.Call(Method, receiver, arguments);
        }

        if (needsComparer)
        {
            Ordering.Check(arguments);
        }

        costs.Charge(receiver, arguments, budget);
        var result = Call(receiver, arguments, budget);
        if (isMaker && !costs.SharesResult && result is string or System.Collections.IEnumerable)
        {
            budget.Elements(Costs.SizeOf(result));
        }

        return result;
    }

    /// <summary>Whether it gives an element of what it is called on, such as <c>First</c>.</summary>
    private static bool IsElement(MethodBase method) =>
        method.Module.ResolveMethod(method.MetadataToken) is MethodInfo { ReturnType.IsGenericParameter: true };

    /// <summary>Whether it gives another look at what is there.</summary>
    private static bool IsView(MethodBase method) => method.Name is "AsReadOnly" or "AsEnumerable" or "ToBuilder";

    private object? Call(object? receiver, object?[] arguments, Budget budget)
    {
        if (Shape == PortableShape.None)
        {
            return Metered.Wrap(Reflected.Call(Method, receiver, Metered.Unmetered(Method, arguments)), Method, receiver, arguments, costs.IsSilent, budget);
        }

        List<object?> before = Shape == PortableShape.WithBudget ? [budget] : [];
        if (receiver is not null)
        {
            before.Add(receiver);
        }

        object?[] all = [.. before, .. arguments];
        var result = Reflected.Call(Method, null, all);
        Array.Copy(all, before.Count, arguments, 0, arguments.Length);
        return Metered.Wrap(result, Method, null, all, costs.IsSilent, budget);
    }
}
