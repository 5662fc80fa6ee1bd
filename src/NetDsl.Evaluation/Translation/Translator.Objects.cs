using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Translation;

/// <content>Objects: how they are made, copied and filled.</content>
internal sealed partial class Translator
{
    /// <summary>Where the objects are kept that initialisers, conditional accesses and patterns speak of, innermost last.</summary>
    private readonly Stack<int> receivers = new();

    /// <summary>The type whose constructor this is.</summary>
    private INamedTypeSymbol? constructs;

    /// <summary>The type whose static constructor this is.</summary>
    private INamedTypeSymbol? staticConstructor;

    /// <summary>Whether this is what a static starts with.</summary>
    private bool isStaticInitialiser;

    public override Value VisitObjectCreation(IObjectCreationOperation operation, object? argument)
    {
        if (operation.Constructor is not { } constructor)
        {
            throw Abandoned();
        }

        var at = operation.Syntax;
        if (Types.IsOfThisProgram(constructor))
        {
            var host = TypeOf(operation.Type, operation);
            var type = Types.Of(host) ?? throw Refused(at, Refusals.Type(operation.Type!));
            if (type.IsStruct && constructor.IsImplicitlyDeclared && constructor.Parameters.IsEmpty)
            {
                return Initialised(_ => Types.Zero(host), operation.Initializer);
            }

            var arguments = OwnArguments(constructor.Parameters, operation.Arguments);
            return Initialised(frame => interpreter.Create(type, constructor, arguments(frame), at), operation.Initializer);
        }

        if (IsNullable(operation.Type as INamedTypeSymbol) && operation.Arguments is [var present])
        {
            return Initialised(Translate(present.Value), operation.Initializer);
        }

        if (operation.Type is { IsValueType: true } && operation.Arguments.IsEmpty)
        {
            return Initialised(Zero(operation.Type, operation), operation.Initializer);
        }

        if (SpecialCalls.Find(constructor) is { } special)
        {
            return Initialised(special(this, operation), operation.Initializer);
        }

        var call = HostCall(constructor, at);
        var passed = HostArguments(constructor.Parameters, operation.Arguments);
        return Initialised(frame => call(null, passed(frame)), operation.Initializer);
    }

    public override Value VisitTypeParameterObjectCreation(ITypeParameterObjectCreationOperation operation, object? argument)
    {
        var host = TypeOf(operation.Type, operation);
        var at = operation.Syntax;
        if (Types.Of(host) is not { } type)
        {
            return host.IsValueType || IsPlainlyMade(host)
                ? Initialised(_ => Activator.CreateInstance(host), operation.Initializer)
                : throw Refused(at, $"a new '{host.Name}' cannot be made at compile time; use numbers, text, tuples, arrays, lists, dictionaries and types of this program");
        }

        if (type.IsStruct && type.Definition.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.IsEmpty) is null or { IsImplicitlyDeclared: true })
        {
            return Initialised(_ => Types.Zero(host), operation.Initializer);
        }

