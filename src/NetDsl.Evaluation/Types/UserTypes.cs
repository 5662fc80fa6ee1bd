using System.Reflection;
using System.Reflection.Emit;
using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Host;

namespace NetDsl.Evaluation.Types;

/// <summary>
/// The real type of every type that a definition names: those of the base library and of ours as they are, those that the program
/// declares as shells.
/// </summary>
internal sealed class UserTypes(Compilation compilation)
{
    /// <summary>How many generic types may stand in each other.</summary>
    public const int MostNested = 50;

    private const int MostUnfinished = 50;
    private readonly Shells shells = Shells.Current;
    private readonly Dictionary<ITypeSymbol, Type?> closed = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<Type, UserType> byHost = [];
    private readonly List<(INamedTypeSymbol Definition, TypeEnvironment Environment, TypeBuilder Builder)> unfinished = [];
    private readonly Dictionary<Type, object> zeros = [];

    // A shell is a type of its own for each choice of arguments, which the runtime does not know as generic.
    private readonly Dictionary<Type, int> nestings = [];

    /// <summary>The real type; nothing when a definition cannot hold values of it.</summary>
    /// <param name="symbol">A type of the user's program.</param>
    /// <param name="environment">What the type parameters of the running functions stand for.</param>
    public Type? Find(ITypeSymbol? symbol, TypeEnvironment environment)
    {
        if (symbol is null)
        {
            return null;
        }

        if (!environment.IsEmpty || unfinished.Count > 0)
        {
            return Resolve(symbol, environment);
        }

        if (!closed.TryGetValue(symbol, out var known))
        {
            known = Resolve(symbol, environment);
            closed[symbol] = known;
        }

        return known;
    }

    /// <summary>What is known of a type of the program; nothing of other types.</summary>
    public UserType? Of(Type host) => byHost.TryGetValue(host, out var known) ? known : null;

    /// <summary>What is known of a type of the program by its name.</summary>
    public UserType? Named(ITypeSymbol? symbol, TypeEnvironment environment) =>
        Find(symbol, environment) is { } host ? Of(host) : null;

    /// <summary>What is known of the type of an object of the program.</summary>
    public UserType? Of(object? value) => value is IShell shell
        ? shell.State is Instance instance ? instance.Type : Of(value.GetType())
        : null;

    /// <summary>The value of a type whose bits are all zero.</summary>
    public object? Zero(Type type)
    {
        if (!type.IsValueType || Nullable.GetUnderlyingType(type) is not null)
        {
            return null;
        }

        if (!zeros.TryGetValue(type, out var zero))
        {
            zeros.Add(type, zero = Activator.CreateInstance(type)!);
        }

        return zero;
    }

    public static bool IsStruct(object? value) => value is ValueType and IShell;

