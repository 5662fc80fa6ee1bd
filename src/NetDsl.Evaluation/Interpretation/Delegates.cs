using System.Reflection;
using NetDsl.Evaluation.Host;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>
/// Makes real delegates that call back into the interpreter: generic methods of this class, one for each number of parameters, are
/// bound to the interpreter's function.
/// </summary>
internal sealed class Delegates
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private readonly Func<object?[], object?> function;

    private Delegates(Func<object?[], object?> function) => this.function = function;

    /// <summary>A delegate of that type; nothing when it has more than four parameters or takes them by reference.</summary>
    public static Delegate? Create(Type type, Func<object?[], object?> function)
    {
        var signature = type.GetMethod("Invoke")!;
        var parameters = signature.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        var returns = signature.ReturnType != typeof(void);
        var name = $"{(returns ? nameof(Func0) : nameof(Action0)).TrimEnd('0')}{parameters.Length}";
        if (typeof(Delegates).GetMethod(name, Own) is not { } open || parameters.Any(parameter => parameter.IsByRef))
        {
            return null;
        }

        Type[] arguments = returns ? [.. parameters, signature.ReturnType] : parameters;
        var method = arguments.Length == 0 ? open : open.MakeGenericMethod(arguments);
        return Delegate.CreateDelegate(type, new Delegates(function), method);
    }

    /// <summary>Calls a delegate; one of ours without the detour over reflection.</summary>
    public static object? Call(Delegate function, object?[] values) => function.Target is Delegates own
        ? own.function(values)
        : Reflected.Call(function.Method, function.Target, values);

    private void Action0() => Run();

    private void Action1<T1>(T1 a) => Run(a);

    private void Action2<T1, T2>(T1 a, T2 b) => Run(a, b);

    private void Action3<T1, T2, T3>(T1 a, T2 b, T3 c) => Run(a, b, c);

    private void Action4<T1, T2, T3, T4>(T1 a, T2 b, T3 c, T4 d) => Run(a, b, c, d);

    private TResult Func0<TResult>() => (TResult)Run()!;

    private TResult Func1<T1, TResult>(T1 a) => (TResult)Run(a)!;

    private TResult Func2<T1, T2, TResult>(T1 a, T2 b) => (TResult)Run(a, b)!;

    private TResult Func3<T1, T2, T3, TResult>(T1 a, T2 b, T3 c) => (TResult)Run(a, b, c)!;

    private TResult Func4<T1, T2, T3, T4, TResult>(T1 a, T2 b, T3 c, T4 d) => (TResult)Run(a, b, c, d)!;

    private object? Run(params object?[] values) => function(values);
}
