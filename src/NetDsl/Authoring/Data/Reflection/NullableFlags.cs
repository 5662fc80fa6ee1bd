using System.Reflection;

namespace NetDsl.Authoring.Data.Reflection;

/// <summary>
/// What the compiler wrote down of the question marks behind references in a type: a number for the type, then those of its
/// arguments, as "Nullable Metadata" of the Roslyn documentation says. One number stands for all of them where they are alike.
/// </summary>
internal readonly struct NullableFlags
{
    private const byte Annotated = 2;
    private const string Namespace = "System.Runtime.CompilerServices.";

    private readonly byte[]? each;
    private readonly byte all;
    private readonly int start;

    private NullableFlags(byte[]? each, byte all, int start)
    {
        this.each = each;
        this.all = all;
        this.start = start;
    }

    /// <summary>Nothing is known.</summary>
    public static NullableFlags None => default;

    /// <summary>Whether the reference itself has a question mark.</summary>
    public bool TakesNull => (each is null ? all : start < each.Length ? each[start] : 0) == Annotated;

    public static NullableFlags Of(ParameterInfo parameter) =>
        Own(parameter.GetCustomAttributesData()) ?? Context(parameter.Member.GetCustomAttributesData()) ?? Of(parameter.Member.DeclaringType!);

    public static NullableFlags Of(PropertyInfo property) =>
        Own(property.GetCustomAttributesData()) ?? Of(property.DeclaringType!);

    /// <summary>The flags of what stands in a list or array.</summary>
    public NullableFlags OfElement() => new(each, all, start + 1);

    /// <summary>The flags of the values of a dictionary, behind the one of its keys, which are text.</summary>
    public NullableFlags OfDictionaryValue() => new(each, all, start + 2);

    private static NullableFlags Of(Type type) =>
        Context(type.GetCustomAttributesData())
        ?? (type.DeclaringType is { } outer ? Of(outer) : Context(type.Module.GetCustomAttributesData()) ?? None);

    private static NullableFlags? Own(IEnumerable<CustomAttributeData> attributes) =>
        Attributes.Find(attributes, $"{Namespace}NullableAttribute")?.ConstructorArguments[0].Value switch
        {
            byte all => new NullableFlags(null, all, 0),
            IEnumerable<CustomAttributeTypedArgument> each => new NullableFlags([.. each.Select(flag => (byte)flag.Value!)], 0, 0),
            _ => null,
        };

    private static NullableFlags? Context(IEnumerable<CustomAttributeData> attributes) =>
        Attributes.Find(attributes, $"{Namespace}NullableContextAttribute")?.ConstructorArguments[0].Value is byte all
            ? new NullableFlags(null, all, 0)
            : null;
}
