using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using NetDsl.Evaluation.Host;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>
/// Makes real delegates that call back into the interpreter. For up to four parameters, generic methods of this class are bound to the
/// interpreter's function; other signatures get a small adapter, once a type.
/// </summary>
internal sealed class Delegates
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private static readonly ConditionalWeakTable<Type, Func<Func<object?[], object?>, Delegate>> Adapters = new();
    private static readonly ConditionalWeakTable<Type, Binding> Bindings = new();
    private static readonly ConditionalWeakTable<Delegate, Func<object?[], object?>> Adapted = new();
    private static readonly ConditionalWeakTable<Delegate, InvocationList> Several = new();
    private readonly Func<object?[], object?> function;

    private Delegates(Func<object?[], object?> function) => this.function = function;

    /// <summary>A delegate of that type. The function gets the arguments, and writes what is passed by reference back into them.</summary>
    public static Delegate Create(Type type, Func<object?[], object?> function)
    {
        if (Bindings.GetValue(type, static key => new Binding(MethodFor(key))).Method is { } method)
        {
            return Delegate.CreateDelegate(type, new Delegates(function), method);
        }

        var made = Adapters.GetValue(type, static key => Adapter(key))(function);
        Adapted.Add(made, function);
        return made;
    }

    /// <summary>Another delegate of the same function, which is equal to the first.</summary>
    public static Delegate Again(Delegate known)
    {
        var again = (Delegate)known.Clone();
        if (Adapted.TryGetValue(known, out var function))
        {
            Adapted.Add(again, function);
        }

        return again;
    }

    /// <summary>Several delegates called one after the other, as the operators of C# put them together and take them apart.</summary>
    public static Delegate? Joined(Delegate? joined)
    {
        if (joined is not null && joined.GetInvocationList().Length > 1)
        {
            Several.GetValue(joined, static all => new InvocationList(all));
        }

        return joined;
    }

    /// <summary>Two delegates put together, one of them perhaps nothing.</summary>
    public static Delegate? Combine(Delegate? one, Delegate? other, Budget budget)
    {
        budget.Elements((one?.GetInvocationList().Length ?? 0) + (other?.GetInvocationList().Length ?? 0));
        return Joined(Delegate.Combine(one, other));
    }

    /// <summary>Calls a delegate; one of ours without the detour over reflection.</summary>
    public static object? Call(Delegate function, object?[] values)
    {
        if (Several.TryGetValue(function, out var all))
        {
            return all.Call(values);
        }

        if (function.Target is Delegates own)
        {
            return own.function(values);
        }

        if (Adapted.TryGetValue(function, out var adapted))
        {
            return adapted(values);
        }

        return ByValue(values, own => Reflected.Call(function.Method, function.Target, own));
    }

    /// <summary>Calls what takes values where the program passes places: it writes what is passed by reference into the array.</summary>
    public static object? ByValue(object?[] passed, Func<object?[], object?> call)
    {
        if (!Array.Exists(passed, value => value is Place))
        {
            return call(passed);
        }

        var values = passed.Select(value => value is not Place place ? value : ReferenceEquals(place.Value, Unknown.Value) ? null : place.Value).ToArray();
        var result = call(values);
        for (var index = 0; index < passed.Length; index++)
        {
            if (passed[index] is Place place && !ReferenceEquals(place.Value, values[index]))
            {
                place.Value = values[index];
            }
        }

        return result;
    }

    private static MethodInfo? MethodFor(Type type)
    {
        var signature = type.GetMethod("Invoke")!;
        Type[] parameters = [.. signature.GetParameters().Select(parameter => parameter.ParameterType)];
        var returns = signature.ReturnType != typeof(void);
        var name = $"{(returns ? nameof(Func0) : nameof(Action0)).TrimEnd('0')}{parameters.Length}";
        if (typeof(Delegates).GetMethod(name, Own) is not { } open || parameters.Any(parameter => parameter.IsByRef))
        {
            return null;
        }

        Type[] arguments = returns ? [.. parameters, signature.ReturnType] : parameters;
        return arguments.Length == 0 ? open : open.MakeGenericMethod(arguments);
    }

    /// <summary>A function that makes delegates of a type out of functions over arrays of objects.</summary>
    private static Func<Func<object?[], object?>, Delegate> Adapter(Type type)
    {
        var signature = type.GetMethod("Invoke")!;
        var function = Expression.Parameter(typeof(Func<object?[], object?>));
        ParameterExpression[] parameters = [.. signature.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType))];
        var values = Expression.Variable(typeof(object?[]));
        var result = Expression.Variable(typeof(object));
        List<Expression> body =
        [
            Expression.Assign(values, Expression.NewArrayInit(typeof(object), parameters.Select(parameter => Expression.Convert(parameter, typeof(object))))),
            Expression.Assign(result, Expression.Invoke(function, values)),
        ];
        for (var index = 0; index < parameters.Length; index++)
        {
            if (parameters[index].IsByRef)
            {
                body.Add(Expression.Assign(
                    parameters[index], Expression.Convert(Expression.ArrayIndex(values, Expression.Constant(index)), parameters[index].Type)));
            }
        }

        body.Add(signature.ReturnType == typeof(void) ? Expression.Empty() : Expression.Convert(result, signature.ReturnType));
        var adapted = Expression.Lambda(type, Expression.Block([values, result], body), parameters);
        return Expression.Lambda<Func<Func<object?[], object?>, Delegate>>(Expression.Convert(adapted, typeof(Delegate)), function).Compile();
    }

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

    private sealed class InvocationList(Delegate joined)
    {
        private readonly Delegate[] functions = joined.GetInvocationList();

        private readonly int[] byReference =
            [.. joined.GetType().GetMethod("Invoke")!.GetParameters().Where(parameter => parameter.ParameterType.IsByRef).Select(parameter => parameter.Position)];

        /// <summary>Calls all of them, each with parameters of its own but for those that are passed by reference.</summary>
        public object? Call(object?[] values)
        {
            object? last = null;
            foreach (var function in functions)
            {
                var own = (object?[])values.Clone();
                last = Delegates.Call(function, own);
                foreach (var index in byReference)
                {
                    values[index] = own[index];
                }
            }

            return last;
        }
    }

    private sealed class Binding(MethodInfo? method)
    {
        public MethodInfo? Method { get; } = method;
    }
}
