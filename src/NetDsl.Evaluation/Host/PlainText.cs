using System.Globalization;
using System.Text.RegularExpressions;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Host;

/// <summary>
/// Text of values where it is the same on every machine. Numbers with a point, and formats that group digits or write one, depend on
/// the culture of the machine that runs the program; for them the program has to say which culture it means.
/// </summary>
internal static class PlainText
{
    private const int MostTuplesAround = 500;

    [ThreadStatic]
    private static int tuplesAround;

    /// <summary>For <see cref="string.Format(IFormatProvider, string, object[])"/>.</summary>
    public static IFormatProvider Formatter { get; } = new Holes();

    /// <summary>Text of a value in a hole, which C# asks an object of the program for with the format, and no culture.</summary>
    public static string InHole(object? value, string? format = null) =>
        value is IShell and IFormattable formattable ? formattable.ToString(format, null) : Of(value, format);

    /// <summary>Text of a value where the program names no culture.</summary>
    public static string Of(object? value, string? format = null)
    {
        if (format is not null && Regex.IsMatch(format, "[0-9]{4}"))
        {
            throw new RefusedException("so many digits cannot be written at compile time; use fewer");
        }

        switch (value)
        {
            case null:
                return "";
            case IShell:
                return value.ToString() ?? "";
            case IFormattable { } date when IsDate(date) && format is not ("O" or "o" or "R" or "r" or "s" or "u"):
                throw new RefusedException(
                    "how a date is written depends on the machine's culture; write ToString(\"yyyy-MM-dd\", CultureInfo.InvariantCulture)");
            case TimeSpan when format is "g" or "G":
                throw new RefusedException(
                    "how the format writes a time depends on the machine's culture; use the format \"c\"");
            case float or double or decimal or IFormattable { } when value is float or double or decimal || value.GetType().FullName == "System.Half":
                throw new RefusedException(
                    "how a number with a point is written depends on the machine's culture; write ToString(CultureInfo.InvariantCulture)");
            case IFormattable when IsWhole(value) && !string.IsNullOrEmpty(format) && DependsOnCulture(format!):
                throw new RefusedException(
                    $"how the format '{format}' writes a number depends on the machine's culture; write ToString(\"{format}\", CultureInfo.InvariantCulture)");
            case IFormattable formattable:
                return formattable.ToString(format, CultureInfo.InvariantCulture);
        }

        var type = value.GetType();
        if (Tuples.IsTuple(type))
        {
            return OfTuple(value);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        {
            return $"[{Of(type.GetProperty("Key")!.GetValue(value))}, {Of(type.GetProperty("Value")!.GetValue(value))}]";
        }

        return value is string or char or bool or Index or Range or System.Text.StringBuilder or Type or Exception or System.Net.IPAddress or Version or Uri || type.Assembly == typeof(NetworkBuilder).Assembly
            ? value.ToString() ?? ""
            : throw new RefusedException("the text of this object is only the name of its type; use string.Join for what is in it");
    }

    /// <summary>Text of a value in the invariant culture, which is the only one that a definition can name.</summary>
    public static string Invariant(IFormattable value, string? format) => format is not null && Regex.IsMatch(format, "[0-9]{4}")
        ? throw new RefusedException("so many digits cannot be written at compile time; use fewer")
        : value.ToString(string.IsNullOrEmpty(format) && value is float or double ? "R" : format, CultureInfo.InvariantCulture);

    /// <summary>Tuples in tuples: each writes the text of those inside again.</summary>
    private static string OfTuple(object tuple)
    {
        if (tuplesAround >= MostTuplesAround)
        {
            throw new RefusedException($"the text of tuples that are nested more than {MostTuplesAround} deep cannot be written at compile time");
        }

        tuplesAround++;
        try
        {
            return $"({string.Join(", ", Tuples.Items(tuple).Select(item => Of(item)))})";
        }
        finally
        {
            tuplesAround--;
        }
    }

    private static bool IsWhole(object value) =>
        value is sbyte or byte or short or ushort or int or uint or long or ulong || value.GetType().FullName is "System.Int128" or "System.UInt128";

    private static bool IsDate(object value) => value is DateTime || value.GetType().FullName is "System.DateOnly" or "System.TimeOnly";

    private static bool DependsOnCulture(string format) =>
        Regex.IsMatch(format, "^[A-Za-z][0-9]*$") ? !Regex.IsMatch(format, "^([DdXxBb][0-9]*|[Gg])$") : format.IndexOfAny(['.', ',', '%', '‰', 'E', 'e']) >= 0;

    private sealed class Holes : IFormatProvider, ICustomFormatter
    {
        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => InHole(arg, format);
    }
}


