using System.Reflection;
using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Interpretation;

namespace NetDsl.Evaluation.Host;

/// <summary>
/// Finds the real member that a symbol means: a builder's by name and parameter types; one of the base library when the table
/// has it, where our own portable implementation goes before the one of the running framework.
/// </summary>
internal sealed class HostMembers
{
    private readonly Dictionary<IMethodSymbol, HostMember?> known = new(SymbolEqualityComparer.Default);

    public HostMember? Find(IMethodSymbol method, IReadOnlyDictionary<ITypeParameterSymbol, Type> typeArguments)
    {
        method = method.ReducedFrom is null ? method : method.GetConstructedReducedFrom()!;
        if (typeArguments.Count > 0)
        {
            return Resolve(method, typeArguments);
        }

        if (!known.TryGetValue(method, out var member))
        {
            known.Add(method, member = Resolve(method, typeArguments));
        }

        return member;
    }

    /// <summary>A constant-like static of the base library or of ours.</summary>
    public static FieldInfo? StaticField(IFieldSymbol field) =>
        (HostTypes.IsOwn(field) || CallableMembers.Contains(field)) && field.IsStatic
            ? HostTypes.Find(field.ContainingType, Frame.NoTypeArguments)?.GetField(field.Name, BindingFlags.Public | BindingFlags.Static)
            : null;

    private static HostMember? Resolve(IMethodSymbol method, IReadOnlyDictionary<ITypeParameterSymbol, Type> typeArguments)
    {
        var isOwn = HostTypes.IsOwn(method);
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            return null;
        }

        if (!isOwn && Portable(method, typeArguments) is { } portable)
        {
            return portable;
        }

        if ((!isOwn && !CallableMembers.Contains(method)) || HostTypes.Find(method.ContainingType, typeArguments) is not { } type)
        {
            return null;
        }

        var flags = BindingFlags.Public | BindingFlags.DeclaredOnly | (method.IsStatic ? BindingFlags.Static : BindingFlags.Instance);
        var candidates = method.MethodKind == MethodKind.Constructor
            ? type.GetConstructors(flags).Cast<MethodBase>()
            : type.GetMethods(flags).Where(candidate => candidate.Name == method.MetadataName);
        var wanted = method.Parameters.Select(parameter => ParameterType(parameter, typeArguments)).ToArray();
        var found = candidates.Select(candidate => Constructed(candidate, method, typeArguments))
            .FirstOrDefault(candidate => candidate is not null && Takes(candidate, wanted));
        return found is null ? null : new HostMember(found, isOwn, PortableShape.None);
    }

    private static HostMember? Portable(IMethodSymbol method, IReadOnlyDictionary<ITypeParameterSymbol, Type> typeArguments)
    {
        var name = method.MethodKind == MethodKind.Constructor ? "Create" : method.MetadataName;
        var wanted = method.Parameters.Select(parameter => ParameterType(parameter, typeArguments));
        if (!method.IsStatic && method.MethodKind != MethodKind.Constructor)
        {
            wanted = wanted.Prepend(HostTypes.Find(method.ContainingType, typeArguments));
        }

        Type?[] types = [.. wanted];
        foreach (var candidate in PortableMembers.Of(HostTypes.MetadataName(method.ContainingType), name))
        {
            if (Constructed(candidate, method, typeArguments) is not { } constructed)
            {
                continue;
            }

            var shape = constructed.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(Budget)
                ? PortableShape.WithBudget
                : PortableShape.Plain;
            Type?[] taken = shape == PortableShape.WithBudget ? [typeof(Budget), .. types] : types;
            if (Takes(constructed, taken) || (types is [{ IsPrimitive: true } or { FullName: "System.Decimal" }, ..] && Takes(constructed, [typeof(IFormattable), .. types.Skip(1)])))
            {
                return new HostMember(constructed, IsOwn: false, shape);
            }
        }

        return null;
    }

    private static MethodBase? Constructed(
        MethodBase candidate, IMethodSymbol method, IReadOnlyDictionary<ITypeParameterSymbol, Type> typeArguments)
    {
        if (!candidate.IsGenericMethodDefinition)
        {
            return method.Arity == 0 || candidate.DeclaringType is { IsAbstract: true, IsSealed: true, IsPublic: false } ? candidate : null;
        }

        var own = method.TypeArguments.Select(argument => HostTypes.Find(argument, typeArguments));
        var arguments = candidate.GetGenericArguments().Length > method.Arity
            ? method.ContainingType.TypeArguments.Select(argument => HostTypes.Find(argument, typeArguments)).Concat(own).ToArray()
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

    private static Type? ParameterType(IParameterSymbol parameter, IReadOnlyDictionary<ITypeParameterSymbol, Type> typeArguments) =>
        HostTypes.Find(parameter.Type, typeArguments) is { } type
            ? parameter.RefKind is RefKind.None ? type : type.MakeByRefType()
            : null;

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
    private readonly bool isMaker = Method is ConstructorInfo || (!Method.IsSpecialName && !IsElement(Method));

    public object? Invoke(object? receiver, object?[] arguments, Budget budget)
    {
        var result = Call(receiver, arguments, budget);
        if (isMaker && !IsOwn)
        {
            budget.Elements(result switch
            {
                string text => text.Length,
                System.Collections.ICollection collection => collection.Count,
                _ => 0,
            });
        }

        return result;
    }

    /// <summary>Whether it gives an element of what it is called on, such as <c>First</c>.</summary>
    private static bool IsElement(MethodBase method) =>
        method.Module.ResolveMethod(method.MetadataToken) is MethodInfo { ReturnType.IsGenericParameter: true };

    private object? Call(object? receiver, object?[] arguments, Budget budget)
    {
        if (IsOwn)
        {
            return Reflected.Call(Method, receiver, arguments);
        }

        if (Shape != PortableShape.None)
        {
            List<object?> before = Shape == PortableShape.WithBudget ? [budget] : [];
            if (receiver is not null)
            {
                before.Add(receiver);
            }

            object?[] all = [.. before, .. arguments];
            var result = Reflected.Call(Method, null, all);
            Array.Copy(all, before.Count, arguments, 0, arguments.Length);
            return Metered.Wrap(result, Method, null, all, budget);
        }

        // What is walked inside, once.
        foreach (var argument in arguments)
        {
            if (argument is System.Collections.ICollection collection)
            {
                budget.Elements(collection.Count);
            }
        }

        if (Method is ConstructorInfo)
        {
            Charge(arguments, budget);
        }

        return Metered.Wrap(Reflected.Call(Method, receiver, arguments), Method, receiver, arguments, budget);
    }

    /// <summary>Room that a constructor makes before anything is put into it.</summary>
    private void Charge(object?[] arguments, Budget budget)
    {
        var parameters = Method.GetParameters();
        for (var index = 0; index < parameters.Length; index++)
        {
            if (parameters[index].Name == "capacity" && arguments[index] is int capacity)
            {
                budget.Elements(Math.Max(0, capacity));
            }
        }
    }
}
