using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Translation;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Interpretation;

/// <content>Calls of functions of the program, from the program and from what it hands functions to.</content>
internal sealed partial class Interpreter
{
    private readonly Dictionary<FunctionIdentity, Delegate> functions = [];
    private readonly Dictionary<(ISymbol, TypeEnvironment), Code?> codes = new(MemberComparer.Instance);

    /// <summary>The code of a method of the program; nothing where it has no body.</summary>
    public Code? CodeOf(IMethodSymbol definition, TypeEnvironment environment)
    {
        if (!codes.TryGetValue((definition, environment), out var known))
        {
            Step(1);
            known = Translator.Method(this, definition, environment);
            codes[(definition, environment)] = known;
        }

        return known;
    }

    /// <summary>The code of a method, which is told at the call where there is none.</summary>
    public Code CodeOf(IMethodSymbol definition, TypeEnvironment environment, SyntaxNode at)
    {
        if (definition.IsAsync)
        {
            throw Refuse(at, $"'{definition.Name}' is asynchronous; a definition is not, call a helper that returns at once");
        }

        return CodeOf(definition, environment) ?? throw (Bodies.IsErroneous(definition)
            ? Abandon()
            : Tell(EvaluationRules.HelperWithoutSource, at, $"'{definition.Name}' has no body to evaluate; give it one in this project"));
    }

    /// <summary>Calls a function with a frame's variables, the first of which are its arguments.</summary>
    /// <param name="code">The function.</param>
    /// <param name="slots">The variables.</param>
    /// <param name="closure">What the function captures.</param>
    /// <param name="self">What <c>this</c> means; of a struct, the place that it is in, which the function may change.</param>
    /// <param name="at">The call.</param>
    public object? Call(Code code, object?[] slots, Scope? closure, object? self, SyntaxNode at)
    {
        At = at;
        if (code.Intrinsic is { } intrinsic)
        {
            return intrinsic(ValueOf(self), slots);
        }

        if (code.SelfIntrinsic is not null)
        {
            Set(code, self, slots);
            return null;
        }

        if (code.Sequence is { } sequence)
        {
            return sequence(code, ValueOf(self), slots, closure);
        }

        Budget.EnterCall();
        var outer = innermostLoopOrCall;
        innermostLoopOrCall = outer ?? at;
        findings.Enter(at, code.Name);
        try
        {
            Budget.Stack();
            var frame = code.Frame(slots, closure, self);
            Execute(code, frame);
            return ReferenceEquals(frame.Result, Unknown.Value) ? throw Abandon() : frame.Result;
        }
        finally
        {
            findings.Leave();
            innermostLoopOrCall = outer;
            Budget.LeaveCall();
        }
    }

    private static void Set(Code code, object? self, object?[] values)
    {
        var changed = code.SelfIntrinsic!(ValueOf(self), values);
        if (self is Place place)
        {
            place.Value = changed;
        }
    }

    private static object? ValueOf(object? self) => self is Place place ? place.Value : self;

    /// <summary>
    /// What a delegate of the program does when it is called: by the program, a builder or a query. Afterwards the caller's operation
    /// is in progress again.
    /// </summary>
    public object? CallBack(Code code, object?[] values, Scope? closure, object? self)
    {
        var at = At;
        var outer = ShellCalls.Enter(this);
        Budget.EnterCallBack(findings.InnermostCall);
        try
        {
            At = code.Syntax ?? at;
            Budget.Stack();
            Step(1);
            object? result;
            if (code.Intrinsic is { } intrinsic)
            {
                result = intrinsic(ValueOf(self), values);
            }
            else if (code.SelfIntrinsic is not null)
            {
                Set(code, self, values);
                result = null;
            }
            else
            {
                var slots = values.Length == code.Slots ? values : Extended(values, code.Slots);
                if (code.Sequence is { } sequence)
                {
                    result = sequence(code, ValueOf(self), slots, closure);
                }
                else
                {
                    var frame = code.Frame(slots, closure, self);
                    Execute(code, frame);
                    result = ReferenceEquals(frame.Result, Unknown.Value) ? throw Abandon() : frame.Result;
                }
            }

            if (result is System.Collections.ICollection given)
            {
                // A query may walk it.
                Budget.Work(given.Count);
            }

            At = at;
            return result;
        }
        finally
        {
            Budget.LeaveCall();
            ShellCalls.Enter(outer);
        }
    }

    /// <summary>Calls a function that is a value.</summary>
    public object? InFunction(SyntaxNode at, string called, Delegate function, object?[] values)
    {
        At = at;
        Budget.EnterCall();
        var outer = innermostLoopOrCall;
        innermostLoopOrCall = outer ?? at;
        findings.Enter(at, called);
        try
        {
            Budget.Stack();
            return Delegates.Call(function, values);
        }
        finally
        {
            findings.Leave();
            innermostLoopOrCall = outer;
            Budget.LeaveCall();
        }
    }

    /// <summary>Does what a delegate or a sequence of the program does; afterwards the caller's operation is in progress again.</summary>
    public T InCallBack<T>(Func<T> act)
    {
        var at = At;
        var outer = ShellCalls.Enter(this);
        Budget.EnterCallBack(findings.InnermostCall);
        try
        {
            Budget.Stack();
            Step(1);
            var result = act();
            At = at;
            return result;
        }
        finally
        {
            Budget.LeaveCall();
            ShellCalls.Enter(outer);
        }
    }

    /// <summary>
    /// The delegate of a function and of what it belongs to. As of C#, the same one again is equal; it is the same object only where C# keeps
    /// it.
    /// </summary>
    /// <param name="identity">What tells it from others.</param>
    /// <param name="keeper">Where C# keeps it; nothing where it makes another one each time.</param>
    /// <param name="make">Makes it.</param>
    public Delegate Function(FunctionIdentity identity, FunctionKeeper? keeper, Func<Delegate> make)
    {
        if (identity.Target is Copied)
        {
            return make();
        }

        if (!functions.TryGetValue(identity, out var known))
        {
            functions.Add(identity, known = make());
            if (keeper is null)
            {
                return known;
            }
        }

        if (keeper is null)
        {
            return Delegates.Again(known);
        }

        var kept = identity with { Keeper = keeper };
        if (!functions.TryGetValue(kept, out var same))
        {
            functions.Add(kept, same = Delegates.Again(known));
        }

        return same;
    }

    /// <summary>What a property or field of an object of the program gives.</summary>
    public object? Member(object self, ISymbol member)
    {
        var type = Types.Of(self)!;
        if (type.SlotOf(member) is { } slot && (member is IFieldSymbol || Bodies.OfMethod(((IPropertySymbol)member).GetMethod!) is null))
        {
            return type.FieldsOf(self)[slot];
        }

        var getter = Answering(((IPropertySymbol)member).GetMethod!, null, self, isVirtual: true);
        var code = CodeOf(getter.Definition, getter.Owner!.Environment, At!);
        return CallBack(code, [], null, self);
    }

    private static object?[] Extended(object?[] values, int slots)
    {
        var extended = new object?[Math.Max(slots, values.Length)];
        Array.Copy(values, extended, values.Length);
        return extended;
    }
}
