using System.Collections;
using Microsoft.CodeAnalysis;
using NetDsl.Authoring.Data;
using NetDsl.Evaluation.Interpretation;

namespace NetDsl.Evaluation.Data;

internal sealed class SymbolScalar(TypeCode code, bool takesNull) : IScalarShape
{
    public string Name => code.ToString();

    public bool TakesNull => takesNull;

    public TypeCode Code => code;
}

internal sealed class SymbolEnum(SymbolDataShapes shapes, DataType type, bool takesNull) : IEnumShape
{
    private readonly Type? host = shapes.HostOf(type);

    public string Name => SymbolDataShapes.NameOf(type, host);

    public bool TakesNull => takesNull;

    public IReadOnlyList<string> Members =>
        ((host is null ? null : shapes.Interpreter.Types.Of(host)?.Definition) ?? type.Symbol) is { } symbol
            ? [.. symbol.GetMembers().OfType<IFieldSymbol>().Where(each => each.IsConst).Select(each => each.Name)]
            : [.. host!.GetFields().Where(each => each.IsLiteral).OrderBy(each => each.MetadataToken).Select(each => each.Name)];

    public object? Create(string member) => host is null
        ? throw shapes.Interpreter.Refuse(shapes.At, Refusals.Type(type.Symbol!))
        : Enum.Parse(host, member);
}

/// <summary>A list of a type that no definition can hold is made of objects: whatever is done with it is told.</summary>
internal sealed class SymbolList(SymbolDataShapes shapes, DataType element, string name, bool isArray, bool takesNull) : IListShape
{
    private IDataShape? shape;

    public string Name => name;

    public bool TakesNull => takesNull;

    public IDataShape Element => shape ??= shapes.Of(element);

    public object? Create(IReadOnlyList<object?> items)
    {
        shapes.Interpreter.Budget.Elements(items.Count);
        var host = shapes.HostOf(element.Resolved()) ?? typeof(object);
        var array = Array.CreateInstance(host, items.Count);
        for (var index = 0; index < items.Count; index++)
        {
            array.SetValue(items[index], index);
        }

        return isArray ? array : Activator.CreateInstance(typeof(List<>).MakeGenericType(host), array);
    }
}

internal sealed class SymbolDictionary(SymbolDataShapes shapes, DataType value, string name, bool takesNull) : IDictionaryShape
{
    private IDataShape? shape;

    public string Name => name;

    public bool TakesNull => takesNull;

    public IDataShape Value => shape ??= shapes.Of(value);

    public object? Create(IReadOnlyList<KeyValuePair<string, object?>> entries)
    {
        shapes.Interpreter.Budget.Elements(entries.Count);
        var host = shapes.HostOf(value.Resolved()) ?? typeof(object);
        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), host))!;
        foreach (var entry in entries)
        {
            dictionary.Add(entry.Key, entry.Value);
        }

        return dictionary;
    }
}

internal sealed class SymbolUnfit(string name, UnfitReason reason, bool takesNull) : IUnfitShape
{
    public string Name => name;

    public bool TakesNull => takesNull;

    public UnfitReason Reason => reason;
}
