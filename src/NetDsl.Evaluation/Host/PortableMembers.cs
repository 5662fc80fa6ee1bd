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
        ["System.String"] = [typeof(PortableText)],
        ["System.Char"] = [typeof(PortableCharacters)],
        ["System.Linq.Enumerable"] = [typeof(PortableQueries)],
        ["System.MemoryExtensions"] = [typeof(PortableSpans)],
        ["System.Collections.Generic.CollectionExtensions"] = [typeof(PortableDictionaries)],
        ["System.Collections.Generic.Dictionary`2"] = [typeof(PortableDictionaries)],
        ["System.Math"] = [typeof(PortableMath)],
        ["System.SByte"] = [typeof(PortableNumbers)],
        ["System.Byte"] = [typeof(PortableNumbers), typeof(PortableBytes)],
        ["System.Int16"] = [typeof(PortableNumbers)],
        ["System.UInt16"] = [typeof(PortableNumbers), typeof(PortablePorts)],
        ["System.Int32"] = [typeof(PortableNumbers), typeof(PortableIntegers)],
        ["System.UInt32"] = [typeof(PortableNumbers)],
        ["System.Int64"] = [typeof(PortableNumbers), typeof(PortableLongIntegers)],
        ["System.UInt64"] = [typeof(PortableNumbers)],
        ["System.Single"] = [typeof(PortableNumbers)],
        ["System.Double"] = [typeof(PortableNumbers)],
        ["System.Decimal"] = [typeof(PortableNumbers)],
    };

    public static IEnumerable<MethodInfo> Of(string type, string member) =>
        ByType.TryGetValue(type, out var implementations)
            ? implementations.SelectMany(implementation => implementation.GetMethods(Implementations)).Where(method => method.Name == member)
            : [];
}
