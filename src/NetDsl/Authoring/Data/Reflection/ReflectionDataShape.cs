using System.Collections;

namespace NetDsl.Authoring.Data.Reflection;

/// <summary>The shapes of types of the runtime.</summary>
internal static class ReflectionDataShape
{
    // What can only be read is an array, what can be added to is a list.
    private static readonly Type[] ArrayLike = [typeof(IEnumerable<>), typeof(IReadOnlyCollection<>), typeof(IReadOnlyList<>)];

    private static readonly Type[] ListLike = [typeof(List<>), typeof(IList<>), typeof(ICollection<>)];

    private static readonly Type[] DictionaryLike = [typeof(Dictionary<,>), typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>)];

    /// <summary>
    /// The shape of the type that a call asks for. A call cannot say which of its references may be null, so there none may.
    /// </summary>
    public static IDataShape Of(Type type) => Of(type, NullableFlags.None);

    internal static IDataShape Of(Type type, NullableFlags flags)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return OfValue(underlying, flags, takesNull: true);
        }

        return OfValue(type, flags, takesNull: !type.IsValueType && flags.TakesNull);
    }

    private static IDataShape OfValue(Type type, NullableFlags flags, bool takesNull)
    {
        if (type.IsEnum)
        {
            return new ReflectedEnum(type, takesNull);
        }

        if (Type.GetTypeCode(type) is var code && IsScalar(code))
        {
            return new ReflectedScalar(type.Name, code, takesNull);
        }

        if (type.IsArray && type.GetArrayRank() == 1)
        {
            return new ReflectedList(type, type.GetElementType()!, flags, isArray: true, takesNull);
        }

        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (ArrayLike.Contains(definition) || ListLike.Contains(definition))
        {
            return new ReflectedList(type, type.GenericTypeArguments[0], flags, isArray: ArrayLike.Contains(definition), takesNull);
        }

        if (DictionaryLike.Contains(definition) && type.GenericTypeArguments[0] == typeof(string))
        {
            return new ReflectedDictionary(type, flags, takesNull);
        }

        return ReflectedRecord.Of(type, takesNull);
    }

    /// <summary>The name of a type alone.</summary>
    internal static string NameOf(Type type)
    {
        var tick = type.Name.IndexOf('`');
        return tick < 0 ? type.Name : type.Name.Substring(0, tick);
    }

    private static bool IsScalar(TypeCode code) =>
        code is TypeCode.String or TypeCode.Boolean or (>= TypeCode.SByte and <= TypeCode.Decimal);
}

internal sealed class ReflectedScalar(string name, TypeCode code, bool takesNull) : IScalarShape
{
    public string Name => name;

    public bool TakesNull => takesNull;

    public TypeCode Code => code;
}

internal sealed class ReflectedEnum(Type type, bool takesNull) : IEnumShape
{
    private IReadOnlyList<string>? members;

    public string Name => type.Name;

    public bool TakesNull => takesNull;

    public IReadOnlyList<string> Members => members ??= [.. type.GetFields()
        .Where(each => each.IsLiteral)
        .OrderBy(each => each.MetadataToken)
        .Select(each => each.Name)];

    public object? Create(string member) => Enum.Parse(type, member);
}

internal sealed class ReflectedList(Type type, Type element, NullableFlags flags, bool isArray, bool takesNull) : IListShape
{
    private IDataShape? shape;

    public string Name => ReflectionDataShape.NameOf(type);

    public bool TakesNull => takesNull;

    public IDataShape Element => shape ??= ReflectionDataShape.Of(element, flags.OfElement());

    public object? Create(IReadOnlyList<object?> items)
    {
        if (isArray)
        {
            var array = Array.CreateInstance(element, items.Count);
            for (var index = 0; index < items.Count; index++)
            {
                array.SetValue(items[index], index);
            }

            return array;
        }

        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}

internal sealed class ReflectedDictionary(Type type, NullableFlags flags, bool takesNull) : IDictionaryShape
{
    private IDataShape? shape;

    public string Name => ReflectionDataShape.NameOf(type);

    public bool TakesNull => takesNull;

    public IDataShape Value => shape ??= ReflectionDataShape.Of(type.GenericTypeArguments[1], flags.OfDictionaryValue());

    public object? Create(IReadOnlyList<KeyValuePair<string, object?>> entries)
    {
        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GenericTypeArguments))!;
        foreach (var entry in entries)
        {
            dictionary.Add(entry.Key, entry.Value);
        }

        return dictionary;
    }
}
