using System.Text.Json;

namespace NetDsl.Interop;

/// <summary>Enumerations as text: <c>pending-acceptance</c>.</summary>
internal static class EnumText
{
    public static string Write<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static T Read<T>(JsonPlace place)
        where T : struct, Enum
    {
        var text = place.Text();
        foreach (var value in Enum.GetValues<T>())
        {
            if (Write(value) == text)
            {
                return value;
            }
        }

        throw place.Fault($"'{JsonPlace.Printable(text)}' is none of {string.Join(", ", Enum.GetValues<T>().Select(Write))}");
    }
}
