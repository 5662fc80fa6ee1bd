using System.Globalization;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>The names of what checks tell code fixes, and how a place is written as such an argument.</summary>
public static class FixArguments
{
    /// <summary>What to write in place of the value at the finding.</summary>
    public const string Replacement = "replacement";

    /// <summary>There when the call at the finding can be taken away: it does nothing right anywhere.</summary>
    public const string Removable = "removable";

    /// <summary>The call to add to those at the finding, without the dot.</summary>
    public const string Call = "call";

    /// <summary>Where the element is declared that the call is for; a place, absent where it is that at the finding.</summary>
    public const string CallPlace = "call-place";

    /// <summary>The path of the element that a route should lead to.</summary>
    public const string Target = "target";

    /// <summary>Where the element that a route should lead to is declared; a place.</summary>
    public const string TargetPlace = "target-place";

    /// <summary>Where the route table is declared; a place, absent for a main table.</summary>
    public const string TablePlace = "table-place";

    /// <summary>Where the subnet that needs a route is declared; a place.</summary>
    public const string SubnetPlace = "subnet-place";

    /// <summary>Where a subnet of the same zone is declared that leads to the internet; a place.</summary>
    public const string PublicSubnetPlace = "public-subnet-place";

    /// <summary>Where the VPC is declared; a place.</summary>
    public const string VpcPlace = "vpc-place";

    /// <summary>The target of a route that is to be replaced; a place.</summary>
    public const string RouteTargetPlace = "route-target-place";

    /// <summary>A name that nothing in the VPC has yet.</summary>
    public const string FreeName = "free-name";

    /// <summary>The start of the names of edits that belong to the replacement; each is a place and its new text.</summary>
    public const string Edit = "edit-";

    internal static IEnumerable<FixArgument> Of(string name, string? value) =>
        value is null ? [] : [new FixArgument(name, value)];

    /// <summary>A place; nothing at run time, when only lines are known.</summary>
    internal static IEnumerable<FixArgument> Place(string name, Origin? origin) =>
        origin?.Span is { } span ? [new FixArgument(name, Write(span))] : [];

    internal static IEnumerable<FixArgument> Edits(IEnumerable<(Origin Origin, string Text)> edits) => edits
        .Where(edit => edit.Origin.Span is not null)
        .Select((edit, index) => new FixArgument(
            Edit + index.ToString(CultureInfo.InvariantCulture), $"{edit.Text} {Write(edit.Origin.Span!.Value)}"));

    /// <summary>Reads a place.</summary>
    /// <param name="value">The argument's value.</param>
    /// <returns>File, offset and length; nothing when there is no such argument.</returns>
    public static (string File, int Start, int Length)? ReadPlace(string? value)
    {
        var parts = value?.Split([' '], 3);
        return parts is [var start, var length, var file]
            ? (file, int.Parse(start, CultureInfo.InvariantCulture), int.Parse(length, CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>Reads an edit.</summary>
    /// <param name="value">The argument's value.</param>
    /// <returns>The new text, and file, offset and length of the text that it is for.</returns>
    public static (string Text, (string File, int Start, int Length) Place)? ReadEdit(string value) =>
        value.IndexOf(' ') is var space and >= 0 && ReadPlace(value.Substring(space + 1)) is { } place
            ? (value.Substring(0, space), place)
            : null;

    private static string Write(SourceSpan span) =>
        string.Format(CultureInfo.InvariantCulture, "{0} {1} {2}", span.Start, span.Length, span.File);
}
