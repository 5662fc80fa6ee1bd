using System.Reflection;

namespace NetDsl.Evaluation.Host;

/// <summary>
/// Our own implementations of members of the base library: those that the oldest host framework lacks, those whose result would depend
/// on the machine, and those that could make a lot from a little and so have to ask the budget first.
/// </summary>
internal static class PortableMembers
{
    private const BindingFlags Implementations = BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, Type[]> ByType = new()
    {
        ["System.Object"] = [typeof(PortableObjects)],
        ["System.ValueType"] = [typeof(PortableStructs)],
        ["System.ValueTuple"] = [typeof(ValueTuple)],
        ["System.ValueTuple`1"] = [typeof(PortableStructs)],
        ["System.ValueTuple`2"] = [typeof(PortableStructs)],
        ["System.ValueTuple`3"] = [typeof(PortableStructs)],
        ["System.ValueTuple`4"] = [typeof(PortableStructs)],
        ["System.ValueTuple`5"] = [typeof(PortableStructs)],
        ["System.ValueTuple`6"] = [typeof(PortableStructs)],
        ["System.ValueTuple`7"] = [typeof(PortableStructs)],
        ["System.ValueTuple`8"] = [typeof(PortableStructs)],
        ["System.Collections.Generic.KeyValuePair`2"] = [typeof(PortableStructs)],
        ["System.IFormattable"] = [typeof(PortableFormattables)],
        ["System.Enum"] = [typeof(PortableEnums)],
        ["System.Type"] = [typeof(PortableTypes)],
        ["System.Reflection.MemberInfo"] = [typeof(PortableTypes)],
        ["System.Delegate"] = [typeof(PortableDelegates)],
        ["System.StringComparer"] = [typeof(PortableComparers)],
        ["System.Convert"] = [typeof(PortableConversions)],
        ["System.String"] = [typeof(PortableText)],
        ["System.Char"] = [typeof(PortableCharacters)],
        ["System.Text.StringBuilder"] = [typeof(PortableBuilders)],
        ["System.Linq.Enumerable"] = [typeof(PortableQueries)],
        ["System.MemoryExtensions"] = [typeof(PortableSpans)],
        ["System.ReadOnlySpan`1"] = [typeof(PortableSpanMembers), typeof(PortableReadOnlySpans)],
        ["System.Span`1"] = [typeof(PortableSpanMembers), typeof(PortableSpanChanges)],
        ["System.Collections.Immutable.ImmutableArray"] = [typeof(PortableImmutables)],
        ["System.Buffers.Binary.BinaryPrimitives"] = [typeof(PortableBytes)],
        ["System.Array"] = [typeof(PortableArrays)],
        ["System.Collections.Generic.List`1"] = [typeof(PortableLists)],
        ["System.Collections.Generic.CollectionExtensions"] = [typeof(PortableDictionaries), typeof(PortableLists)],
        ["System.Collections.Generic.Dictionary`2"] = [typeof(PortableDictionaries)],
        ["System.Math"] = [typeof(PortableMath)],
        ["System.TimeSpan"] = [typeof(PortableNumbers), typeof(PortableTimes)],
        ["System.DateOnly"] = [typeof(PortableNumbers)],
        ["System.TimeOnly"] = [typeof(PortableNumbers)],
        ["System.DateTime"] = [typeof(PortableNumbers)],
        ["System.SByte"] = Number("System.SByte"),
        ["System.Byte"] = Number("System.Byte"),
        ["System.Int16"] = Number("System.Int16"),
        ["System.UInt16"] = Number("System.UInt16"),
        ["System.Int32"] = Number("System.Int32"),
        ["System.UInt32"] = Number("System.UInt32"),
        ["System.Int64"] = Number("System.Int64"),
        ["System.UInt64"] = Number("System.UInt64"),
        ["System.Int128"] = Number("System.Int128"),
        ["System.UInt128"] = Number("System.UInt128"),
        ["System.Half"] = Number("System.Half"),
        ["System.Single"] = Number("System.Single"),
        ["System.Double"] = Number("System.Double"),
        ["System.Decimal"] = Number("System.Decimal"),
    };

    private static Type[] Number(string name) =>
        HostTypes.Named(name) is { } type ? [typeof(PortableNumbers), typeof(PortableParsing<>).MakeGenericType(type)] : [];

    public static IEnumerable<MethodInfo> Of(string type, string member) =>
        ByType.TryGetValue(type, out var implementations)
            ? implementations.SelectMany(implementation => implementation.GetMethods(Implementations)).Where(method => method.Name == member)
            : [];
}
