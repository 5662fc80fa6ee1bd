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

    /// <summary>What depends on more than its arguments, by type: why, and what to do.</summary>
    private static readonly (string Prefix, string Why)[] Impure =
    [
        ("System.Random", "a definition gives the same network every time; write the values, or calculate them from an index"),
        ("System.Guid", "a definition gives the same network every time; write the name"),
        ("System.DateTimeOffset", "a definition gives the same network every time; write the value"),
        ("System.DateTime", "a definition gives the same network every time; write the value"),
        ("System.Time", "a definition gives the same network every time; write the value"),
        ("System.Diagnostics", "a definition only describes; leave it out"),
        ("System.Environment", "a definition gives the same network on every machine; write the value as a constant"),
        ("System.Console", "a definition only describes a network and prints nothing; leave it out"),
        ("System.IO", "a definition reads and writes no files; write the values in C#"),
        ("System.Net", "a definition does not use the network that it describes; use text and the builders"),
        ("System.Threading", "a definition has no threads and does not wait; leave it out"),
    ];

    /// <summary>Whether the table has the member.</summary>
    public static bool Contains(IMethodSymbol method)
    {
        var name = method.AssociatedSymbol is IPropertySymbol property ? property.MetadataName : method.MetadataName;
        return Library.Contains(HostTypes.MetadataName(method.ContainingType), name);
    }

    public static bool Contains(IFieldSymbol field) =>
        Library.Contains(HostTypes.MetadataName(field.ContainingType), field.MetadataName);

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
        ("System.Text.StringBuilder", "AppendLine") => "how a line ends depends on the machine; use Append with \"\\n\"",
        ("System.String", "ReplaceLineEndings") => "how a line ends depends on the machine; pass the ending, such as \"\\n\"",
        ("System.BitConverter", _) => "the order of bytes depends on the machine; use BinaryPrimitives, or shift and mask",
        ("System.Exception", "ToString" or "StackTrace" or "Source" or "TargetSite") => "a trace of the stack differs from one build to the next; use Message",
        (_, "CompareTo") => "how text is ordered depends on the machine's culture; use string.CompareOrdinal",
        (_, "Sort" or "Order" or "OrderDescending") => "how text is ordered depends on the machine's culture; use OrderBy(item => item, StringComparer.Ordinal)",
        _ => null,
    };
}
