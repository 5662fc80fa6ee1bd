using System.Globalization;
using NetDsl.Model;

namespace NetDsl.Authoring.Data;

/// <summary>The way from the root of a data file to a value, such as <c>$.vpcs[0].cidr</c>.</summary>
internal static class DataPath
{
    public const string Root = "$";

    public static string Member(string parent, string name) =>
        IsPlain(name) ? $"{parent}.{name}" : $"{parent}[{Quotation.Of(name)}]";

    public static string Item(string parent, int index) => $"{parent}[{index.ToString(CultureInfo.InvariantCulture)}]";

    private static bool IsPlain(string name) => name.Length is > 0 and <= 60
        && name.All(character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-');
}
