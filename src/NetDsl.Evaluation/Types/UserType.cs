using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Serialization;
using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Types;

/// <summary>
/// A type that the user's program declares, its type parameters filled in: where its fields are kept, and which of its methods answers
/// a call.
/// </summary>
internal sealed class UserType
{
    private static readonly MethodInfo Shallow = typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly UserTypes types;
    private readonly Lazy<Layout> layout;
    private readonly Lazy<UserType?> parent;
    private readonly Dictionary<IMethodSymbol, UserMethod?> overrides = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(IMethodSymbol, Type), UserMethod?> implementations = [];
    private readonly Dictionary<MethodBase, UserMethod?> hostImplementations = [];

    public UserType(UserTypes types, INamedTypeSymbol definition, TypeEnvironment environment, Type host)
    {
        this.types = types;
        Definition = definition;
        Environment = environment;
        Host = host;
        HasStaticConstructor = StaticConstructor(definition) is not null;
        // Later, because a base may be generic over this very type.
        parent = new Lazy<UserType?>(() => definition is { TypeKind: TypeKind.Class, BaseType: { } baseType } ? types.Named(baseType, environment) : null);
        // Later, because the types of fields may be in the making.
        layout = new Lazy<Layout>(() => new Layout(this));
    }

    /// <summary>The declaration, without type arguments.</summary>
    public INamedTypeSymbol Definition { get; }

    public TypeEnvironment Environment { get; }

    /// <summary>The shell.</summary>
    public Type Host { get; }

    public UserType? Base => parent.Value;

    /// <summary>Whether the program declares a static constructor, which runs before the first of its objects is made.</summary>
    public bool HasStaticConstructor { get; }

    public bool IsStruct => Definition.TypeKind == TypeKind.Struct;

    /// <summary>An object whose fields are zero.</summary>
    public object Create()
    {
        var made = FormatterServices.GetUninitializedObject(Host);
        ((IShell)made).State = new Instance(this, [.. layout.Value.Zeros]);
        return made;
    }

    /// <summary>What an object of this type, or of one derived from it, holds.</summary>
    public object?[] FieldsOf(object self) => ((IShell)self).State is Instance instance ? instance.Fields : [.. layout.Value.Zeros];

    /// <summary>A copy of an object: of a struct with one field changed, or of a record that is about to be.</summary>
    public object Copy(object self)
    {
        var copy = IsStruct ? RuntimeHelpers.GetObjectValue(self)! : FormatterServices.GetUninitializedObject(Host);
        ((IShell)copy).State = new Instance(this, [.. FieldsOf(self)]);
        return copy;
    }

    /// <summary>A copy of an object with all that it holds, what it inherits from the base library included.</summary>
    public object Clone(object self)
    {
        var clone = Shallow.Invoke(self, [])!;
        ((IShell)clone).State = new Instance(this, [.. FieldsOf(self)]);
        return clone;
    }

    /// <summary>Where the value of a field, of an automatic property, of an event or of a captured parameter is kept.</summary>
    public int? SlotOf(ISymbol symbol)
    {
        for (var type = this; type is not null; type = type.Base)
        {
            if (type.layout.Value.Slots.TryGetValue(symbol.OriginalDefinition, out var slot))
            {
                return slot;
            }
        }

        return null;
    }

    /// <summary>The fields that this very declaration adds, with their places.</summary>
    public IEnumerable<KeyValuePair<ISymbol, int>> OwnSlots => layout.Value.Slots
        .Where(slot => slot.Key is IFieldSymbol or IEventSymbol or IParameterSymbol || Definition.IsAnonymousType)
        .OrderBy(slot => slot.Value);

    /// <summary>The method that answers a call of a virtual method on an object of this type.</summary>
    public UserMethod? Override(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (!overrides.TryGetValue(method, out var found))
        {
            overrides.Add(method, found = FindOverride(method));
        }

        return found;
    }

    /// <summary>The method that answers a call of a member of an interface of the program.</summary>
    /// <param name="member">The member.</param>
    /// <param name="implemented">The shell of the interface.</param>
    public UserMethod? Implementation(IMethodSymbol member, Type implemented)
    {
        var key = (member.OriginalDefinition, implemented);
        if (!implementations.TryGetValue(key, out var found))
        {
            implementations.Add(key, found = FindImplementation(implemented, candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, key.OriginalDefinition)));
        }

