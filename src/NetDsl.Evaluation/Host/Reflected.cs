using System.Globalization;
using System.Reflection;

namespace NetDsl.Evaluation.Host;

/// <summary>
/// Calls by reflection whose exceptions come out as they are. Wrapped ones have to be caught and thrown again at each of the
/// calls that are inside each other, which takes more of the stack than the calls themselves.
/// </summary>
internal static class Reflected
{
    // BindingFlags.DoNotWrapExceptions, which .NET Standard does not name and .NET Framework passes over.
    private const BindingFlags Unwrapped = (BindingFlags)0x02000000;

    public static object? Call(MethodBase method, object? receiver, object?[] arguments) => method is ConstructorInfo constructor
        ? constructor.Invoke(Unwrapped, null, arguments, CultureInfo.InvariantCulture)
        : method.Invoke(receiver, Unwrapped, null, arguments, CultureInfo.InvariantCulture);
}
