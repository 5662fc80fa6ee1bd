using System.Globalization;

namespace NetDsl.Authoring.Data;

/// <summary>Which numbers the types of numbers take.</summary>
internal static class DataNumbers
{
    private static readonly Dictionary<TypeCode, (decimal Least, decimal Most)> WholeNumbers = new()
    {
        [TypeCode.SByte] = (sbyte.MinValue, sbyte.MaxValue),
        [TypeCode.Byte] = (byte.MinValue, byte.MaxValue),
        [TypeCode.Int16] = (short.MinValue, short.MaxValue),
        [TypeCode.UInt16] = (ushort.MinValue, ushort.MaxValue),
        [TypeCode.Int32] = (int.MinValue, int.MaxValue),
        [TypeCode.UInt32] = (uint.MinValue, uint.MaxValue),
        [TypeCode.Int64] = (long.MinValue, long.MaxValue),
        [TypeCode.UInt64] = (ulong.MinValue, ulong.MaxValue),
    };

    /// <summary>The number as a value of that type; nothing when it is none.</summary>
    public static object? Read(string digits, TypeCode code)
    {
        if (WholeNumbers.TryGetValue(code, out var range))
        {
            return decimal.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                && whole >= range.Least && whole <= range.Most
                    ? Convert.ChangeType(whole, code, CultureInfo.InvariantCulture)
                    : null;
        }

        return code switch
        {
            TypeCode.Decimal => decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact : null,

            // Old runtimes refuse what is too large, new ones make it infinite.
            TypeCode.Single => float.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var single) && !float.IsInfinity(single) ? single : null,
            TypeCode.Double => double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number) ? number : null,
            _ => null,
        };
    }

    /// <summary>What is read, in words.</summary>
    public static string Wanted(TypeCode code) => WholeNumbers.TryGetValue(code, out var range)
        ? string.Format(CultureInfo.InvariantCulture, "a whole number from {0} to {1}", range.Least, range.Most)
        : $"a number that {(code == TypeCode.Decimal ? "decimal" : code == TypeCode.Single ? "float" : "double")} holds";
}