        return found;
    }

    /// <summary>The method that answers a call of a member of an interface of the base library.</summary>
    public UserMethod? Implementation(MethodBase member)
    {
        if (!hostImplementations.TryGetValue(member, out var found))
        {
            var parameters = member.GetParameters();
            found = FindImplementation(member.DeclaringType!, candidate =>
                candidate.MetadataName == member.Name
                && candidate.Parameters.Length == parameters.Length
                && candidate.Parameters.Zip(parameters, (one, other) => types.Find(one.Type, Environment) is not { } type || type == other.ParameterType).All(same => same));
            hostImplementations.Add(member, found);
        }

        return found;
    }

    /// <summary>The method that overrides a virtual member of the base library, such as <c>ToString</c>.</summary>
    public UserMethod? OverrideOf(string name)
    {
        for (var type = this; type is not null; type = type.Base)
        {
            foreach (var method in Methods(type.Definition, name))
            {
                if (method is { IsOverride: true, IsImplicitlyDeclared: false } && Root(method).ContainingAssembly is var assembly
                    && !SymbolEqualityComparer.Default.Equals(assembly, Definition.ContainingAssembly))
                {
                    return new UserMethod(method, type);
                }
            }

            if (type.Definition.IsRecord && name != "get_Message")
            {
                // A record has its own, which goes before those of its bases.
                return null;
            }
        }

        return null;
    }

    private static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type, string name) => name.StartsWith("get_", StringComparison.Ordinal)
        ? type.GetMembers(name.Substring(4)).OfType<IPropertySymbol>().Select(property => property.GetMethod).OfType<IMethodSymbol>()
        : type.GetMembers(name).OfType<IMethodSymbol>();

    private static IMethodSymbol Root(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden)
        {
            method = overridden;
        }

        return method;
    }

    /// <summary>The constructor whose parameters stand behind the type's name.</summary>
    public static IMethodSymbol? PrimaryConstructor(INamedTypeSymbol definition) => definition.InstanceConstructors.FirstOrDefault(constructor =>
        constructor.DeclaringSyntaxReferences is [var reference, ..]
        && reference.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax);

    /// <summary>The static constructor that the program declares; nothing where C# writes it.</summary>
    public static IMethodSymbol? StaticConstructor(INamedTypeSymbol definition) =>
        definition.StaticConstructors.FirstOrDefault(constructor => !constructor.IsImplicitlyDeclared);

    private UserMethod? FindOverride(IMethodSymbol method)
    {
        for (var type = this; type is not null; type = type.Base)
        {
            if (SymbolEqualityComparer.Default.Equals(type.Definition, method.ContainingType))
            {
                return new UserMethod(method, type);
            }

            foreach (var candidate in Candidates(type.Definition, method))
            {
                if (Overrides(candidate, method))
                {
                    return new UserMethod(candidate, type);
                }
            }
        }

        return null;
    }

    private static IEnumerable<IMethodSymbol> Candidates(INamedTypeSymbol type, IMethodSymbol method) => method.AssociatedSymbol is { } owner
        ? type.GetMembers().OfType<IMethodSymbol>().Where(candidate => candidate.AssociatedSymbol is not null && candidate.MethodKind == method.MethodKind && candidate.AssociatedSymbol.Name == owner.Name)
        : type.GetMembers(method.Name).OfType<IMethodSymbol>();

    private static bool Overrides(IMethodSymbol candidate, IMethodSymbol method)
    {
        for (var overridden = candidate.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method))
            {
                return true;
            }
        }

        return false;
    }

    private UserMethod? FindImplementation(Type implemented, Func<IMethodSymbol, bool> isMember)
    {
        foreach (var candidate in Definition.AllInterfaces)
        {
            if (types.Find(candidate, Environment) is not { } host || !(host == implemented || implemented.IsAssignableFrom(host)))
            {
                continue;
            }

            var members = candidate.GetMembers().OfType<IMethodSymbol>();
            if (members.FirstOrDefault(isMember) is { } member && Definition.FindImplementationForInterfaceMember(member) is IMethodSymbol implementation)
            {
                return implementation.ContainingType.TypeKind == TypeKind.Interface
                    ? new UserMethod(implementation.OriginalDefinition, types.Named(implementation.ContainingType, Environment))
                    : implementation is { IsVirtual: true } or { IsOverride: true } or { IsAbstract: true }
                        ? Override(implementation)
                        : new UserMethod(implementation.OriginalDefinition, Declaring(implementation.OriginalDefinition));
            }
        }

        return null;
    }

    /// <summary>This type or the base that declares a member.</summary>
    public UserType? Declaring(ISymbol member)
    {
        var type = this;
        while (type is not null && !SymbolEqualityComparer.Default.Equals(type.Definition, member.ContainingType.OriginalDefinition))
        {
            type = type.Base;
        }

        return type;
    }

    /// <summary>Where fields are kept: those of the base first.</summary>
    private sealed class Layout
    {
        private readonly UserType type;

        public Layout(UserType type)
        {
            this.type = type;
            if (type.Base is { } parent)
            {
                Zeros.AddRange(parent.layout.Value.Zeros);
            }

            if (type.Definition.TypeKind is TypeKind.Class or TypeKind.Struct)
            {
                AddSlots(type.Definition);
            }
        }

        public Dictionary<ISymbol, int> Slots { get; } = new(SymbolEqualityComparer.Default);

        public List<object?> Zeros { get; } = [];

        private void AddSlots(INamedTypeSymbol definition)
        {
            foreach (var member in definition.GetMembers())
            {
                switch (member)
                {
                    case IFieldSymbol { IsStatic: false, IsConst: false } field:
                        Add(field, field.Type);
                        if (field.AssociatedSymbol is { } behind)
                        {
                            Slots[behind.OriginalDefinition] = Zeros.Count - 1;
                        }

                        break;
                    case IPropertySymbol property when definition.IsAnonymousType:
                        Add(property, property.Type);
                        break;
                    case IEventSymbol { IsStatic: false, IsAbstract: false } happening when !Slots.ContainsKey(happening):
                        Add(happening, happening.Type);
                        break;
                }
            }

            foreach (var parameter in !definition.IsRecord && PrimaryConstructor(definition) is { } primary ? primary.Parameters : [])
            {
                Add(parameter, parameter.Type);
            }
        }

        private void Add(ISymbol symbol, ITypeSymbol fieldType)
        {
            Slots[symbol.OriginalDefinition] = Zeros.Count;
            Zeros.Add(type.types.Find(fieldType, type.Environment) is { } known && known != typeof(void) ? type.types.Zero(known) : null);
        }
    }
}

/// <summary>A method of the program, and the type that declares it with its type parameters filled in.</summary>
internal sealed record UserMethod(IMethodSymbol Definition, UserType? Owner);
