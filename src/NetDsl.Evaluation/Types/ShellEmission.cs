using System.Reflection;
using System.Reflection.Emit;

namespace NetDsl.Evaluation.Types;

/// <summary>Writes the members of a shell: where it keeps what it holds, and the stubs that call the interpreter.</summary>
internal static class ShellEmission
{
    private const MethodAttributes Implementing =
        MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig | MethodAttributes.NewSlot;

    private const MethodAttributes Overriding = MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.HideBySig;

    private static readonly MethodInfo Implement = typeof(ShellCalls).GetMethod(nameof(ShellCalls.Implement))!;
    private static readonly MethodInfo Override = typeof(ShellCalls).GetMethod(nameof(ShellCalls.Override))!;
    private static readonly FieldInfo NotOverridden = typeof(ShellCalls).GetField(nameof(ShellCalls.NotOverridden))!;
    private static readonly MethodInfo FromHandles =
        typeof(MethodBase).GetMethod(nameof(MethodBase.GetMethodFromHandle), [typeof(RuntimeMethodHandle), typeof(RuntimeTypeHandle)])!;

    /// <summary>The part that every root of shells has: its state, and overrides of what the base library calls on any object.</summary>
    public static void WriteRoot(TypeBuilder type, Type parent)
    {
        type.AddInterfaceImplementation(typeof(IShell));
        var state = type.DefineField("$state", typeof(object), FieldAttributes.Private);
        var getter = type.DefineMethod("$get", Implementing, typeof(object), Type.EmptyTypes);
        var read = getter.GetILGenerator();
        read.Emit(OpCodes.Ldarg_0);
        read.Emit(OpCodes.Ldfld, state);
        read.Emit(OpCodes.Ret);
        type.DefineMethodOverride(getter, typeof(IShell).GetProperty(nameof(IShell.State))!.GetMethod!);
        var setter = type.DefineMethod("$set", Implementing, typeof(void), [typeof(object)]);
        var write = setter.GetILGenerator();
        write.Emit(OpCodes.Ldarg_0);
        write.Emit(OpCodes.Ldarg_1);
        write.Emit(OpCodes.Stfld, state);
        write.Emit(OpCodes.Ret);
        type.DefineMethodOverride(setter, typeof(IShell).GetProperty(nameof(IShell.State))!.SetMethod!);

        foreach (var name in new[] { nameof(Equals), nameof(GetHashCode), nameof(ToString) })
        {
            WriteOverride(type, parent.GetMethod(name, name == nameof(Equals) ? [typeof(object)] : Type.EmptyTypes)!, parent);
        }

        if (typeof(Exception).IsAssignableFrom(parent))
        {
            WriteOverride(type, typeof(Exception).GetProperty(nameof(Exception.Message))!.GetMethod!, parent);
        }
    }

    /// <summary>Stubs for all members of an interface of the base library, which may be generic over the type that is being made.</summary>
    public static void WriteInterface(TypeBuilder type, Type implemented)
    {
        if (implemented.IsGenericType && implemented.GetGenericArguments().Any(IsUnfinished))
        {
            var open = implemented.GetGenericTypeDefinition();
            var (parameters, arguments) = (open.GetGenericArguments(), implemented.GetGenericArguments());
            foreach (var member in open.GetMethods().Where(member => member.IsAbstract && !member.IsStatic))
            {
                WriteStub(
                    type,
                    implemented,
                    TypeBuilder.GetMethod(implemented, member),
                    Replace(member.ReturnType, parameters, arguments),
                    [.. member.GetParameters().Select(parameter => Replace(parameter.ParameterType, parameters, arguments))],
                    member.Name);
            }

            return;
        }

        foreach (var member in implemented.GetMethods().Where(member => member.IsAbstract && !member.IsStatic))
        {
            WriteStub(type, implemented, member, member.ReturnType, [.. member.GetParameters().Select(parameter => parameter.ParameterType)], member.Name);
        }
    }

    public static bool IsUnfinished(Type type) =>
        type is TypeBuilder or GenericTypeParameterBuilder
        || (type.HasElementType && IsUnfinished(type.GetElementType()!))
        || (type.IsGenericType && !type.IsGenericTypeDefinition && type.GetGenericArguments().Any(IsUnfinished));

