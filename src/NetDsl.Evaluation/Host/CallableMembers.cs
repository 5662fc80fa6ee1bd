using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Host;

/// <summary>
/// The members of the base library that a definition may use: pure ones, whose result depends on nothing but their arguments, neither on
/// clock, machine or culture. What is not here is refused.
/// </summary>
internal static class CallableMembers
{
    public static readonly SymbolDisplayFormat NameFormat = SymbolDisplayFormat.CSharpShortErrorMessageFormat
        .WithParameterOptions(SymbolDisplayParameterOptions.None)
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.None);

    /// <summary>Names by type. <c>.ctor</c> is creation. Overloads that need a type which a definition cannot hold are out by that.</summary>
    private static readonly Dictionary<string, HashSet<string>> ByType = Table(
        ("System.Object", "Equals ToString"),
        ("System.Boolean", "Equals CompareTo Parse TryParse ToString"),
        ("System.Char", "Equals CompareTo IsDigit IsLetter IsLetterOrDigit IsWhiteSpace IsUpper IsLower ToUpperInvariant ToLowerInvariant ToString"),
        ("System.String", ".ctor Length Chars Empty IsNullOrEmpty IsNullOrWhiteSpace Equals CompareOrdinal Contains Substring Trim TrimStart TrimEnd Split Remove ToCharArray ToUpperInvariant ToLowerInvariant ToString"),
        ("System.Byte", "Equals CompareTo MinValue MaxValue"),
        ("System.Int16", "Equals CompareTo MinValue MaxValue"),
        ("System.UInt16", "Equals CompareTo MinValue MaxValue"),
        ("System.Int32", "Equals CompareTo MinValue MaxValue"),
        ("System.UInt32", "Equals CompareTo MinValue MaxValue"),
        ("System.Int64", "Equals CompareTo MinValue MaxValue"),
        ("System.UInt64", "Equals CompareTo MinValue MaxValue"),
        ("System.Double", "Equals CompareTo IsNaN IsInfinity"),
        ("System.Decimal", "Equals CompareTo Floor Ceiling Round Truncate"),
        ("System.Math", "Abs Min Max Sign Floor Ceiling Round Truncate Sqrt Pow Log Log10 Exp DivRem BigMul"),
        ("System.Array", "Length Rank GetLength IndexOf LastIndexOf Reverse Copy Fill Exists Find FindIndex FindAll TrueForAll ConvertAll Empty GetValue"),
        ("System.Globalization.CultureInfo", "InvariantCulture"),
        ("System.StringComparer", "Ordinal OrdinalIgnoreCase"),
        ("System.Collections.Generic.List`1", ".ctor Count Item Add AddRange Insert InsertRange Remove RemoveAt RemoveAll RemoveRange Clear Contains IndexOf LastIndexOf Reverse ToArray GetRange Exists Find FindAll FindIndex FindLast TrueForAll ForEach ConvertAll"),
        ("System.Collections.Generic.Dictionary`2", ".ctor Count Item Keys Values Add Remove Clear ContainsKey ContainsValue TryGetValue"),
        ("System.Collections.Generic.Dictionary`2+KeyCollection", "Count"),
        ("System.Collections.Generic.Dictionary`2+ValueCollection", "Count"),
        ("System.Collections.Generic.HashSet`1", ".ctor Count Add Remove Clear Contains UnionWith IntersectWith ExceptWith SymmetricExceptWith IsSubsetOf IsSupersetOf Overlaps SetEquals"),
        ("System.Collections.Generic.Queue`1", ".ctor Count Enqueue Dequeue Peek Contains Clear ToArray"),
        ("System.Collections.Generic.Stack`1", ".ctor Count Push Pop Peek Contains Clear ToArray"),
        ("System.Collections.Generic.KeyValuePair`2", ".ctor Key Value"),
        ("System.Collections.Generic.ICollection`1", "Count Add Remove Clear Contains"),
        ("System.Collections.Generic.IList`1", "Item IndexOf Insert RemoveAt"),
        ("System.Collections.Generic.IReadOnlyCollection`1", "Count"),
        ("System.Collections.Generic.IReadOnlyList`1", "Item"),
        ("System.Collections.Generic.IDictionary`2", "Item Keys Values Add Remove ContainsKey TryGetValue"),
        ("System.Collections.Generic.IReadOnlyDictionary`2", "Item Keys Values ContainsKey TryGetValue"),
        ("System.Collections.Generic.ISet`1", "Add"),
        ("System.Linq.IGrouping`2", "Key"),
        ("System.Linq.ILookup`2", "Item Count Contains"),
        ("System.Linq.Enumerable", "Aggregate All Any AsEnumerable Average Cast Concat Contains Count DefaultIfEmpty Distinct ElementAt ElementAtOrDefault Empty Except First FirstOrDefault GroupBy GroupJoin Intersect Join Last LastOrDefault LongCount Max Min OfType OrderBy OrderByDescending Reverse Select SelectMany SequenceEqual Single SingleOrDefault Skip SkipWhile Sum Take TakeWhile ThenBy ThenByDescending ToArray ToDictionary ToList ToLookup Union Where Zip"),
        ("System.Exception", ".ctor Message"),
        ("System.ArgumentException", ".ctor"),
        ("System.ArgumentNullException", ".ctor"),
        ("System.ArgumentOutOfRangeException", ".ctor"),
        ("System.InvalidOperationException", ".ctor"),
        ("System.NotSupportedException", ".ctor"),
        ("System.NotImplementedException", ".ctor"),
        ("System.FormatException", ".ctor"));

    /// <summary>What depends on more than its arguments, by type: why, and what to do.</summary>
    private static readonly (string Prefix, string Why)[] Impure =
    [
        ("System.Random", "a definition gives the same network every time; write the values, or calculate them from an index"),
        ("System.Guid", "a definition gives the same network every time; write the name"),
        ("System.Date", "a definition gives the same network every time; write the value"),
        ("System.Time", "a definition gives the same network every time; write the value"),
        ("System.Diagnostics", "a definition only describes; leave it out"),
        ("System.Environment", "a definition gives the same network on every machine; write the value as a constant"),
        ("System.Console", "a definition only describes a network and prints nothing; leave it out"),
        ("System.IO", "a definition reads and writes no files; write the values in C#"),
        ("System.Net", "a definition does not use the network that it describes; use text and the builders"),
        ("System.Threading", "a definition has no threads and does not wait; leave it out"),
        ("System.Text.StringBuilder", "use string.Join or an interpolated string"),
    ];

    /// <summary>Whether the table has the member.</summary>
    public static bool Contains(IMethodSymbol method)
    {
        var name = method.AssociatedSymbol is IPropertySymbol property ? property.MetadataName : method.MetadataName;
        return ByType.TryGetValue(HostTypes.MetadataName(method.ContainingType), out var names) && names.Contains(name);
    }

    public static bool Contains(IFieldSymbol field) =>
        ByType.TryGetValue(HostTypes.MetadataName(field.ContainingType), out var names) && names.Contains(field.MetadataName);

    public static bool IsBaseLibrary(ISymbol member) =>
        member.ContainingNamespace?.ToDisplayString() is { } space
        && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal) || space.StartsWith("Microsoft.", StringComparison.Ordinal));

    /// <summary>Why a member is not in the table, and what to write instead.</summary>
    public static string Refusal(ISymbol member)
    {
        var type = member.ContainingType is null ? "" : HostTypes.MetadataName(member.ContainingType);
        var why = Impure.FirstOrDefault(entry => type.StartsWith(entry.Prefix, StringComparison.Ordinal)).Why
            ?? CultureDependent(type, member.Name)
            ?? "only pure members of text, numbers, collections and queries are; calculate it in another way";
        return $"'{Name(member)}' cannot be called at compile time: {why}";
    }

    private static string Name(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor }
        ? $"new {member.ContainingType.ToDisplayString(NameFormat)}"
        : member.ToDisplayString(NameFormat);

    private static string? CultureDependent(string type, string name) => (type, name) switch
    {
        ("System.String" or "System.Char", "ToUpper" or "ToLower") => $"its result depends on the machine's culture; use {name}Invariant",
        ("System.String", "Compare" or "CompareTo") => "its result depends on the machine's culture; use string.CompareOrdinal",
        (_, "Sort" or "Order" or "OrderDescending") => "how text is ordered depends on the machine's culture; use OrderBy(item => item, StringComparer.Ordinal)",
        _ => null,
    };

    private static Dictionary<string, HashSet<string>> Table(params (string Type, string Members)[] rows) =>
        rows.ToDictionary(row => row.Type, row => new HashSet<string>(row.Members.Split(' ')));
}