        var made = type.Definition.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.IsEmpty) ?? throw Abandoned();
        return Initialised(_ => interpreter.Create(type, made, [], at), operation.Initializer);
    }

    private static bool IsPlainlyMade(Type type) =>
        type.Namespace == "System.Collections.Generic" || type == typeof(System.Text.StringBuilder) || type == typeof(object) || typeof(Exception).IsAssignableFrom(type);

    public override Value VisitAnonymousObjectCreation(IAnonymousObjectCreationOperation operation, object? argument)
    {
        var type = Types.Of(TypeOf(operation.Type, operation)) ?? throw Abandoned();
        var parts = operation.Initializers
            .OfType<ISimpleAssignmentOperation>()
            .Select(part => (Slot: type.SlotOf(((IPropertyReferenceOperation)part.Target).Property), Value: Translate(part.Value)))
            .ToArray();
        return frame =>
        {
            interpreter.Budget.Elements(1);
            var made = type.Create();
            var fields = type.FieldsOf(made);
            foreach (var (slot, value) in parts)
            {
                fields[slot ?? throw interpreter.Abandon()] = value(frame);
            }

            return made;
        };
    }

    public override Value VisitWith(IWithOperation operation, object? argument)
    {
        var operand = Translate(operation.Operand);
        var at = operation.Syntax;
        if (Types.Of(TypeOf(operation.Operand.Type, operation)) is not null)
        {
            var clone = operation.CloneMethod is { } method && Types.IsOfThisProgram(method) ? Method(method, at) : null;
            return Initialised(
                frame =>
                {
                    var copied = operand(frame) ?? throw interpreter.Null(at);
                    interpreter.Budget.Elements(1);
                    return clone is null ? Types.Of(copied)!.Copy(copied) : clone(new Copied(copied), []);
                },
                operation.Initializer);
        }

        var host = TypeOf(operation.Operand.Type, operation);
        var copy = host.GetMethod("<Clone>$");
        return Initialised(
            frame =>
            {
                var copied = operand(frame) ?? throw interpreter.Null(at);
                return copy is null ? System.Runtime.CompilerServices.RuntimeHelpers.GetObjectValue(copied) : Host.Reflected.Call(copy, copied, []);
            },
            operation.Initializer);
    }

    /// <summary>What is made, and then filled by an initialiser.</summary>
    private Value Initialised(Value made, IObjectOrCollectionInitializerOperation? initialiser)
    {
        if (initialiser is null)
        {
            return made;
        }

        var slot = NewSlot();
        receivers.Push(slot);
        Value[] parts = [.. initialiser.Initializers.Select(Translate)];
        receivers.Pop();
        return frame =>
        {
            // An object of the same kind may be made meanwhile, by the same initialiser.
            var outer = frame.Slots[slot];
            var self = made(frame);
            frame.Slots[slot] = self;
            foreach (var part in parts)
            {
                part(frame);
            }

            self = frame.Slots[slot];
            frame.Slots[slot] = outer;
            return self;
        };
    }

    public override Value VisitObjectOrCollectionInitializer(IObjectOrCollectionInitializerOperation operation, object? argument) =>
        throw Refused(operation);

    /// <summary><c>{ Inner = { A = 1 } }</c>: fills an object that is there already.</summary>
    public override Value VisitMemberInitializer(IMemberInitializerOperation operation, object? argument)
    {
        if (operation.InitializedMember.Type is { IsValueType: true })
        {
            var place = Place(operation.InitializedMember);
            var changed = Initialised(frame => place(frame).Value, operation.Initializer);
            return frame =>
            {
                var target = place(frame);
                return target.Value = changed(frame);
            };
        }

        var member = Translate(operation.InitializedMember);
        return Initialised(frame => member(frame) ?? throw interpreter.Null(operation.Syntax), operation.Initializer);
    }

    /// <summary>A constructor: what its parameters and initialisers give to the object, the base's constructor, and its own body.</summary>
    private static Code? Constructor(Interpreter interpreter, IMethodSymbol definition, TypeEnvironment environment)
    {
        var type = definition.ContainingType;
        if (definition.IsStatic || (definition.IsImplicitlyDeclared && type.IsRecord && definition.Parameters.Length == 1 && IsCopy(definition)))
        {
            return definition.IsStatic ? StaticConstructor(interpreter, definition, environment) : CopyConstructor(interpreter, definition);
        }

        var body = interpreter.Bodies.OfMethod(definition) as IConstructorBodyOperation;
        if (body is null && !definition.IsImplicitlyDeclared && UserType.PrimaryConstructor(type) is not { } primary)
        {
            return null;
        }

        var isPrimary = body is null && !definition.IsImplicitlyDeclared;
        var chained = body?.Initializer is { } initializer ? InvocationOf(initializer)
            : isPrimary ? interpreter.Bodies.BaseCall(type) : null;
        var callsOwn = chained is not null && SymbolEqualityComparer.Default.Equals(chained.TargetMethod.ContainingType.OriginalDefinition, type) && !isPrimary;
        List<(ISymbol Member, ISymbolInitializerOperation Initialiser)> initialisers = callsOwn || IsCopy(definition)
            ? []
            : [.. type.GetMembers().Where(member => !member.IsStatic && member is IFieldSymbol { AssociatedSymbol: null } or IPropertySymbol)
                .Select(member => (member, interpreter.Bodies.OfInitialiser(member) as ISymbolInitializerOperation))
                .Where(pair => pair.Item2 is not null)
                .Select(pair => (pair.member, pair.Item2!))];
        List<IOperation> roots = [.. initialisers.Select(pair => (IOperation)pair.Initialiser)];
        if (body is not null)
        {
            roots.Add(body);
        }

        if (isPrimary && chained is not null)
        {
            roots.Add(chained);
        }

        var translator = new Translator(interpreter, environment, null, CapturedVariables.Of(roots), type) { constructs = type };
        return translator.ConstructorCode(definition, initialisers, chained, body, isPrimary);
    }

    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord && constructor.Parameters is [{ Type: var copied }] && SymbolEqualityComparer.Default.Equals(copied.OriginalDefinition, constructor.ContainingType);

    private static IInvocationOperation? InvocationOf(IOperation initialiser) =>
        initialiser as IInvocationOperation ?? initialiser.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault();

    private static Code CopyConstructor(Interpreter interpreter, IMethodSymbol definition) => new(definition.ContainingType.Name)
    {
        Intrinsic = (self, arguments) =>
        {
            var type = interpreter.Types.Of(arguments[0])!;
            Array.Copy(type.FieldsOf(arguments[0]!), interpreter.Types.Of(self)!.FieldsOf(self!), type.FieldsOf(arguments[0]!).Length);
            return null;
        },
    };

    private static Code? StaticConstructor(Interpreter interpreter, IMethodSymbol definition, TypeEnvironment environment)
    {
        if (interpreter.Bodies.OfMethod(definition) is not { } body || BlockOf(body) is not { } block)
        {
            return null;
        }

        var translator = new Translator(interpreter, environment, null, CapturedVariables.Of([body]), null) { staticConstructor = definition.ContainingType };
        return translator.Function(definition, block, body.Syntax);
    }

    private Code ConstructorCode(
        IMethodSymbol definition,
        List<(ISymbol Member, ISymbolInitializerOperation Initialiser)> initialisers,
        IInvocationOperation? chained,
        IConstructorBodyOperation? body,
        bool isPrimary)
    {
        var syntax = definition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() ?? definition.ContainingType.DeclaringSyntaxReferences[0].GetSyntax();
        var type = definition.ContainingType;
        var code = new Code(type.Name);
        slots = definition.Parameters.Length;
        OpenRoot(code, syntax, definition);
        for (var index = 0; index < definition.Parameters.Length; index++)
        {
            DeclareParameter(definition.Parameters[index], index, code);
        }

        var statements = new List<Statement>();
        if (isPrimary)
        {
            statements.AddRange(definition.Parameters.Select((parameter, index) => CaptureParameter(type, parameter, index, syntax)).OfType<Statement>());
        }

        statements.AddRange(initialisers.Select(pair => Initialisation(pair.Member, pair.Initialiser)));
        var outerScope = scope;
        var layout = body is null ? null : Open(body.Locals, body.Syntax);
        if (ChainedCall(definition, chained, syntax) is { } call)
        {
            statements.Add(call);
        }

        if ((body?.BlockBody ?? body?.ExpressionBody) is { } block)
        {
            statements.Add(List(block.Operations, block.Locals, block.Syntax));
        }

        scope = outerScope;
        Statement all = new StatementList(syntax, interpreter, [.. statements], null, null);
        code.Body = layout is null ? all : new Scoped(syntax, layout, all);
        code.Slots = slots;
        return code;
    }

    /// <summary>A parameter of a type's own constructor goes into the record's property, or where members find it.</summary>
    private SimpleStatement? CaptureParameter(INamedTypeSymbol type, IParameterSymbol parameter, int index, SyntaxNode syntax)
    {
        ISymbol? field = type.IsRecord
            ? type.GetMembers(parameter.Name).FirstOrDefault(member => member is IPropertySymbol or IFieldSymbol && member.DeclaringSyntaxReferences is [var reference, ..] && reference.GetSyntax() is ParameterSyntax)
            : parameter;
        return field is null ? null : new SimpleStatement(syntax, frame =>
        {
            var own = Types.Of(frame.Self)!;
            if (own.SlotOf(field) is { } slot)
            {
                SelfField(slot, syntax)(frame).Value = frame.Slots[index] is Place place ? place.Value : frame.Slots[index];
            }

            return Completion.Normal;
        });
    }

    private Statement Initialisation(ISymbol member, ISymbolInitializerOperation initialiser)
    {
        var outerScope = scope;
        var layout = Open(initialiser.Locals, initialiser.Syntax);
        var value = Translate(initialiser.Value);
        scope = outerScope;
        var type = member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;
        var statement = new SimpleStatement(initialiser.Syntax, frame =>
        {
            var place = SelfField(Types.Of(frame.Self)!.SlotOf(member) ?? throw interpreter.Abandon(), initialiser.Syntax);
            place(frame).Value = Unknown.Value;
            place(frame).Value = value(frame);
            return Completion.Normal;
        })
        {
            Weight = weight,
        };
        weight = 0;
        return layout is null ? statement : new Scoped(initialiser.Syntax, layout, statement);
    }

    /// <summary>The constructor that runs before the body: another one of the type, or one of its base.</summary>
    private SimpleStatement? ChainedCall(IMethodSymbol definition, IInvocationOperation? chained, SyntaxNode syntax)
    {
        var type = definition.ContainingType;
        if (chained is null)
        {
            if (type.IsValueType || type.BaseType is not { SpecialType: not SpecialType.System_Object } parent)
            {
                return null;
            }

            if (IsCopy(definition) || parent.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams)) is not { } implicitly)
            {
                return null;
            }

            return new SimpleStatement(syntax, ConstructBase(parent, implicitly, frame => [.. implicitly.Parameters.Select(parameter => parameter.HasExplicitDefaultValue ? parameter.ExplicitDefaultValue : null)], syntax));
        }

        var target = chained.TargetMethod;
        if (target.ContainingType.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType)
        {
            return null;
        }

        var at = chained.Syntax;
        var arguments = Types.IsOfThisProgram(target)
            ? OwnArguments(target.Parameters, chained.Arguments)
            : HostValues(target.Parameters, chained.Arguments);
        return new SimpleStatement(at, ConstructBase(target.ContainingType, target, arguments, at));
    }

    private Func<Frame, object?[]> HostValues(IReadOnlyList<IParameterSymbol> parameters, IReadOnlyList<IArgumentOperation> written)
    {
        var arguments = HostArguments(parameters, written);
        return frame => arguments(frame).Values;
    }

    private Func<Frame, Completion> ConstructBase(INamedTypeSymbol parent, IMethodSymbol constructor, Func<Frame, object?[]> arguments, SyntaxNode at)
    {
        if (Types.IsOfThisProgram(constructor))
        {
            var type = Types.Named(parent, environment) ?? throw Refused(at, Refusals.Type(parent));
            return frame =>
            {
                interpreter.Construct(type, constructor, arguments(frame), type.IsStruct ? new SelfPlace(frame) : frame.Self, at);
                return Completion.Normal;
            };
        }

        var member = interpreter.Members.Base(constructor, environment) ?? throw NotCallable(at, constructor);
        return frame =>
        {
            var values = arguments(frame);
            interpreter.At = at;
            member.Invoke(frame.Self, values);
            return Completion.Normal;
        };
    }
}
