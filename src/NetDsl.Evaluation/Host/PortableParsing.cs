using System.Globalization;

namespace NetDsl.Evaluation.Host;

/// <summary>
/// Numbers from text. Whole numbers are read as in the invariant culture; where a point or a group of digits may stand in the text, the
/// program has to say which culture it means.
/// </summary>
internal static class PortableParsing<T>
    where T : struct
{
    private const NumberStyles Cultural = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowCurrencySymbol;

    private static readonly NumberStyles Usual = typeof(T).Name switch
    {
        nameof(Single) or nameof(Double) or "Half" => NumberStyles.Float | NumberStyles.AllowThousands,
        nameof(Decimal) => NumberStyles.Number,
        _ => NumberStyles.Integer,
    };

    private static readonly Func<string, NumberStyles, IFormatProvider, T> Real = (Func<string, NumberStyles, IFormatProvider, T>)Delegate.CreateDelegate(
        typeof(Func<string, NumberStyles, IFormatProvider, T>), typeof(T).GetMethod("Parse", [typeof(string), typeof(NumberStyles), typeof(IFormatProvider)])!);

    private static readonly Trying RealTry = (Trying)Delegate.CreateDelegate(
        typeof(Trying), typeof(T).GetMethod("TryParse", [typeof(string), typeof(NumberStyles), typeof(IFormatProvider), typeof(T).MakeByRefType()])!);

    private delegate bool Trying(string? text, NumberStyles style, IFormatProvider provider, out T value);

    public static T Parse(string text) => Parse(text, Usual, null);

    public static T Parse(string text, NumberStyles style) => Parse(text, style, null);

    public static T Parse(string text, IFormatProvider? provider) => Parse(text, Usual, provider);

    public static T Parse(string text, NumberStyles style, IFormatProvider? provider)
    {
        Check(style, provider);
        return Real(text, style, CultureInfo.InvariantCulture);
    }

    public static T Parse(char[] text, IFormatProvider? provider) => Parse(new string(text), provider);

    public static T Parse(char[] text, NumberStyles style, IFormatProvider? provider) => Parse(new string(text), style, provider);

    public static bool TryParse(string? text, out T value) => TryParse(text, Usual, null, out value);

    public static bool TryParse(string? text, IFormatProvider? provider, out T value) => TryParse(text, Usual, provider, out value);

    public static bool TryParse(string? text, NumberStyles style, IFormatProvider? provider, out T value)
    {
        Check(style, provider);
        return RealTry(text, style, CultureInfo.InvariantCulture, out value);
    }

    public static bool TryParse(char[] text, out T value) => TryParse(new string(text), out value);

    public static bool TryParse(char[] text, IFormatProvider? provider, out T value) => TryParse(new string(text), provider, out value);

    public static bool TryParse(char[] text, NumberStyles style, IFormatProvider? provider, out T value) => TryParse(new string(text), style, provider, out value);

    private static void Check(NumberStyles style, IFormatProvider? provider)
    {
        if (provider is null && (style & Cultural) != 0)
        {
            throw new RefusedException("how a number with a point is read depends on the machine's culture; pass CultureInfo.InvariantCulture");
        }
    }
}