    public bool IsOfThisProgram(ISymbol symbol) => symbol.ContainingAssembly is { } assembly
        ? SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly)
        : symbol is INamedTypeSymbol { IsAnonymousType: true };

    private Type? Resolve(ITypeSymbol symbol, TypeEnvironment environment)
    {
        switch (symbol)
        {
            case ITypeParameterSymbol parameter:
                return environment.Find(parameter);
            case IArrayTypeSymbol array:
                return Find(array.ElementType, environment) is { } element && element != typeof(void)
                    ? array.Rank == 1 ? element.MakeArrayType() : element.MakeArrayType(array.Rank)
                    : null;
            case INamedTypeSymbol { IsTupleType: true } tuple:
                return Tuple([.. tuple.TupleElements.Select(item => item.Type)], environment);
            case INamedTypeSymbol named when HostTypes.IsSpan(named):
                // A span lives on the stack, where nothing of a definition does. The array that it looks at does as well.
                return Find(named.TypeArguments[0], environment)?.MakeArrayType();
            case INamedTypeSymbol named when IsOfThisProgram(named) && named.TypeKind != TypeKind.Error:
                return OfProgram(named, environment);
            case INamedTypeSymbol named:
                return HostTypes.Open(named) is { } open ? Construct(open, named, environment) : null;
            default:
                return null;
        }
    }

    /// <summary>A tuple of any length: behind the seventh element stands a tuple with the others.</summary>
    private Type? Tuple(IReadOnlyList<ITypeSymbol> elements, TypeEnvironment environment)
    {
        var own = elements.Take(7).Select(element => Find(element, environment)).ToList();
        if (elements.Count > 7)
        {
            own.Add(Tuple([.. elements.Skip(7)], environment));
        }

        return own.Any(element => element is null) ? null : HostTypes.OpenTuple(own.Count).MakeGenericType([.. own.Select(element => element!)]);
    }

    private Type? Construct(Type open, INamedTypeSymbol named, TypeEnvironment environment)
    {
        if (!open.IsGenericTypeDefinition || named.IsUnboundGenericType)
        {
            return open;
        }

        var arguments = Arguments(named, environment);
        try
        {
            return arguments is null ? null : open.MakeGenericType(arguments);
        }
        catch (ArgumentException)
        {
            // Half-typed code may break a constraint; C# says so.
            return null;
        }
    }

    private Type[]? Arguments(INamedTypeSymbol named, TypeEnvironment environment)
    {
        var arguments = new List<Type>();
        foreach (var argument in AllTypeArguments(named))
        {
            if (Find(argument, environment) is not { } found || found == typeof(void) || Nesting(found) >= MostNested)
            {
                return null;
            }

            arguments.Add(found);
        }

        return [.. arguments];
    }

    /// <summary>How deep generic types stand in each other: a function may call itself with an ever deeper one.</summary>
    private int Nesting(Type type) => type.HasElementType ? Nesting(type.GetElementType()!)
        : type.IsGenericType ? 1 + type.GetGenericArguments().Max(Nesting)
        : nestings.TryGetValue(type, out var known) ? known : 0;

    private static IEnumerable<ITypeSymbol> AllTypeArguments(INamedTypeSymbol named) =>
        named.ContainingType is { } outer ? AllTypeArguments(outer).Concat(named.TypeArguments) : named.TypeArguments;

    private static IEnumerable<ITypeParameterSymbol> AllTypeParameters(INamedTypeSymbol named) =>
        named.ContainingType is { } outer ? AllTypeParameters(outer).Concat(named.TypeParameters) : named.TypeParameters;

    private Type? OfProgram(INamedTypeSymbol named, TypeEnvironment environment)
    {
        // What is being typed may have no name yet.
        if (named.IsStatic || (named.Name.Length == 0 && !named.IsAnonymousType) || named.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InlineArrayAttribute"))
        {
            return null;
        }

        var definition = named.OriginalDefinition;
        if (Arguments(named, environment) is not { } arguments)
        {
            return null;
        }

        var own = definition.IsAnonymousType
            ? environment
            : TypeEnvironment.Empty.With([.. AllTypeParameters(definition).Zip(arguments, (parameter, argument) => (parameter, argument))]);
        foreach (var (other, others, builder) in unfinished)
        {
            if (SymbolEqualityComparer.Default.Equals(other, definition) && others.Equals(own))
            {
                return builder;
            }
        }

        var host = Make(definition, own);
        if (host is not null && !ShellEmission.IsUnfinished(host) && !byHost.ContainsKey(host))
        {
            byHost.Add(host, new UserType(this, definition, own, host));
            nestings[host] = arguments.Length == 0 ? 0 : 1 + arguments.Max(Nesting);
        }

        return host;
    }

    private Type? Make(INamedTypeSymbol definition, TypeEnvironment own)
    {
        var isVariant = definition.TypeKind == TypeKind.Interface && definition.TypeParameters.Any(parameter => parameter.Variance != VarianceKind.None);
        var key = isVariant
            ? $"variant {NameOf(definition)}<{string.Join(",", AllTypeParameters(definition).Select(parameter => parameter.Variance))}>"
            : ShellKeys.Of(definition, own);
        if (shells.Find(key) is not { } host)
        {
            lock (shells.Gate)
            {
                var made = shells.Find(key) ?? definition.TypeKind switch
                {
                    TypeKind.Enum => EnumOf(definition),
                    TypeKind.Delegate => DelegateOf(definition, own),
                    TypeKind.Interface when isVariant => Variant(definition),
                    TypeKind.Class or TypeKind.Struct or TypeKind.Interface => Shell(definition, own),
                    _ => null,
                };
                if (made is null)
                {
                    return null;
                }

                host = shells.Keep(key, made);
            }
        }

        return isVariant ? host.MakeGenericType([.. AllTypeParameters(definition).Select(parameter => own.Find(parameter)!)]) : host;
    }

    private static string NameOf(INamedTypeSymbol definition) =>
        definition.IsAnonymousType ? $"<>f__AnonymousType`{definition.GetMembers().OfType<IPropertySymbol>().Count()}" : HostTypes.MetadataName(definition);

    private Type? EnumOf(INamedTypeSymbol definition)
    {
        if (definition.EnumUnderlyingType is not { } underlyingSymbol || HostTypes.Open(underlyingSymbol) is not { } underlying)
        {
            return null;
        }

        var members = definition.GetMembers().OfType<IFieldSymbol>()
            .Where(field => field.ConstantValue is not null && field.Name.Length > 0)
            .Select(field => (field.Name, field.ConstantValue!))
            .ToList();
        var isFlags = definition.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(FlagsAttribute));
        return shells.MakeEnum(NameOf(definition), underlying, isFlags, members);
    }

    private Type? DelegateOf(INamedTypeSymbol definition, TypeEnvironment own)
    {
        if (definition.DelegateInvokeMethod is not { } invoke || invoke.ReturnsByRef || invoke.ReturnsByRefReadonly || Find(invoke.ReturnType, own) is not { } result)
        {
            return null;
        }

        var parameters = new List<Type>();
        foreach (var parameter in invoke.Parameters)
        {
            if (Find(parameter.Type, own) is not { } type)
            {
                return null;
            }

            parameters.Add(parameter.RefKind == RefKind.None ? type : type.MakeByRefType());
        }

        return parameters.Append(result).Any(ShellEmission.IsUnfinished) ? null : shells.MakeDelegate(NameOf(definition), result, [.. parameters]);
    }

    /// <summary>A class, struct or interface with these type arguments.</summary>
    private Type? Shell(INamedTypeSymbol definition, TypeEnvironment own)
    {
        if (unfinished.Count > MostUnfinished)
        {
            return null;
        }

        // It is known before its bases are asked for, because they may be generic over it.
        var name = NameOf(definition);
        var builder = shells.ModuleFor(name).DefineType(name, Attributes(definition));
        unfinished.Add((definition, own, builder));
        try
        {
            var parent = definition.TypeKind switch
            {
                TypeKind.Interface => null,
                TypeKind.Struct => typeof(ValueType),
                _ when definition.IsAnonymousType => typeof(object),
                _ => Find(definition.BaseType, own),
            };
            if (definition.TypeKind == TypeKind.Class && (parent is null || !MayBeParent(parent)))
            {
                return null;
            }

            if (parent is not null)
            {
                builder.SetParent(parent);
            }

            List<Type?> interfaces = [.. Interfaces(definition).Select(implemented => Find(implemented, own)).Distinct()];
            if (interfaces.Any(implemented => implemented is null))
            {
                return null;
            }

            if (definition.TypeKind != TypeKind.Interface && (parent == typeof(ValueType) || !typeof(IShell).IsAssignableFrom(parent)))
            {
                ShellEmission.WriteRoot(builder, parent!);
            }

            foreach (var implemented in interfaces)
            {
                builder.AddInterfaceImplementation(implemented!);
                if (definition.TypeKind != TypeKind.Interface && IsOfBaseLibrary(implemented!))
                {
                    ShellEmission.WriteInterface(builder, implemented!);
                }
            }

            return builder.CreateTypeInfo()!.AsType();
        }
        catch (TypeLoadException)
        {
            // Types whose bases name each other in a way that cannot be made one by one.
            return null;
        }
        finally
        {
            unfinished.RemoveAt(unfinished.Count - 1);
        }
    }

    /// <summary>An interface whose type parameters vary, so that the runtime converts as C# does.</summary>
    private Type Variant(INamedTypeSymbol definition)
    {
        var parameters = AllTypeParameters(definition).ToList();
        var name = NameOf(definition);
        var builder = shells.ModuleFor(name).DefineType(name, Attributes(definition), null);
        var generic = builder.DefineGenericParameters([.. parameters.Select(parameter => parameter.Name)]);
        for (var index = 0; index < generic.Length; index++)
        {
            generic[index].SetGenericParameterAttributes(parameters[index].Variance switch
            {
                VarianceKind.Out => GenericParameterAttributes.Covariant,
                VarianceKind.In => GenericParameterAttributes.Contravariant,
                _ => GenericParameterAttributes.None,
            });
        }

        return builder.CreateTypeInfo()!.AsType();
    }

    private static TypeAttributes Attributes(INamedTypeSymbol definition) => TypeAttributes.Public | definition.TypeKind switch
    {
        TypeKind.Interface => TypeAttributes.Interface | TypeAttributes.Abstract,
        TypeKind.Struct => TypeAttributes.Sealed | TypeAttributes.SequentialLayout | TypeAttributes.BeforeFieldInit,
        _ => definition.IsAbstract ? TypeAttributes.Abstract : TypeAttributes.Class,
    };

    private static IEnumerable<INamedTypeSymbol> Interfaces(INamedTypeSymbol definition) =>
        definition.Interfaces.SelectMany(implemented => implemented.AllInterfaces.Prepend(implemented));

    private static bool MayBeParent(Type parent) =>
        parent == typeof(object) || typeof(IShell).IsAssignableFrom(parent) || parent is TypeBuilder || parent == typeof(EventArgs) || typeof(Exception).IsAssignableFrom(parent);

    private static bool IsOfBaseLibrary(Type type) =>
        type is not TypeBuilder && !(type.IsGenericType ? type.GetGenericTypeDefinition() : type).Assembly.IsDynamic;
}
