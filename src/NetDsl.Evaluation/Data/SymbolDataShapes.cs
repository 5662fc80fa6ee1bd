using Microsoft.CodeAnalysis;
using NetDsl.Authoring.Data;
using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Data;

/// <summary>
/// The shapes of types as the compiler knows them: the same as <c>ReflectionDataShape</c> finds in the runtime's. What a type parameter
/// stands for is known as a type of this runtime only, so that a type may come as either or both.
/// </summary>
internal sealed class SymbolDataShapes(Interpreter interpreter, SyntaxNode at)
{
    private static readonly Type[] ArrayLike = [typeof(IEnumerable<>), typeof(IReadOnlyCollection<>), typeof(IReadOnlyList<>)];

    private static readonly Type[] ListLike = [typeof(List<>), typeof(IList<>), typeof(ICollection<>)];

    private static readonly Type[] DictionaryLike = [typeof(Dictionary<,>), typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>)];

    public Interpreter Interpreter => interpreter;

    /// <summary>The call that asks for data.</summary>
    public SyntaxNode At => at;

    /// <summary>The shape of the type that a call asks for, in which no reference may be null.</summary>
    public IDataShape OfCall(ITypeSymbol wanted, TypeEnvironment environment) => Of(new DataType(wanted, environment, References.NotNull));

    /// <summary>The shape of the type of a parameter or property.</summary>
    public IDataShape OfMember(ITypeSymbol wanted, TypeEnvironment environment) => Of(new DataType(wanted, environment, References.AsWritten));

    public Type? HostOf(DataType type) => type.Host ?? interpreter.Types.Find(type.Symbol, type.Environment);

    public IDataShape Of(DataType type)
    {
        type = type.Resolved();
        return type.Underlying() is { } underlying ? OfValue(underlying.Resolved(), takesNull: true) : OfValue(type, type.TakesNull(HostOf(type)));
    }

    private IDataShape OfValue(DataType type, bool takesNull)
    {
        var host = HostOf(type);
        if (type.Symbol?.TypeKind == TypeKind.Enum || host is { IsEnum: true })
        {
            return new SymbolEnum(this, type, takesNull);
        }

        if (ScalarOf(type) is var code && code != TypeCode.Empty)
        {
            return new SymbolScalar(code, takesNull);
        }

        if (type.Symbol is IArrayTypeSymbol { Rank: 1 } || (type.Symbol is null && host is { IsArray: true } && host.GetArrayRank() == 1))
        {
            return new SymbolList(this, type.Argument(0), "", isArray: true, takesNull);
        }

        var open = OpenOf(type, host);
        if (ArrayLike.Contains(open) || ListLike.Contains(open))
        {
            return new SymbolList(this, type.Argument(0), open!.Name.Split('`')[0], isArray: ArrayLike.Contains(open), takesNull);
        }

        if (DictionaryLike.Contains(open) && HostOf(type.Argument(0).Resolved()) == typeof(string))
        {
            return new SymbolDictionary(this, type.Argument(1), open!.Name.Split('`')[0], takesNull);
        }

        return OfRecord(type, host, takesNull);
    }

    private IDataShape OfRecord(DataType type, Type? host, bool takesNull)
    {
        if (type.Symbol is { TypeKind: TypeKind.Error })
        {
            throw interpreter.Abandon();
        }

        var own = host is null ? null : interpreter.Types.Of(host);
        var definition = own?.Definition ?? type.Symbol?.OriginalDefinition as INamedTypeSymbol;
        if (definition is null
            || IsForeign(definition)
            || definition.IsAbstract
            || definition.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return new SymbolUnfit(NameOf(type, host), UnfitReason.OtherType, takesNull);
        }

        var constructors = definition.InstanceConstructors
            .Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public
                && !(definition.IsValueType && constructor.IsImplicitlyDeclared && constructor.Parameters.IsEmpty))
            .ToList();
        var chosen = constructors.Count == 1 ? constructors[0] : constructors.FirstOrDefault(each => each.Parameters.IsEmpty);
        if (chosen is null && !(definition.IsValueType && constructors.Count == 0))
        {
            return new SymbolUnfit(
                definition.Name, constructors.Count == 0 ? UnfitReason.NoConstructor : UnfitReason.SeveralConstructors, takesNull);
        }

        // A record that is compiled in another assembly could be made when the program runs, and not here.
        return own is null
            ? throw (type.Symbol is null ? interpreter.Abandon() : interpreter.Refuse(at, Refusals.Type(type.Symbol)))
            : new SymbolRecord(this, own, chosen, takesNull);
    }

    private static bool IsForeign(INamedTypeSymbol definition)
    {
        var outermost = definition.ContainingNamespace;
        while (outermost is { IsGlobalNamespace: false, ContainingNamespace: { IsGlobalNamespace: false } outer })
        {
            outermost = outer;
        }

        return outermost is { Name: "System", IsGlobalNamespace: false } || HostTypes.IsOwn(definition);
    }

    private Type? OpenOf(DataType type, Type? host) => type.Symbol switch
    {
        null => host is { IsGenericType: true } ? host.GetGenericTypeDefinition() : null,
        INamedTypeSymbol named when !interpreter.Types.IsOfThisProgram(named) => HostTypes.Open(named.OriginalDefinition),
        _ => null,
    };

    private static TypeCode ScalarOf(DataType type)
    {
        var code = type.Symbol is null ? Type.GetTypeCode(type.Host) : type.Symbol.SpecialType switch
        {
            SpecialType.System_String => TypeCode.String,
            SpecialType.System_Boolean => TypeCode.Boolean,
            SpecialType.System_SByte => TypeCode.SByte,
            SpecialType.System_Byte => TypeCode.Byte,
            SpecialType.System_Int16 => TypeCode.Int16,
            SpecialType.System_UInt16 => TypeCode.UInt16,
            SpecialType.System_Int32 => TypeCode.Int32,
            SpecialType.System_UInt32 => TypeCode.UInt32,
            SpecialType.System_Int64 => TypeCode.Int64,
            SpecialType.System_UInt64 => TypeCode.UInt64,
            SpecialType.System_Single => TypeCode.Single,
            SpecialType.System_Double => TypeCode.Double,
            SpecialType.System_Decimal => TypeCode.Decimal,
            _ => TypeCode.Empty,
        };
        return code is TypeCode.String or TypeCode.Boolean or (>= TypeCode.SByte and <= TypeCode.Decimal) ? code : TypeCode.Empty;
    }

    /// <summary>The name of the type alone, as the runtime would say it.</summary>
    public static string NameOf(DataType type, Type? host) => type.Symbol switch
    {
        null => host!.Name.Split('`')[0],
        IArrayTypeSymbol array when array.ElementType is INamedTypeSymbol { IsGenericType: true } => array.ElementType.Name,
        IArrayTypeSymbol array => $"{NameOf(new DataType(array.ElementType, type.Environment, type.References), null)}[{new string(',', array.Rank - 1)}]",
        { IsTupleType: true } => nameof(ValueTuple),
        IDynamicTypeSymbol => nameof(Object),
        var symbol => symbol.Name,
    };
}

