using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Translation;

/// <content>Functions that become values, and which of them are the same.</content>
internal sealed partial class Translator
{
    public override Value VisitDelegateCreation(IDelegateCreationOperation operation, object? argument)
    {
        var at = operation.Syntax;
        if (operation.Target is IAnonymousFunctionOperation { Symbol.IsAsync: true })
        {
            throw Refused(at, "an asynchronous function cannot be evaluated at compile time; a definition is not asynchronous");
        }

        var type = TypeOf(operation.Type, operation);
        if (!typeof(Delegate).IsAssignableFrom(type) || type.IsAbstract)
        {
            throw Refused(at, Refusals.Type(operation.Type!));
        }

        switch (operation.Target)
        {
            case IAnonymousFunctionOperation lambda:
                return LambdaValue(type, lambda);
            case IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } reference:
                return LocalFunctionValue(type, reference, at);
            case IMethodReferenceOperation reference when Types.IsOfThisProgram(reference.Method):
                return OwnMethodGroup(type, reference, at);
            case IMethodReferenceOperation reference:
                return HostMethodGroup(type, reference, at);
            default:
                var value = Translate(operation.Target);
                return frame =>
                {
                    var called = value(frame) as Delegate
                        ?? throw interpreter.Throw(at, new ArgumentException("Delegate to an instance method cannot have null 'this'."));
                    return interpreter.Function(
                        new FunctionIdentity(type, nameof(Action.Invoke), TypeEnvironment.Empty, called), null, () => Delegates.Create(type, values => Delegates.Call(called, values)));
                };
        }
    }

    /// <summary>
    /// A lambda. The compiler keeps one that captures nothing, and one in a loop or another lambda with the variables around them that it
    /// captures.
    /// </summary>
    private Value LambdaValue(Type type, IAnonymousFunctionOperation lambda)
    {
        var code = Lambda(lambda);
        var byReference = References(lambda.Symbol);
        var captures = new FunctionCaptures(this, lambda);
        Value make = frame => Function(type, code, frame.Scope, frame.Self, byReference);
        if (captures.Innermost is { } captured)
        {
            var hops = scope!.Depth - captured.Depth;
            var isKept = IsRepeated(lambda.Syntax, captured.Syntax);
            return frame =>
            {
                var variables = VariableAccess.Find(frame, hops);
                for (var known = variables.Functions; known is not null; known = known.Next)
                {
                    if (known.Code == code)
                    {
                        return isKept ? known.Value : Delegates.Again(known.Value);
                    }
                }

                var made = (Delegate)make(frame)!;
                variables.Functions = new ScopedFunction(code, made, variables.Functions);
                return made;
            };
        }

        if (captures.IsOfThis)
        {
            return frame => interpreter.Function(new FunctionIdentity(type, code, TypeEnvironment.Empty, frame.Self), null, () => (Delegate)make(frame)!);
        }

        Delegate? only = null;
        var isShared = staticConstructor is null && !isStaticInitialiser;
        return frame => only is null ? only = (Delegate)make(frame)! : isShared ? only : Delegates.Again(only);
    }

    private Value LocalFunctionValue(Type type, IMethodReferenceOperation reference, SyntaxNode at)
    {
        var local = FindLocalFunction(reference.Method) ?? throw Abandoned();
        var closure = ClosureOf(local);
        var byReference = References(reference.Method);
        var captures = new FunctionCaptures(this, local.Operation);
        var capturedHops = captures.Innermost is { } captured ? scope!.Depth - captured.Depth : 0;
        var inner = local.Home.environment.With(TypeArguments(local.Operation.Symbol, reference.Method, at));
        var keeper = local.Operation.Symbol.IsStatic ? KeeperOf(reference) : null;
        return frame =>
        {
            var target = captures.Innermost is not null ? VariableAccess.Find(frame, capturedHops) : captures.IsOfThis ? frame.Self : null;
            var around = closure(frame);
            return interpreter.Function(
                new FunctionIdentity(type, local.Operation.Symbol, inner, target),
                keeper,
                () => Function(type, LocalFunctionCode(local, reference.Method, at), around, frame.Self, byReference));
        };
    }

    /// <summary>Whether a function stands in a loop, or in another lambda, inside of what declares the variables that it captures.</summary>
    private static bool IsRepeated(SyntaxNode function, SyntaxNode around)
    {
        for (var node = function.Parent; node is not null && node != around; node = node.Parent)
        {
            if (node is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or LambdaExpressionSyntax)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Where the compiler keeps the delegate of a static method: in the type around, or in the method where type parameters of it matter.
    /// </summary>
    private FunctionKeeper? KeeperOf(IMethodReferenceOperation reference)
    {
        if (RunsOnce)
        {
            return null;
        }

        ISymbol? around = reference.SemanticModel?.GetEnclosingSymbol(reference.Syntax.SpanStart);
        while (around is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
        {
            around = around.ContainingSymbol;
        }

        if (around is null)
        {
            return null;
        }

        ISymbol home = around is INamedTypeSymbol ? around : around.ContainingType;
        var names = new[] { reference.Parent?.Type, reference.Method.ContainingType }.Concat(reference.Method.TypeArguments);
        return names.Any(NamesParameterOfMethod)
            ? new FunctionKeeper(around.OriginalDefinition, environment)
            : new FunctionKeeper(home.OriginalDefinition, EnvironmentOf((INamedTypeSymbol)home, reference.Syntax));
    }

    /// <summary>Whether this is in a static constructor or what a static starts with, for which the compiler keeps no methods.</summary>
    private bool RunsOnce => isStaticInitialiser || staticConstructor is not null || outer is { RunsOnce: true };

    private static bool NamesParameterOfMethod(ITypeSymbol? type) => type switch
    {
        ITypeParameterSymbol parameter => parameter.TypeParameterKind == TypeParameterKind.Method,
        IArrayTypeSymbol array => NamesParameterOfMethod(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(NamesParameterOfMethod) || NamesParameterOfMethod(named.ContainingType),
        _ => false,
    };

    private static bool[]? References(IMethodSymbol function) => function.Parameters.Any(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out)
        ? [.. function.Parameters.Select(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out)]
        : null;

    private Delegate Function(Type type, Code code, Scope? closure, object? self, bool[]? byReference) => Delegates.Create(type, values =>
        interpreter.CallBack(code, byReference is null ? values : Places(values, byReference), closure, self));

    /// <summary>
    /// Parameters that are passed by reference: the places that the program passes; of what the base library calls, places in the array,
    /// from which they are read afterwards.
    /// </summary>
    private static object?[] Places(object?[] values, bool[] byReference)
    {
        var passed = new object?[values.Length];
        for (var index = 0; index < values.Length; index++)
        {
            passed[index] = byReference[index] && values[index] is not Interpretation.Place ? new VariablePlace(values, index) : values[index];
        }

        return passed;
    }

    private Value OwnMethodGroup(Type type, IMethodReferenceOperation reference, SyntaxNode at)
    {
        var method = reference.Method;
        var references = References(method);
        if (reference.Instance is null || method.IsStatic || method.IsExtensionMethod)
        {
            var called = Unreduced(reference);
            var invoke = StaticMethod(called, at, reference.ConstrainedToType);
            var extended = called.IsExtensionMethod && reference.Instance is not null ? Translate(reference.Instance) : null;
            var identity = IdentityOf(type, called, at);
            var keeper = extended is null ? KeeperOf(reference) : null;
            var isBoxed = extended is not null && IsStruct(reference.Instance!.Type);
            return frame =>
            {
                var first = extended?.Invoke(frame);
                return interpreter.Function(identity with { Target = isBoxed ? new Copied(null) : first }, keeper, () => Delegates.Create(type, values => interpreter.InCallBack(() =>
                    invoke(null, [.. extended is null ? [] : new[] { first }, .. references is null ? values : Places(values, references)]))));
            };
        }

        var receiver = Translate(reference.Instance);
        var instanceMethod = Method(method, at, IsVirtual(reference.Instance));
        var declaring = method.ContainingType.TypeKind == TypeKind.Interface ? TypeOf(method.ContainingType, at) : null;
        var own = TypeEnvironment.Empty.With(TypeArguments(method.OriginalDefinition, method, at));
        var isCopied = IsStruct(reference.Instance.Type);
        return frame =>
        {
            // Of a struct, a copy that all calls share.
            var self = new Copied(receiver(frame) ?? throw interpreter.Null(at));
            var answering = interpreter.Answering(method, declaring, self.Value!, IsVirtual(reference.Instance));
            return interpreter.Function(new FunctionIdentity(type, answering.Definition, own, isCopied ? new Copied(null) : self.Value), null, () => Delegates.Create(type, values =>
                interpreter.InCallBack(() => instanceMethod(self, [.. references is null ? values : Places(values, references)]))));
        };
    }

    private Value HostMethodGroup(Type type, IMethodReferenceOperation reference, SyntaxNode at)
    {
        var called = Unreduced(reference);
        var call = HostCall(called, reference);
        var receiver = reference.Instance is null ? null : Translate(reference.Instance);
        var identity = IdentityOf(type, called, at);
        var keeper = receiver is null ? KeeperOf(reference) : null;
        var isCopied = reference.Instance is not null && IsStruct(reference.Instance.Type);
        return frame =>
        {
            var self = receiver is null ? null : receiver(frame) ?? throw interpreter.Null(at);
            return interpreter.Function(identity with { Target = isCopied ? new Copied(null) : self }, keeper, () => Delegates.Create(type, passed => Delegates.ByValue(passed, values => called.IsExtensionMethod && self is not null
                ? call(null, new CallArguments([self, .. values], null))
                : call(self, new CallArguments(values, null)))));
        };
    }

    /// <summary>The method that is meant; where an extension is called on something, the static one that takes it first.</summary>
    private static IMethodSymbol Unreduced(IMethodReferenceOperation reference) => reference is { Instance: not null, Method: { IsExtensionMethod: true } extension }
        ? extension.GetConstructedReducedFrom() ?? extension
        : reference.Method;

    private FunctionIdentity IdentityOf(Type type, IMethodSymbol method, SyntaxNode at) => new(
        type,
        method.OriginalDefinition,
        EnvironmentOf(method.ContainingType, at).With(TypeArguments(method.OriginalDefinition, method, at)),
        null);

    /// <summary>What a function reads and writes that is not its own, by itself or through local functions.</summary>
    private sealed class FunctionCaptures
    {
        private readonly Translator translator;
        private readonly HashSet<ISymbol> inside = new(SymbolEqualityComparer.Default);
        private readonly HashSet<ISymbol> variables = new(SymbolEqualityComparer.Default);

        public FunctionCaptures(Translator translator, IOperation function)
        {
            this.translator = translator;
            Walk(function);
            foreach (var variable in variables.Where(variable => !inside.Contains(variable.ContainingSymbol)))
            {
                if (variable is IParameterSymbol parameter && translator.PrimaryField(parameter) is not null)
                {
                    IsOfThis = true;
                }
                else if (translator.Find(variable).Scope is { } declaring && (Innermost is null || declaring.Depth > Innermost.Depth))
                {
                    Innermost = declaring;
                }
            }
        }

        /// <summary>The innermost of the scopes that it captures variables of; nothing where it captures none.</summary>
        public ScopeLayout? Innermost { get; }

        /// <summary>Whether it means <c>this</c>.</summary>
        public bool IsOfThis { get; private set; }

        private void Walk(IOperation function)
        {
            foreach (var operation in function.DescendantsAndSelf())
            {
                switch (operation)
                {
                    case ILocalReferenceOperation { Local.IsConst: false } local:
                        variables.Add(local.Local);
                        break;
                    case IParameterReferenceOperation parameter:
                        variables.Add(parameter.Parameter);
                        break;
                    case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                        IsOfThis = true;
                        break;
                    case IAnonymousFunctionOperation lambda:
                        inside.Add(lambda.Symbol);
                        break;
                    case ILocalFunctionOperation local:
                        inside.Add(local.Symbol);
                        break;
                    case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called }:
                        Follow(called);
                        break;
                    case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } called }:
                        Follow(called);
                        break;
                }
            }
        }

        private void Follow(IMethodSymbol called)
        {
            if (!inside.Contains(called.OriginalDefinition) && translator.FindLocalFunction(called) is { } local)
            {
                Walk(local.Operation);
            }
        }
    }
}