    private static void WriteStub(TypeBuilder type, Type implemented, MethodInfo member, Type result, Type[] parameters, string name)
    {
        var stub = type.DefineMethod($"{implemented.Name}.{name}", Implementing, result, parameters);
        var code = stub.GetILGenerator();
        LoadSelf(code, type);
        var self = code.DeclareLocal(typeof(object));
        code.Emit(OpCodes.Stloc, self);
        code.Emit(OpCodes.Ldloc, self);
        code.Emit(OpCodes.Ldtoken, member);
        code.Emit(OpCodes.Ldtoken, implemented);
        code.Emit(OpCodes.Call, FromHandles);
        LoadArguments(code, parameters);
        code.Emit(OpCodes.Call, Implement);
        if (type.BaseType == typeof(ValueType))
        {
            // What the member changed of the struct.
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldloc, self);
            code.Emit(OpCodes.Unbox_Any, type);
            code.Emit(OpCodes.Stobj, type);
        }

        Return(code, result);
        type.DefineMethodOverride(stub, member);
    }

    private static void WriteOverride(TypeBuilder type, MethodInfo member, Type parent)
    {
        Type[] parameters = [.. member.GetParameters().Select(parameter => parameter.ParameterType)];
        var stub = type.DefineMethod(member.Name, Overriding, member.ReturnType, parameters);
        var code = stub.GetILGenerator();
        var result = code.DeclareLocal(typeof(object));
        var overridden = code.DefineLabel();
        LoadSelf(code, type);
        code.Emit(OpCodes.Ldstr, member.Name);
        LoadArguments(code, parameters);
        code.Emit(OpCodes.Call, Override);
        code.Emit(OpCodes.Stloc, result);
        if (parent != typeof(ValueType))
        {
            code.Emit(OpCodes.Ldloc, result);
            code.Emit(OpCodes.Ldsfld, NotOverridden);
            code.Emit(OpCodes.Bne_Un, overridden);
            code.Emit(OpCodes.Ldarg_0);
            for (var index = 0; index < parameters.Length; index++)
            {
                code.Emit(OpCodes.Ldarg, index + 1);
            }

            code.Emit(OpCodes.Call, member);
            code.Emit(OpCodes.Ret);
        }

        code.MarkLabel(overridden);
        code.Emit(OpCodes.Ldloc, result);
        Return(code, member.ReturnType);
    }

    private static void LoadSelf(ILGenerator code, TypeBuilder type)
    {
        code.Emit(OpCodes.Ldarg_0);
        if (type.BaseType == typeof(ValueType))
        {
            code.Emit(OpCodes.Ldobj, type);
            code.Emit(OpCodes.Box, type);
        }
    }

    private static void LoadArguments(ILGenerator code, Type[] parameters)
    {
        code.Emit(OpCodes.Ldc_I4, parameters.Length);
        code.Emit(OpCodes.Newarr, typeof(object));
        for (var index = 0; index < parameters.Length; index++)
        {
            code.Emit(OpCodes.Dup);
            code.Emit(OpCodes.Ldc_I4, index);
            code.Emit(OpCodes.Ldarg, index + 1);
            code.Emit(OpCodes.Box, parameters[index]);
            code.Emit(OpCodes.Stelem_Ref);
        }
    }

    private static void Return(ILGenerator code, Type result)
    {
        if (result == typeof(void))
        {
            code.Emit(OpCodes.Pop);
        }
        else
        {
            code.Emit(OpCodes.Unbox_Any, result);
        }

        code.Emit(OpCodes.Ret);
    }

    private static Type Replace(Type type, Type[] parameters, Type[] arguments)
    {
        if (type.IsGenericParameter)
        {
            var index = Array.IndexOf(parameters, type);
            return index < 0 ? type : arguments[index];
        }

        if (type.IsArray)
        {
            var element = Replace(type.GetElementType()!, parameters, arguments);
            return type.GetArrayRank() == 1 ? element.MakeArrayType() : element.MakeArrayType(type.GetArrayRank());
        }

        return type.IsGenericType
            ? type.GetGenericTypeDefinition().MakeGenericType([.. type.GetGenericArguments().Select(argument => Replace(argument, parameters, arguments))])
            : type;
    }
}