/// <summary>What is known of the references in a type.</summary>
internal enum References
{
    /// <summary>Those with a question mark may be null.</summary>
    AsWritten,

    /// <summary>None may be null, because the place where the type stands cannot say it.</summary>
    NotNull,

    /// <summary>All may be null: they are inside of what a type parameter with a question mark stands for.</summary>
    Nullable,
}

/// <summary>A type: as the program names it, or as a type of this runtime where it stands for a type parameter.</summary>
internal readonly record struct DataType(ITypeSymbol? Symbol, TypeEnvironment Environment, References References, Type? Host = null)
{
    /// <summary>The same, with what it stands for in place of a type parameter.</summary>
    public DataType Resolved() => Symbol is ITypeParameterSymbol parameter
        ? new DataType(
            null,
            TypeEnvironment.Empty,
            References == References.AsWritten && parameter.NullableAnnotation == NullableAnnotation.Annotated ? References.Nullable : References.NotNull,
            Environment.Find(parameter))
        : this;

    /// <summary>The type that may be missing; nothing where this is not nullable.</summary>
    public DataType? Underlying()
    {
        if (Symbol is null)
        {
            return Host is not null && System.Nullable.GetUnderlyingType(Host) is { } underlying ? this with { Host = underlying } : null;
        }

        return Symbol.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? this with { Symbol = ((INamedTypeSymbol)Symbol).TypeArguments[0] } : null;
    }

    public bool TakesNull(Type? host)
    {
        var isValue = Symbol?.IsValueType ?? host?.IsValueType ?? false;
        return !isValue && References switch
        {
            References.AsWritten => Symbol?.NullableAnnotation == NullableAnnotation.Annotated,
            References.Nullable => true,
            _ => false,
        };
    }

    /// <summary>What stands in the array, or a type argument.</summary>
    public DataType Argument(int index) => Symbol switch
    {
        null => this with { Host = Host!.IsArray ? Host.GetElementType() : Host.GenericTypeArguments[index] },
        IArrayTypeSymbol array => this with { Symbol = array.ElementType },
        var symbol => this with { Symbol = ((INamedTypeSymbol)symbol).TypeArguments[index] },
    };
}
