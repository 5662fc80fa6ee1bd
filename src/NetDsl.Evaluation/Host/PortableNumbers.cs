namespace NetDsl.Evaluation.Host;

/// <summary>Text of numbers of every type.</summary>
internal static class PortableNumbers
{
    public static string ToString(IFormattable value) => PlainText.Of(value);

    public static string ToString(IFormattable value, string? format) => PlainText.InHole(value, format);

    public static string ToString(IFormattable value, IFormatProvider? provider) => ToString(value, null, provider);

    public static string ToString(IFormattable value, string? format, IFormatProvider? provider) =>
        provider is null ? PlainText.InHole(value, format) : PlainText.Invariant(value, format);
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
