using System.Globalization;
using System.Reflection;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Host;

/// <summary>Text of what is known as an object only.</summary>
internal static class PortableObjects
{
    public static string ToString(object value) => PlainText.Of(value);
}

/// <inheritdoc cref="PortableObjects"/>
internal static class PortableStructs
{
    public static string ToString(ValueType value) => PlainText.Of(value);
}

/// <inheritdoc cref="PortableObjects"/>
internal static class PortableFormattables
{
    public static string ToString(IFormattable value, string? format, IFormatProvider? provider) => PortableNumbers.ToString(value, format, provider);
}

/// <summary>Members of <see cref="Enum"/> that the oldest host lacks.</summary>
internal static class PortableEnums
{
    public static T Parse<T>(string text)
        where T : struct => (T)Enum.Parse(typeof(T), text);

    public static T Parse<T>(string text, bool ignoreCase)
        where T : struct => (T)Enum.Parse(typeof(T), text, ignoreCase);

    public static T Parse<T>(char[] text)
        where T : struct => Parse<T>(new string(text));

    public static bool IsDefined<T>(T value)
        where T : struct => Enum.IsDefined(typeof(T), value);

    public static string? GetName<T>(T value)
        where T : struct => Enum.GetName(typeof(T), value);

    public static string[] GetNames<T>()
        where T : struct => Enum.GetNames(typeof(T));

    public static T[] GetValues<T>()
        where T : struct => (T[])Enum.GetValues(typeof(T));
}

/// <summary>Names of types, as the program has them.</summary>
internal static class PortableTypes
{
    public static string get_Name(MemberInfo type) => type.Name.Substring(type.Name.LastIndexOf('+') + 1);

    public static string? get_FullName(Type type) => type.IsGenericType
        ? throw new RefusedException("the full name of a generic type names assemblies; use Name")
        : Plain(type.FullName!);

    /// <summary>The text of an object that says nothing but its type.</summary>
    public static string Text(UserType type) => type.Definition.IsGenericType
        ? throw new RefusedException("the text of this object is only the name of its type, with those of its type arguments; write what is in it")
        : Plain(type.Host.ToString());

    /// <summary>The name of a type inside another, of which the runtime takes the plus for a part when it is made at run time.</summary>
    public static string Plain(string name) => name.Replace("\\+", "+");
}

/// <summary>Functions put together.</summary>
internal static class PortableDelegates
{
    public static Delegate? Combine(Delegate? a, Delegate? b) => Delegates.Joined(Delegate.Combine(a, b));

    public static Delegate? Combine(Delegate?[]? all) => Delegates.Joined(Delegate.Combine(all));

    public static Delegate? Remove(Delegate? source, Delegate? value) => Delegates.Joined(Delegate.Remove(source, value));

    public static Delegate? RemoveAll(Delegate? source, Delegate? value) => Delegates.Joined(Delegate.RemoveAll(source, value));
}

/// <summary>Comparers that do not ask the machine's culture.</summary>
internal static class PortableComparers
{
    public static StringComparer FromComparison(StringComparison comparison) => comparison switch
    {
        StringComparison.Ordinal => StringComparer.Ordinal,
        StringComparison.OrdinalIgnoreCase => StringComparer.OrdinalIgnoreCase,
        _ => throw new RefusedException("a comparison by culture depends on the machine; use StringComparison.Ordinal"),
    };
}

/// <summary>Members of <see cref="Convert"/> where text of a number with a point would be as the machine's culture has it.</summary>
internal static class PortableConversions
{
    public static float ToSingle(string? text) => throw Read();

    public static double ToDouble(string? text) => throw Read();

    public static decimal ToDecimal(string? text) => throw Read();

    public static string ToString(float value) => PlainText.Of(value);

    public static string ToString(double value) => PlainText.Of(value);

    public static string ToString(decimal value) => PlainText.Of(value);

    public static string ToString(object? value) => PlainText.Of(value);

    private static RefusedException Read() =>
        new("how a number with a point is read depends on the machine's culture; pass CultureInfo.InvariantCulture");
}

/// <summary>Text of spans of time, and spans of time from text, as in the invariant culture.</summary>
internal static class PortableTimes
{
    public static TimeSpan Parse(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);

    public static TimeSpan Parse(string text, IFormatProvider? provider) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);

    public static bool TryParse(string? text, out TimeSpan value) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);

    public static bool TryParse(string? text, IFormatProvider? provider, out TimeSpan value) => TryParse(text, out value);

    public static string ToString(TimeSpan value) => value.ToString("c", CultureInfo.InvariantCulture);
}
