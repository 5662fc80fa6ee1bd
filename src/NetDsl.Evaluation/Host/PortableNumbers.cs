using System.Globalization;

namespace NetDsl.Evaluation.Host;

/// <summary>Text from numbers and back, as in the invariant culture.</summary>
internal static class PortableNumbers
{
    public static string ToString(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string ToString(int value, string? format) => value.ToString(format, CultureInfo.InvariantCulture);

    public static string ToString(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string ToString(long value, string? format) => value.ToString(format, CultureInfo.InvariantCulture);

    public static string ToString(ushort value) => value.ToString(CultureInfo.InvariantCulture);

    public static string ToString(byte value) => value.ToString(CultureInfo.InvariantCulture);

    public static string ToString(byte value, string? format) => value.ToString(format, CultureInfo.InvariantCulture);

    public static string ToString(double value) => value.ToString(CultureInfo.InvariantCulture);

    public static string ToString(double value, string? format) => value.ToString(format, CultureInfo.InvariantCulture);

    public static int Parse(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    public static bool TryParse(string? text, out int value) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);
}

/// <summary>Members of <see cref="Math"/> that the oldest host lacks.</summary>
internal static class PortableMath
{
    public static int Clamp(int value, int least, int most) => least > most
        ? throw new ArgumentException($"'{least}' cannot be greater than {most}.")
        : Math.Min(Math.Max(value, least), most);

    public static long Clamp(long value, long least, long most) => least > most
        ? throw new ArgumentException($"'{least}' cannot be greater than {most}.")
        : Math.Min(Math.Max(value, least), most);

    public static double Log2(double value) => Math.Log(value, 2);
}

/// <summary>Members of <see cref="char"/> that the oldest host lacks.</summary>
internal static class PortableCharacters
{
    public static bool IsAsciiDigit(char character) => character is >= '0' and <= '9';

    public static bool IsAsciiLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    public static bool IsAsciiLetterLower(char character) => character is >= 'a' and <= 'z';

    public static bool IsAsciiLetterUpper(char character) => character is >= 'A' and <= 'Z';

    public static bool IsAsciiLetterOrDigit(char character) => IsAsciiLetter(character) || IsAsciiDigit(character);
}
