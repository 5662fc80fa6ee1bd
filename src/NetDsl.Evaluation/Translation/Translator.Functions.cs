using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Translation;

/// <content>Functions: methods, accessors, local functions, lambdas, and initialisers.</content>
internal sealed partial class Translator
{
    private readonly Dictionary<IMethodSymbol, LocalFunction> localFunctions = new(SymbolEqualityComparer.Default);

    private bool returnsReference;

    /// <summary>A method, accessor or operator; nothing where it has no body.</summary>
    public static Code? Method(Interpreter interpreter, IMethodSymbol definition, TypeEnvironment environment)
    {
        if (definition.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor)
        {
            return Constructor(interpreter, definition, environment);
        }

        var body = interpreter.Bodies.OfMethod(definition);
        if (body is null || BlockOf(body) is not { } block)
        {
            return Intrinsics.Of(interpreter, definition, environment);
        }

        var translator = new Translator(interpreter, environment, null, CapturedVariables.Of([body]), definition.IsStatic ? null : definition.ContainingType);
        return translator.Function(definition, block, body.Syntax);
    }

    /// <summary>What a static field or property starts with; nothing where it has no initialiser.</summary>
    public static Initialiser? StaticInitialiser(Interpreter interpreter, ISymbol symbol, TypeEnvironment environment)
    {
        if (interpreter.Bodies.OfInitialiser(symbol) is not ISymbolInitializerOperation initialiser)
        {
            return null;
        }

        var translator = new Translator(interpreter, environment, null, CapturedVariables.Of([initialiser]), null) { isStaticInitialiser = true };
        var code = new Code(symbol.Name);
        translator.OpenRoot(code, initialiser.Syntax);
        var value = translator.Translate(initialiser.Value);
        code.Slots = translator.slots;
        return new Initialiser(code, value);
    }

    private static IBlockOperation? BlockOf(IOperation body) =>
        body is IMethodBodyBaseOperation method ? method.BlockBody ?? method.ExpressionBody : body as IBlockOperation;

    private Code Function(IMethodSymbol definition, IBlockOperation block, SyntaxNode syntax)
    {
        var code = new Code(definition.Name);
        slots = definition.Parameters.Length;
        returnsReference = definition.ReturnsByRef || definition.ReturnsByRefReadonly;
        OpenRoot(code, syntax, definition);
        for (var index = 0; index < definition.Parameters.Length; index++)
        {
            DeclareParameter(definition.Parameters[index], index, code);
        }

        code.Body = List(block.Operations, block.Locals, block.Syntax);
        code.Slots = slots;
        if (IsIterator(definition, block))
        {
            code.Sequence = SequenceOf(definition.ReturnType, block.Syntax);
        }

        return code;
    }

    private void DeclareParameter(IParameterSymbol parameter, int slot, Code code)
    {
        var isReference = parameter.RefKind is not RefKind.None;
        if (IsReadOnly(parameter))
        {
            code.ReadOnlyReferences.Add(slot);
        }

        if (captured.Contains(parameter))
        {
            var variable = new Variable { Symbol = parameter, Scope = root, Slot = root!.Count++, IsReference = isReference };
            code.CapturedParameters.Add((slot, variable.Slot));
            variables[parameter] = variable;
        }
        else
        {
            variables[parameter] = new Variable { Symbol = parameter, Slot = slot, IsReference = isReference };
        }
    }

    /// <summary>Whether a parameter is a reference that is only read, for which the caller may pass any value.</summary>
    private static bool IsReadOnly(IParameterSymbol parameter) => parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter;

