using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Evaluation.Source;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Translation;

/// <summary>Calls a method on the object in a place, with one value a parameter; what is passed by reference is a place.</summary>
internal delegate object? Invoker(Place? self, object?[] arguments);

/// <content>Calls of the program's own functions, and of functions that are values.</content>
internal sealed partial class Translator
{
    public override Value VisitInvocation(IInvocationOperation operation, object? argument)
    {
        var method = operation.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return CallDelegate(operation);
        }

        if (DroppedCalls.IsDropped(operation))
        {
            return static _ => null;
        }

        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return CallLocal(operation);
        }

        if (Types.IsOfThisProgram(method))
        {
            var called = CallOwn(method, operation.Instance, operation.Arguments, operation, operation.ConstrainedToType);
            return method.ReturnsByRef || method.ReturnsByRefReadonly ? frame => (called(frame) as Place)?.Value : called;
        }

        if (IsNullable(method.ContainingType))
        {
            return CallNullable(operation);
        }

        if (SpecialCalls.Find(method) is { } special)
        {
            return special(this, operation);
        }

        return CallHost(method, operation.Instance, operation.Arguments, operation);
    }

    /// <summary>Members of nullable values, which may be called on null.</summary>
    private Value CallNullable(IInvocationOperation operation)
    {
        var at = operation.Syntax;
        if (operation.TargetMethod.Name == nameof(ToString))
        {
            var value = Translate(operation.Instance!);
            return frame =>
            {
                var shown = value(frame);
                interpreter.At = at;
                return PlainText.Of(shown);
            };
        }

        // What is passed is evaluated, whether it is needed or not, and may assign to the variable.
        var passed = operation.Arguments.IsEmpty ? Zero(operation.Type, operation) : Translate(operation.Arguments[0].Value);
        var receiver = ReceiverPlace(operation.Instance!, operation.Arguments) is { } variable
            ? variable
            : Copy(Translate(operation.Instance!));
        switch (operation.TargetMethod.Name)
        {
            case nameof(Nullable<int>.GetValueOrDefault):
                return frame => Both(frame, static (present, otherwise) => present ?? otherwise);
            case nameof(Equals):
                return frame => Both(frame, static (one, other) => Equals(one, other));
            default:
                throw NotCallable(at, operation.TargetMethod);
        }

        object? Both(Frame frame, Func<object?, object?, object?> combine)
        {
            var place = receiver(frame);
            var second = passed(frame);
            var first = place.Value;
            return ReferenceEquals(first, Unknown.Value) ? throw interpreter.Abandon() : combine(first, second);
        }
    }

    private Value Zero(ITypeSymbol? type, IOperation at)
    {
        var zero = Types.Zero(TypeOf(type, at));
        return _ => zero;
    }

    private Value CallDelegate(IInvocationOperation operation)
    {
        var function = Translate(operation.Instance!);
        var at = operation.Syntax;
        var arguments = operation.Arguments.OrderBy(passed => passed.Parameter!.Ordinal).ToArray();
        var order = operation.Arguments.Select(passed => Array.IndexOf(arguments, passed)).ToArray();
        var values = operation.Arguments.Select(OwnArgument).ToArray();
        return frame =>
        {
            var called = (Delegate?)function(frame);
            var passed = new object?[order.Length];
            for (var index = 0; index < order.Length; index++)
            {
                passed[order[index]] = values[index](frame);
            }

            return interpreter.InFunction(at, "the function", called ?? throw interpreter.Null(at), passed);
        };
    }

    private Value CallLocal(IInvocationOperation operation, bool wantsPlace = false)
    {
        var method = operation.TargetMethod;
        var at = operation.Syntax;
        var local = FindLocalFunction(method) ?? throw Abandoned();
        var closure = ClosureOf(local);
        var arguments = OwnArguments(method.Parameters, operation.Arguments);
        Code? code = null;
        Value called = frame =>
        {
            code ??= LocalFunctionCode(local, method, at);
            var slots = arguments(frame);
            return interpreter.Call(code, Fit(slots, code), closure(frame), frame.Self, at);
        };
        return (method.ReturnsByRef || method.ReturnsByRefReadonly) && !wantsPlace ? frame => (called(frame) as Place)?.Value : called;
    }

    private static object?[] Fit(object?[] arguments, Code code)
    {
        if (arguments.Length >= code.Slots)
        {
            return arguments;
        }

        var slots = new object?[code.Slots];
        Array.Copy(arguments, slots, arguments.Length);
        return slots;
    }

    private static bool IsVirtual(IOperation? instance) =>
        instance is not IInstanceReferenceOperation { Syntax: BaseExpressionSyntax };

    /// <summary>Calls a method of the program.</summary>
    private Value CallOwn(
        IMethodSymbol method, IOperation? instance, IReadOnlyList<IArgumentOperation> written, IOperation operation, ITypeSymbol? constrainedTo, bool wantsPlace = false)
    {
        var at = operation.Syntax;
        if (method.ContainingType is { TypeKind: TypeKind.Delegate })
        {
            throw Refused(operation);
        }

        if (ExtensionBlocks.Implemented(method) is { } member)
        {
            return CallImplemented(member, method, written, at);
        }

        var extended = ExtensionBlocks.Parameter(method.ContainingType);
        var isExtension = extended is not null;
        var arguments = OwnArguments(method.Parameters, written);
        if (instance is null || (method.IsStatic && !isExtension))
        {
            var call = StaticMethod(method, at, constrainedTo);
            return frame => call(null, arguments(frame));
        }

        var invoke = Method(method, at, IsVirtual(instance));
        if (extended is not { RefKind: RefKind.None } && IsStruct(instance.Type))
        {
            // A method of a struct may change the struct where it is.
            var holder = HolderPlace(instance, method.IsReadOnly);
            return frame =>
            {
                var place = holder(frame);
                return invoke(place, arguments(frame));
            };
        }

        var receiver = Translate(instance);
        return isExtension
            ? frame => invoke(new Copied(receiver(frame)), arguments(frame))
            : frame =>
            {
                var self = receiver(frame);
                var values = arguments(frame);
                return invoke(Held(self ?? throw interpreter.Null(at)), values);
            };
    }

    /// <summary>A member of an extension block that is called as the static method that C# makes of it.</summary>
    private Value CallImplemented(IMethodSymbol member, IMethodSymbol method, IReadOnlyList<IArgumentOperation> written, SyntaxNode at)
    {
        var arguments = OwnArguments(method.Parameters, written);
        var parameters = member.ContainingType.TypeParameters.Concat(member.TypeParameters);
        var inner = TypeEnvironment.Empty.With([.. parameters.Zip(method.TypeArguments, (parameter, argument) => (parameter, TypeOf(argument, at)))]);
        return frame =>
        {
            var code = interpreter.CodeOf(SourceBodies.Definition(member), inner, at);
            var values = arguments(frame);
            return member.IsStatic
                ? interpreter.Call(code, Fit(values, code), null, null, at)
                : interpreter.Call(code, Fit([.. values.Skip(1)], code), null, values[0], at);
        };
    }

    /// <summary>A method that is called with values that are there already.</summary>
    private Invoker Method(IMethodSymbol method, SyntaxNode at, bool isVirtual = true)
    {
        if (!Types.IsOfThisProgram(method))
        {
            var host = HostCall(method, at);
            return (self, arguments) => host(self?.Value, new CallArguments(arguments, null));
        }

        if (method.IsStatic && ExtensionBlocks.Parameter(method.ContainingType) is null)
        {
            return StaticMethod(method, at, null);
        }

        if (ExtensionBlocks.Parameter(method.ContainingType) is not null)
        {
            return StaticMethod(method, at, null);
        }

        var declaring = method.ContainingType.TypeKind == TypeKind.Interface ? TypeOf(method.ContainingType, at) : null;
        var own = method.TypeArguments.Select(type => TypeOf(type, at)).ToList();
        UserType? last = null;
        Code? code = null;
        return (self, arguments) =>
        {
            var value = self!.Value;
            if (ReferenceEquals(value, Unknown.Value))
            {
                throw interpreter.Abandon();
            }

            var type = Types.Of(value);
            if (type is null || !ReferenceEquals(type, last))
            {
                if (value is null)
                {
                    throw interpreter.Null(at);
                }

                var answering = interpreter.Answering(method, declaring, value, isVirtual);
                var definition = SourceBodies.Definition(answering.Definition);
                var inner = (answering.Owner?.Environment ?? TypeEnvironment.Empty).With([.. definition.TypeParameters.Zip(own, (parameter, argument) => (parameter, argument))]);
                code = interpreter.CodeOf(definition, inner, at);
                last = type;
            }

            return interpreter.Call(code!, Fit(arguments, code!), null, type!.IsStruct ? self : value, at);
        };
    }

    private Invoker StaticMethod(IMethodSymbol method, SyntaxNode at, ITypeSymbol? constrainedTo)
    {
        if (constrainedTo is not null && method.IsAbstract | method.IsVirtual)
        {
            return Constrained(method, at, TypeOf(constrainedTo, at));
        }

        if (constrainedTo is null && method.IsAbstract)
        {
            throw Abandoned();
        }

        var definition = SourceBodies.Definition(method);
        var around = EnvironmentOf(method.ContainingType, at);
        var starts = UserType.StaticConstructor(definition.ContainingType) is not null;
        var inner = around.With(TypeArguments(definition, method, at));
        Code? code = null;
        return (self, arguments) =>
        {
            if (starts)
            {
                interpreter.Start(definition.ContainingType, around, at);
            }

            code ??= interpreter.CodeOf(definition, inner, at);
            return interpreter.Call(code, Fit(arguments, code), null, self, at);
        };
    }

    /// <summary>A static member of an interface, called on a type that implements it.</summary>
    private Invoker Constrained(IMethodSymbol method, SyntaxNode at, Type type)
    {
        var declaring = TypeOf(method.ContainingType, at);
        if (Types.Of(type)?.Implementation(method, declaring) is not { } found)
        {
            throw Refused(at, $"'{method.Name}' is not known of this type at compile time; call it on the type itself");
        }

        var code = new Lazy<Code>(() => interpreter.CodeOf(SourceBodies.Definition(found.Definition), found.Owner?.Environment ?? TypeEnvironment.Empty, at));
        return (_, arguments) => interpreter.Call(code.Value, Fit(arguments, code.Value), null, null, at);
    }

    /// <summary>
    /// Evaluates arguments in the order in which they are written. One that cannot be evaluated is unknown to the function, which goes
    /// on with what does not depend on it.
    /// </summary>
    private Func<Frame, object?[]> OwnArguments(IReadOnlyList<IParameterSymbol> parameters, IReadOnlyList<IArgumentOperation> written)
    {
        if (written.Count == 0)
        {
            return static _ => [];
        }

        var passed = written.Select(argument => (argument.Parameter!.Ordinal, Value: OwnArgument(argument))).ToArray();
        var count = parameters.Count;
        return frame =>
        {
            var values = new object?[count];
            foreach (var (ordinal, value) in passed)
            {
                try
                {
                    values[ordinal] = value(frame);
                }
                catch (StatementAbandonedException)
                {
                    values[ordinal] = Unknown.Value;
                }
            }

            return values;
        };
    }

    private Value OwnArgument(IArgumentOperation argument)
    {
        var parameter = argument.Parameter!;
        return parameter.RefKind is RefKind.Out or RefKind.Ref ? Referred(Place(argument.Value))
            : IsReadOnly(parameter) && IsVariable(argument.Value) ? Referred(Place(argument.Value, isOnlyRead: true))
            : Argument(argument);
    }

    private Value Argument(IArgumentOperation argument)
    {
        var value = Translate(argument.Value);
        if (argument.ArgumentKind != ArgumentKind.DefaultValue || interpreter.Bodies.ConstantText(argument.Parameter!.OriginalDefinition) is not { } text)
        {
            return value;
        }

        return frame => interpreter.Provenance.Mark(value(frame), text);
    }
}
