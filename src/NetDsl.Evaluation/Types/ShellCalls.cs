using System.ComponentModel;
using System.Reflection;

namespace NetDsl.Evaluation.Types;

/// <summary>What the stubs of shells call: the way from the base library back into the interpreter that runs on this thread.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ShellCalls
{
    [ThreadStatic]
    private static IShellHost? host;

    /// <summary>What an overridable member answers that the program does not override.</summary>
    public static readonly object NotOverridden = new();

    internal static IShellHost Host => host ?? throw new InvalidOperationException("No evaluation runs on this thread.");

    /// <summary>Makes an interpreter the one that shells of this thread belong to, and gives the one before.</summary>
    internal static IShellHost? Enter(IShellHost? entering)
    {
        var outer = host;
        host = entering;
        return outer;
    }

    /// <summary>Calls the program's implementation of an interface member of the base library.</summary>
    /// <param name="self">The object.</param>
    /// <param name="member">The member of the interface.</param>
    /// <param name="arguments">One value a parameter.</param>
    public static object? Implement(object self, MethodBase member, object?[] arguments) => Host.Implement(self, member, arguments);

    /// <summary>Calls the program's override of a virtual member of the base library.</summary>
    /// <param name="self">The object.</param>
    /// <param name="name">The member's name in metadata.</param>
    /// <param name="arguments">One value a parameter.</param>
    /// <returns>The result; <see cref="NotOverridden"/> when there is no override.</returns>
    public static object? Override(object self, string name, object?[] arguments) => Host.Override(self, name, arguments);
}

/// <summary>Whoever knows what shells hold and do.</summary>
internal interface IShellHost
{
    object? Implement(object self, MethodBase member, object?[] arguments);

    object? Override(object self, string name, object?[] arguments);
}