    /// <summary>The scope of the function itself, which is there when anything in it is captured.</summary>
    private void OpenRoot(Code code, SyntaxNode syntax, ISymbol? function = null)
    {
        if (outer is null ? captured.Count > 0 : captured.Any(variable => SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function)))
        {
            root = scope = new ScopeLayout((scope?.Depth ?? 0) + 1, syntax);
            code.Scope = root;
        }
    }

    private static bool IsIterator(IMethodSymbol definition, IBlockOperation block) =>
        definition.ReturnType.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_IEnumerator_T
            or SpecialType.System_Collections_IEnumerable or SpecialType.System_Collections_IEnumerator
        && HasYield(block);

    private static bool HasYield(IOperation operation) =>
        operation is IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak }
        || (operation is not (IAnonymousFunctionOperation or ILocalFunctionOperation) && operation.ChildOperations.Any(HasYield));

    private Func<Code, object?, object?[], Scope?, object> SequenceOf(ITypeSymbol returned, SyntaxNode at)
    {
        var element = returned is INamedTypeSymbol { TypeArguments: [var argument] } ? TypeOf(argument, at) : typeof(object);
        var isWalk = returned.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerator_T or SpecialType.System_Collections_IEnumerator;
        var type = (isWalk ? typeof(IteratorRun<>) : typeof(IteratorSequence<>)).MakeGenericType(element);
        return (code, self, arguments, closure) => Activator.CreateInstance(type, interpreter, code, self, arguments, closure)!;
    }

    /// <summary>A local function, made ready when it is called first.</summary>
    private Code LocalFunctionCode(LocalFunction local, IMethodSymbol method, SyntaxNode at)
    {
        var definition = local.Operation.Symbol;
        if (definition.IsAsync)
        {
            throw Refused(at, $"'{definition.Name}' is asynchronous; a definition is not, call a helper that returns at once");
        }

        var inner = local.Home.environment.With(TypeArguments(definition, method, at));
        if (!local.Codes.TryGetValue(inner, out var code))
        {
            var block = local.Operation.Body ?? local.Operation.IgnoredBody ?? throw Abandoned();
            var translator = new Translator(interpreter, inner, local.Home, captured, containing) { scope = local.Scope };
            code = new Code(definition.Name);
            local.Codes.Add(inner, code);
            var made = translator.Function(definition, block, local.Operation.Syntax);
            (code.Slots, code.Scope, code.Body, code.Sequence) = (made.Slots, made.Scope, made.Body, made.Sequence);
            code.CapturedParameters.AddRange(made.CapturedParameters);
            code.ReadOnlyReferences.AddRange(made.ReadOnlyReferences);
        }

        return code;
    }

    /// <summary>What the type parameters of a method stand for where it is called.</summary>
    private (ITypeParameterSymbol Parameter, Type Type)[] TypeArguments(IMethodSymbol definition, IMethodSymbol method, SyntaxNode at) =>
        [.. definition.TypeParameters.Zip(method.TypeArguments, (parameter, argument) => (parameter, TypeOf(argument, at)))];

    /// <summary>The variables around the declaration of a local function, seen from here.</summary>
    private Func<Frame, Scope?> ClosureOf(LocalFunction local)
    {
        var hops = (scope?.Depth ?? 0) - (local.Scope?.Depth ?? 0);
        return hops == 0 ? static frame => frame.Scope : frame => VariableAccess.Find(frame, hops - 1).Outer;
    }

    private LocalFunction? FindLocalFunction(IMethodSymbol method)
    {
        for (var translator = this; translator is not null; translator = translator.outer)
        {
            if (translator.localFunctions.TryGetValue(method.OriginalDefinition, out var local))
            {
                return local;
            }
        }

        return null;
    }

    private Code Lambda(IAnonymousFunctionOperation lambda)
    {
        var translator = new Translator(interpreter, environment, this, captured, containing);
        var code = translator.Function(lambda.Symbol, lambda.Body, lambda.Syntax);
        code.Syntax = lambda.Syntax;
        return code;
    }

    /// <summary>A local function, where it is declared, and its code by type arguments.</summary>
    private sealed class LocalFunction(ILocalFunctionOperation operation, Translator home, ScopeLayout? scope)
    {
        public ILocalFunctionOperation Operation { get; } = operation;

        public Translator Home { get; } = home;

        public ScopeLayout? Scope { get; } = scope;

        public Dictionary<TypeEnvironment, Code> Codes { get; } = [];
    }
}

/// <summary>The value that a static starts with.</summary>
internal sealed class Initialiser(Code code, Value value)
{
    public object? Evaluate() => value(code.Frame(new object?[code.Slots], null, null));
}
