using System.Text.Json;

namespace NetDsl.Interop;

/// <summary>Enumerations as text: <c>pending-acceptance</c>.</summary>
internal static class EnumText
{
    public static string Write<T>(T value)
        where T : struct, Enum => Write((Enum)value);

    public static string Write(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static T Read<T>(JsonPlace place)
        where T : struct, Enum => (T)Read(place, typeof(T));

    public static Enum Read(JsonPlace place, Type type)
    {
        var text = place.Text();
        var values = Enum.GetValues(type).Cast<Enum>().ToList();
        return values.Find(value => Write(value) == text)
            ?? throw place.Fault($"'{JsonPlace.Printable(text)}' is none of {string.Join(", ", values.Select(Write))}");
    }
}
