using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Source;
using NetDsl.Model;

namespace NetDsl.Evaluation.Interpretation;

/// <content>Calls: of the user's functions, of builders, and of the base library.</content>
internal sealed partial class Interpreter
{
    /// <summary>Values by parameter, and the text that each was written as.</summary>
    private readonly record struct CallArguments(object?[] Values, IReadOnlyDictionary<string, SourceSpan> Spans);

    public override object? VisitInvocation(IInvocationOperation operation, Frame frame)
    {
        var method = operation.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return CallDelegate(operation, frame);
        }

        if (DroppedCalls.IsDropped(operation))
        {
            return null;
        }

        if (method.MethodKind == MethodKind.LocalFunction || (IsOfThisProgram(method) && method.IsStatic))
        {
            var (values, shared) = SourceArguments(operation.Arguments, method, frame);
            return CallSource(method, values, shared, operation, frame);
        }

        if (IsOfThisProgram(method))
        {
            throw Refuse(operation, $"'{method.Name}' is a member of an object of the program's own type, which is not evaluated at compile time yet; make it a static helper that takes what it needs");
        }

        if (IsNullable(method.ContainingType))
        {
            return CallNullable(operation, frame);
        }

        var receiver = operation.Instance is null ? null : Receiver(operation.Instance, operation, frame);
        return CallHost(method, receiver, operation.Arguments, operation, frame);
    }

    /// <summary>Members of nullable values, which may be called on null.</summary>
    private object? CallNullable(IInvocationOperation operation, Frame frame)
    {
        var value = Evaluate(operation.Instance!, frame);
        switch (operation.TargetMethod.Name)
        {
            case nameof(Nullable<int>.GetValueOrDefault):
                var otherwise = operation.Arguments.IsEmpty
                    ? Activator.CreateInstance(TypeOf(operation.Type, operation, frame))
                    : Evaluate(operation.Arguments[0].Value, frame);
                return value ?? otherwise;
            case nameof(Equals):
                return Equals(value, Evaluate(operation.Arguments[0].Value, frame));
            case nameof(ToString):
                return Guard(operation, () => PlainText.Of(value));
            default:
                throw NotCallable(operation, operation.TargetMethod);
        }
    }

    public override object? VisitObjectCreation(IObjectCreationOperation operation, Frame frame)
    {
        if (operation.Constructor is null)
        {
            throw Abandon();
        }

        if (IsOfThisProgram(operation.Constructor))
        {
            throw Refuse(operation, Refusals.Type(operation.Type!));
        }

        if (operation.Type is { IsValueType: true } && operation.Arguments.IsEmpty && operation.Initializer is null)
        {
            return Activator.CreateInstance(TypeOf(operation.Type, operation, frame));
        }

        var made = CallHost(operation.Constructor, null, operation.Arguments, operation, frame);
        return operation.Initializer is null ? made : Initialise(made, operation.Initializer, frame);
    }

    public override object? VisitDelegateCreation(IDelegateCreationOperation operation, Frame frame)
    {
        if (operation.Target is IAnonymousFunctionOperation { Symbol.IsAsync: true })
        {
            throw Refuse(operation, "an asynchronous function cannot be evaluated at compile time; a definition is not asynchronous");
        }

        var type = TypeOf(operation.Type, operation, frame);
        switch (operation.Target)
        {
            case IAnonymousFunctionOperation lambda:
                return Closure(type, lambda.Symbol, lambda.Body, frame, operation);
            case IMethodReferenceOperation { Method.IsExtensionMethod: true, Instance: { } extended } extension:
                return OfExtension(type, extension.Method, Receiver(extended, operation, frame), operation, frame);
            case IMethodReferenceOperation { Method: var method } when method.MethodKind == MethodKind.LocalFunction || (IsOfThisProgram(method) && method.IsStatic):
                var captured = frame.Capture();
                return Delegates.Create(type, values => CallBack(operation, () => CallSource(method, [.. values], null, operation, captured)))
                    ?? throw Refuse(operation, Refusals.Type(operation.Type!));
            case IMethodReferenceOperation reference:
                var receiver = reference.Instance is null ? null : Receiver(reference.Instance, operation, frame);
                var member = Member(reference.Method, operation, frame);
                return Delegates.Create(type, values => Guard(operation, () => member.Invoke(receiver, values, budget)))
                    ?? throw Refuse(operation, Refusals.Type(operation.Type!));
            default:
                return Evaluate(operation.Target, frame);
        }
    }

    /// <summary>A function that is an extension method with the object that it extends, which is found once.</summary>
    private Delegate OfExtension(Type type, IMethodSymbol reduced, object extended, IOperation at, Frame frame)
    {
        var method = reduced.GetConstructedReducedFrom() ?? reduced;
        if (IsOfThisProgram(method))
        {
            return Delegates.Create(type, values => CallBack(at, () => CallSource(method, [extended, .. values], null, at, frame)))
                ?? throw Refuse(at, Refusals.Type(at.Type!));
        }

        var member = Member(method, at, frame);
        return Delegates.Create(type, values => Guard(at, () => member.Invoke(null, [extended, .. values], budget)))
            ?? throw Refuse(at, Refusals.Type(at.Type!));
    }

    /// <summary>Calls a static method, accessor or local function of the program.</summary>
    private object? CallSource(
        IMethodSymbol method, object?[] values, Variable?[]? shared, IOperation at, Frame caller)
    {
        if (method.IsAsync)
        {
            throw Refuse(at, $"'{method.Name}' is asynchronous; a definition is not, call a helper that returns at once");
        }

        var definition = SourceBodies.Definition(method);
        var body = bodies.OfMethod(method)
            ?? throw (bodies.IsErroneous(definition)
                ? Abandon()
                : Tell(EvaluationRules.HelperWithoutSource, at, $"'{method.Name}' has no body to evaluate; give it one in this project"));
        var frame = new Frame(definition, method.MethodKind == MethodKind.LocalFunction ? caller.Of(definition.ContainingSymbol) : null, TypeArguments(method, at, caller));
        for (var index = 0; index < values.Length; index++)
        {
            if (shared?[index] is { } variable)
            {
                frame.Alias(definition.Parameters[index], variable);
            }
            else
            {
                frame.Declare(definition.Parameters[index]).Value = values[index];
            }
        }

        return InCall(at, method.Name, () =>
        {
            ExecuteBody(body, frame);
            return ReferenceEquals(frame.Result, Unknown.Value) ? throw Abandon() : frame.Result;
        });
    }

    private Delegate Closure(Type type, IMethodSymbol function, IOperation body, Frame frame, IOperation at)
    {
        var captured = frame.Capture();
        return Delegates.Create(type, Invoke) ?? throw Refuse(at);

        object? Invoke(object?[] values) => CallBack(at, () =>
        {
            var inner = new Frame(function, captured, captured.TypeArguments);
            for (var index = 0; index < values.Length; index++)
            {
                inner.Declare(function.Parameters[index]).Value = values[index];
            }

            ExecuteBody(body, inner);
            return ReferenceEquals(inner.Result, Unknown.Value) ? throw Abandon() : inner.Result;
        });
    }

    /// <summary>Runs when a builder or a query calls back. What fails here is ours, not theirs.</summary>
    private object? CallBack(IOperation function, Func<object?> body)
    {
        try
        {
            Spend(function);
            budget.EnterCall();
            try
            {
                return body();
            }
            finally
            {
                budget.LeaveCall();
            }
        }
        catch (BudgetExceededException exceeded)
        {
            throw Stop(findings.InnermostCall ?? function.Syntax, exceeded.Message);
        }
        catch (Exception exception) when (!IsSignal(exception))
        {
            throw Fault(function, exception);
        }
    }

    private T InCall<T>(IOperation at, string called, Func<T> body)
    {
        try
        {
            budget.EnterCall();
        }
        catch (BudgetExceededException exceeded)
        {
            throw Stop(at, exceeded.Message);
        }

        var outer = innermostLoopOrCall;
        innermostLoopOrCall = outer ?? at;
        findings.Enter(at.Syntax, called);
        try
        {
            return body();
        }
        finally
        {
            findings.Leave();
            innermostLoopOrCall = outer;
            budget.LeaveCall();
        }
    }

    private object? CallDelegate(IInvocationOperation operation, Frame frame)
    {
        var function = Evaluate(operation.Instance!, frame) as Delegate ?? throw Null(operation);
        var arguments = Arguments(operation.TargetMethod.Parameters, operation.Arguments, frame);
        return InCall(operation, "the function", () => Guard(operation, () => Delegates.Call(function, arguments.Values)));
    }

    private object? CallHost(
        IMethodSymbol method, object? receiver, IEnumerable<IArgumentOperation> written, IOperation at, Frame frame)
    {
        var member = Member(method, at, frame);
        var arguments = Arguments(method.Parameters, written, frame);
        var result = CallHost(member, receiver, arguments, at);
        foreach (var argument in written)
        {
            // The real method wrote its result into the array of arguments.
            if (argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref } parameter)
            {
                Assign(argument.Value, arguments.Values[parameter.Ordinal], frame);
            }
        }

        return result;
    }

    private object? CallHost(IMethodSymbol method, object? receiver, CallArguments arguments, IOperation at, Frame frame) =>
        CallHost(Member(method, at, frame), receiver, arguments, at);

    private object? CallHost(HostMember member, object? receiver, CallArguments arguments, IOperation at) => Guard(at, () =>
    {
        KeepShared(SharedObjects.ChangedBy(member, receiver, arguments.Values), at);
        if (!member.IsOwn)
        {
            return member.Invoke(receiver, arguments.Values, budget);
        }

        var site = new CallSite(SourceSpans.Of(at.Syntax.SyntaxTree, SourceSpans.OfCall(at.Syntax)), arguments.Spans);
        return CallSite.Run(site, () => member.Invoke(receiver, arguments.Values, budget));
    });

    private HostMember Member(IMethodSymbol method, IOperation at, Frame frame) =>
        members.Find(method, frame.TypeArguments) ?? throw NotCallable(at, method.AssociatedSymbol ?? method);

    private StatementAbandonedException NotCallable(IOperation at, ISymbol member)
    {
        if (member.ContainingType is { TypeKind: TypeKind.Error })
        {
            return Abandon();
        }

        return HostTypes.IsOwn(member)
            ? Tell(EvaluationRules.EvaluatorFault, at, $"the compiler's NetDsl has no '{member.ToDisplayString(CallableMembers.NameFormat)}'; reference the package version that the compiler loads")
            : CallableMembers.IsBaseLibrary(member)
                ? Tell(EvaluationRules.MemberNotCallable, at, CallableMembers.Refusal(member))
                : Tell(
                    EvaluationRules.HelperWithoutSource,
                    at,
                    $"'{member.ToDisplayString(CallableMembers.NameFormat)}' is compiled in '{member.ContainingAssembly?.Name}', where its source cannot be read; move the helper into this project");
    }

    private object Receiver(IOperation instance, IOperation at, Frame frame)
    {
        var receiver = Evaluate(instance, frame);
        return receiver ?? throw Null(at);
    }

    private (object?[] Values, Variable?[]? Shared) SourceArguments(
        IEnumerable<IArgumentOperation> arguments, IMethodSymbol method, Frame frame)
    {
        var values = new object?[method.Parameters.Length];
        Variable?[]? shared = null;
        foreach (var argument in arguments)
        {
            var ordinal = argument.Parameter!.Ordinal;
            if (argument.Parameter.RefKind is RefKind.Out or RefKind.Ref)
            {
                shared ??= new Variable?[values.Length];
                shared[ordinal] = argument.Value is IDiscardOperation
                    ? new Variable()
                    : Place(argument.Value, frame).Variable
                        ?? throw Refuse(argument.Value, "only a variable can be passed by reference at compile time; copy the element into one");
            }
            else
            {
                values[ordinal] = Argument(argument, frame);
            }
        }

        return (values, shared);
    }

    /// <summary>Evaluates arguments in the order in which they are written.</summary>
    private CallArguments Arguments(
        IReadOnlyList<IParameterSymbol> parameters, IEnumerable<IArgumentOperation> arguments, Frame frame)
    {
        var values = new object?[parameters.Count];
        var spans = new Dictionary<string, SourceSpan>();
        foreach (var argument in arguments)
        {
            var parameter = argument.Parameter!;
            if (parameter.RefKind is RefKind.Out)
            {
                continue;
            }

            var value = Argument(argument, frame);
            values[parameter.Ordinal] = value;
            if (argument.ArgumentKind != ArgumentKind.DefaultValue)
            {
                spans[parameter.Name] = SpanOf(argument, value);
            }
        }

        return new CallArguments(values, spans);
    }

    private object? Argument(IArgumentOperation argument, Frame frame)
    {
        var value = Evaluate(argument.Value, frame);
        return argument.ArgumentKind == ArgumentKind.DefaultValue && bodies.ConstantText(argument.Parameter!.OriginalDefinition) is { } text
            ? provenance.Mark(value, text)
            : value;
    }

    /// <summary>The text of an argument: where its value was written, when all that stands here is a name for it.</summary>
    private SourceSpan SpanOf(IArgumentOperation argument, object? value)
    {
        var written = Written(argument.Value);
        var isName = written is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation
            or IPropertyReferenceOperation or IArrayElementReferenceOperation or IConditionalOperation or ICoalesceOperation;
        return SourceSpans.Of(isName && provenance.Find(value) is { } literal ? literal : written.Syntax);
    }

    private IReadOnlyDictionary<ITypeParameterSymbol, Type> TypeArguments(IMethodSymbol method, IOperation at, Frame caller)
    {
        var outer = method.MethodKind == MethodKind.LocalFunction ? caller.TypeArguments : Frame.NoTypeArguments;
        if (method.TypeArguments.IsEmpty && method.ContainingType is not { IsGenericType: true })
        {
            return outer;
        }

        var arguments = outer.ToDictionary(
            entry => entry.Key, entry => entry.Value, (IEqualityComparer<ITypeParameterSymbol>)SymbolEqualityComparer.Default);
        var definition = method.OriginalDefinition;
        var pairs = definition.TypeParameters.Zip(method.TypeArguments, (parameter, argument) => (parameter, argument))
            .Concat(definition.ContainingType.TypeParameters.Zip(method.ContainingType.TypeArguments, (parameter, argument) => (parameter, argument)));
        foreach (var (parameter, argument) in pairs)
        {
            arguments[parameter] = TypeOf(argument, at, caller);
        }

        return arguments;
    }

    /// <summary>The expression that the user wrote, without conversions that the compiler added.</summary>
    private static IOperation Written(IOperation operation) =>
        operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion ? Written(conversion.Operand) : operation;
}
